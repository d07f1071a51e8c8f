"use strict";
// The page: a drawing, a form or rows of text become rows of cells; the network is `noron`.
(() => {
  const model = noron.load(JSON.parse(document.getElementById("model").textContent));
  const WORDS = {
    en: {
      about: "{0}, {1} numbers, computed in this page: nothing is sent anywhere.",
      answer: "Prediction", clear: "Clear", draw: "Draw a digit",
      drawing: "A field to draw in, with a mouse, a finger or a pen. Keys: the arrows move, the " +
        "space bar lifts and lowers the pen, Delete clears.",
      other: "Tiếng Việt", seen: "what the network sees", nothing: "–",
      form: "Fill in a row", usual: "usually {0} to {1}", in_unit: "in {0}",
      gap: "empty: missing", missing: "(missing)", unseen: "(another one)", yes: "yes", no: "no",
      fill: "Fill in every number.", input: "input {0}", output: "output {0}",
      map: "The answers for all rows: click to choose one; {0} to the right, {1} upwards.",
      rows: "Predict many rows at once", open: "Open a file", run: "Predict", save: "Save as CSV",
      table_help: "CSV: the first line names the columns, which are {0}.",
      numbers_help: "CSV: {0} numbers in each line.",
      first: "the first {0} of {1} rows", one: "{0} rows", more: "and {0} more",
      no_column: "The first line does not name the column {0}.", no_rows: "There are no rows.",
      width: "Row {0} has {1} cells, but {2} are needed.",
      bad: "Row {0}, column {1}: {2} cannot be read.",
      odd: "{0} cells cannot be read here and count as missing; the first is {1} in row {2}, " +
        "column {3}. Write numbers like 1234.5 and dates like 2024-03-15.",
      row: "row", prediction: "prediction",
      compared: "Certificate: {0} predictions of this page differ from those of the model by at " +
        "most {1}. Made by {2}.",
      not_compared: "Certificate: this page was not compared with the model, as the machine that " +
        "wrote it has no Node.js. Made by {2}.",
    },
    vi: {
      about: "{0}, {1} con số, tính ngay trong trang này: không gửi gì đi đâu cả.",
      answer: "Dự đoán", clear: "Xoá", draw: "Hãy vẽ một chữ số",
      drawing: "Khung vẽ bằng chuột, ngón tay hoặc bút. Phím: mũi tên di chuyển, phím cách nhấc " +
        "và hạ bút, Delete xoá.",
      other: "English", seen: "ảnh mà mạng nhìn thấy", nothing: "–",
      form: "Điền một hàng", usual: "thường từ {0} đến {1}", in_unit: "đơn vị {0}",
      gap: "để trống: giá trị thiếu", missing: "(thiếu)", unseen: "(giá trị khác)",
      yes: "có", no: "không",
      fill: "Hãy điền đủ các số.", input: "đầu vào {0}", output: "đầu ra {0}",
      map: "Câu trả lời cho mọi hàng: nhấp để chọn; {0} sang phải, {1} lên trên.",
      rows: "Dự đoán nhiều hàng cùng lúc", open: "Mở tệp", run: "Dự đoán", save: "Lưu CSV",
      table_help: "CSV: dòng đầu ghi tên các cột, gồm {0}.",
      numbers_help: "CSV: mỗi dòng {0} số.",
      first: "{0} hàng đầu trong {1} hàng", one: "{0} hàng", more: "và {0} cột nữa",
      no_column: "Dòng đầu không có cột {0}.", no_rows: "Không có hàng nào.",
      width: "Hàng {0} có {1} ô, nhưng cần {2} ô.",
      bad: "Hàng {0}, cột {1}: không đọc được {2}.",
      odd: "{0} ô không đọc được và được coi là thiếu; ô đầu tiên là {1} ở hàng {2}, cột {3}. " +
        "Hãy viết số như 1234.5 và ngày như 2024-03-15.",
      row: "hàng", prediction: "dự đoán",
      compared: "Chứng nhận: {0} dự đoán của trang này khác dự đoán của mô hình nhiều nhất {1}. " +
        "Tạo bởi {2}.",
      not_compared: "Chứng nhận: trang này chưa được so với mô hình, vì máy tạo ra nó không có " +
        "Node.js. Tạo bởi {2}.",
    },
  };
  const LONG_LIST = 30, MOST_FIELDS = 40, MOST_BARS = 20, MOST_SHOWN = 20;

  let language = new URLSearchParams(location.search).get("lang") === "vi" ? "vi" : "en";
  const say = (key, ...values) =>
    WORDS[language][key].replace(/\{(\d)\}/g, (_, place) => String(values[place]));
  // Control characters, and changes of direction, are shown as escapes.
  const shown = (text) => String(text).replace(
    /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  const figure = (v) => String(Number(v.toPrecision(6)));
  const percent = (p) => `${(100 * p).toFixed(1)} %`;

  const make = (tag, settings = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), settings);
    node.append(...children);
    return node;
  };
  const translated = []; // what to do when the language changes
  const spoken = (node, key, ...values) => {
    translated.push(() => { node.textContent = say(key, ...values.map((v) => typeof v === "function" ? v() : v)); });
    return node;
  };

  // ---- predictions

  const named = (name, place, key) => name === undefined ? say(key, place + 1) : shown(name);
  const classes = model.classes;
  const shares = (p) => model.task === "binary" && classes ? [1 - p[0], p[0]] : p;
  const best = (p) => p.indexOf(Math.max(...p));
  const answer_of = (p) => {
    if (model.task === "regression") return p.map(figure);
    if (classes) return [classes[model.task === "binary" ? Number(p[0] > 0.5) : best(p)]];
    return p.map((v) => say(v > 0.5 ? "yes" : "no"));
  };
  const output_names = () => model.task === "regression" && model.n_outputs === 1 && model.target
    ? [model.target]
    : shares(Array(model.n_outputs).fill(0)).map((_, i) => classes?.[i] ?? say("output", i + 1));

  const answer = make("p", {className: "answer"}), bars = make("ol", {className: "bars"});
  answer.setAttribute("aria-live", "polite");
  const result = make("section", {className: "result"},
    spoken(make("h2"), "answer"), answer, bars);
  const show = (row) => {
    bars.replaceChildren();
    if (row === null) {
      answer.textContent = say("nothing");
      return;
    }
    const p = noron.predict(model, row), names = output_names();
    answer.textContent = answer_of(p).map(shown).join(", ");
    if (model.task === "regression") return;
    let order = names.map((_, i) => i);
    const every = shares(p), most = classes ? best(every) : -1;
    if (order.length > MOST_BARS) order = order.sort((i, j) => every[j] - every[i]);
    bars.classList.toggle("long", names.some((name) => String(name).length > 2));
    for (const i of order.slice(0, MOST_BARS)) {
      const fill = make("span", {className: "fill"});
      fill.style.width = `${100 * every[i]}%`;
      bars.append(make("li", {className: i === most ? "most" : ""},
        make("span", {className: "name", title: shown(names[i]), textContent: shown(names[i])}),
        make("span", {className: "track"}, fill),
        make("span", {className: "share", textContent: percent(every[i])})));
    }
  };
  let update = () => show(null);

  // ---- a drawing, as MNIST centres it: 20 by 20 pixels in 28 by 28, by the centre of mass

  const SIZE = 280;
  const pixels_of = (canvas, side) => {
    const {data} = canvas.getContext("2d").getImageData(0, 0, SIZE, SIZE);
    let [left, right, top, bottom, mass, x_mass, y_mass] = [SIZE, 0, SIZE, 0, 0, 0, 0];
    for (let y = 0, i = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++, i += 4) {
      const ink = data[i + 3]; // the canvas is clear where nothing is drawn
      if (!ink) continue;
      if (ink > 127) { // not the soft edge of the pen
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
      mass += ink, x_mass += ink * (x + 0.5), y_mass += ink * (y + 0.5);
    }
    const image = new Float64Array(side * side);
    if (!mass) return null;
    const scale = side * 20 / 28 / Math.max(right - left + 1, bottom - top + 1, SIZE / 4);
    for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) {
      const i = Math.floor((x + 0.5 - x_mass / mass) * scale + side / 2);
      const j = Math.floor((y + 0.5 - y_mass / mass) * scale + side / 2);
      if (i < 0 || j < 0 || i >= side || j >= side) continue;
      image[j * side + i] += data[4 * (y * SIZE + x) + 3] / 255 * scale * scale;
    }
    return Array.from(image, (v) => Math.min(v, 1));
  };
  const drawing = (side) => {
    const canvas = make("canvas", {className: "draw", width: SIZE, height: SIZE, tabIndex: 0});
    const seen = make("canvas", {width: side, height: side});
    const pen = canvas.getContext("2d", {willReadFrequently: true});
    let at = null, key = {x: SIZE / 2, y: SIZE / 2, down: false}, waiting = false;
    Object.assign(pen, {strokeStyle: "#fff", lineWidth: 22, lineCap: "round", lineJoin: "round"});
    canvas.setAttribute("role", "img");
    translated.push(() => canvas.setAttribute("aria-label", say("drawing")));
    update = () => {
      waiting = false;
      const row = pixels_of(canvas, side), image = new ImageData(side, side);
      image.data.forEach((_, i) => {
        image.data[i] = i % 4 === 3 ? 255 : 255 * (row?.[i >> 2] ?? 0);
      });
      seen.getContext("2d").putImageData(image, 0, 0);
      show(row);
    };
    const line = (to) => {
      pen.beginPath();
      pen.moveTo(at?.x ?? to.x, at?.y ?? to.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
      at = to;
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    };
    const clear = () => {
      pen.clearRect(0, 0, SIZE, SIZE);
      key.down = false;
      update();
    };
    const place = (event) => {
      const box = canvas.getBoundingClientRect();
      return {
        x: (event.clientX - box.left) * SIZE / box.width,
        y: (event.clientY - box.top) * SIZE / box.height,
      };
    };
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      canvas.setPointerCapture(event.pointerId);
      at = null;
      line(place(event));
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      (event.getCoalescedEvents?.() ?? [event]).concat(event).forEach((e) => line(place(e)));
    });
    canvas.addEventListener("keydown", (event) => {
      const moves = {ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8]};
      const move = moves[event.key];
      if (event.key === "Delete" || event.key === "Backspace") clear();
      else if (event.key === " ") key.down = !key.down;
      else if (move) {
        at = {x: key.x, y: key.y};
        key.x = Math.min(Math.max(key.x + move[0], 10), SIZE - 10);
        key.y = Math.min(Math.max(key.y + move[1], 10), SIZE - 10);
      } else return;
      event.preventDefault();
      if (key.down) line({x: key.x, y: key.y});
    });
    const button = spoken(make("button", {type: "button", onclick: clear}), "clear");
    return make("section", {}, spoken(make("h2"), "draw"), canvas,
      make("div", {className: "under"}, button, seen, spoken(make("small"), "seen")));
  };

  // ---- a form with a field for each column

  const column_name = (c, place) => named(c.column ?? undefined, place, "input");
  const option = (value, key, text) => {
    const node = make("option", {value, textContent: text ?? ""});
    return text === undefined ? spoken(node, key) : node;
  };
  const control_of = (c, id) => {
    if (c.kind === "boolean") {
      const node = make("select", {id},
        option("1", "yes"), option("0", "no"), option("", "missing"));
      node.value = "0";
      return [node, () => node.value === "" ? null : Number(node.value)];
    }
    if (c.kind === "words" && c.levels.length <= LONG_LIST) {
      const node = make("select", {id}, ...c.levels.map((w, i) => option(i, "", shown(w))),
        option("other", "unseen"), option("", "missing"));
      return [node, () => node.value === "" ? null : c.levels[node.value] ?? "\0"];
    }
    if (c.kind === "words") {
      const node = make("input", {id, value: c.levels[0], autocomplete: "off"});
      const list = make("datalist", {id: `${id}-list`},
        ...c.levels.map((value) => make("option", {value})));
      node.setAttribute("list", list.id);
      node.after_it = list;
      return [node, () => read(c, node.value)];
    }
    if (c.kind === "date") {
      const node = make("input", {id, type: c.cycles.includes("day") ? "datetime-local" : "date"});
      node.valueAsNumber = Math.round(c.value) * 864e5;
      return [node, () => Number.isNaN(node.valueAsNumber) ? null : node.valueAsNumber * 1000];
    }
    const node = make("input", {id, type: "number", step: "any"});
    node.value = c.value;
    return [node, () => node.value === "" ? null : node.valueAsNumber];
  };
  const hint_of = (c) => {
    const hints = [];
    if (c.usual) hints.push(say("usual", ...c.usual));
    if (c.unit_name) hints.push(say("in_unit", shown(c.unit_name)));
    if (model.is_table && c.kind !== "boolean") hints.push(say("gap"));
    return c.kind === "words" && c.levels.length <= LONG_LIST ? "" : hints.join("; ");
  };
  // The predictions for all rows of two numbers, as colours.
  const GRID = 100, HUES = [[42, 120, 184], [226, 120, 32], [60, 150, 80], [160, 80, 170],
    [200, 60, 60], [120, 90, 60], [220, 120, 180], [110, 110, 110], [180, 170, 40], [40, 170, 180]];
  const map = (controls) => {
    const canvas = make("canvas", {className: "map", width: GRID, height: GRID});
    const pen = canvas.getContext("2d"), image = new ImageData(GRID, GRID);
    const names = () => model.columns.map(column_name);
    const note = spoken(make("p", {className: "muted"}), "map",
      () => names()[0], () => names()[1]);
    canvas.setAttribute("aria-hidden", "true"); // the fields do the same
    const spans = model.columns.map(({usual}) =>
      usual ? [1.5 * usual[0] - 0.5 * usual[1], 1.5 * usual[1] - 0.5 * usual[0]] : [-3, 3]);
    const value = ([low, high], share) => low + (high - low) * share;
    const predictions = Array.from({length: GRID * GRID}, (_, i) => {
      const across = (i % GRID + 0.5) / GRID, up = 1 - (Math.floor(i / GRID) + 0.5) / GRID;
      return shares(noron.predict(model, [value(spans[0], across), value(spans[1], up)]));
    });
    const first = predictions.map((p) => p[0]).filter(Number.isFinite);
    const low = Math.min(...first), width = Math.max(...first) - low || 1;
    const mix = (p) => classes ? p : [(p[0] - low) / width, 1 - (p[0] - low) / width];
    predictions.forEach((p, i) => {
      const parts = mix(p), colour = [0, 1, 2].map((c) =>
        parts.reduce((sum, part, k) => sum + part * HUES[k % HUES.length][c], 0));
      image.data.set([...colour, 255], 4 * i);
    });
    const mark = () => {
      const at = controls.map(({value: number}, i) =>
        (number() - spans[i][0]) / (spans[i][1] - spans[i][0]) * GRID);
      pen.putImageData(image, 0, 0);
      Object.assign(pen, {strokeStyle: "#fff", lineWidth: 1.2});
      pen.strokeRect(at[0] - 2, GRID - at[1] - 2, 4, 4);
    };
    canvas.addEventListener("pointerdown", (event) => {
      const box = canvas.getBoundingClientRect();
      const up = 1 - (event.clientY - box.top) / box.height;
      const at = [(event.clientX - box.left) / box.width, up];
      controls.forEach(({node}, i) => { node.value = value(spans[i], at[i]).toPrecision(3); });
      update();
    });
    return [mark, canvas, note];
  };
  const form = () => {
    const fields = make("div", {className: "fields"}), controls = [];
    model.columns.forEach((c, i) => {
      const [node, value] = control_of(c, `field-${i}`), label = make("label", {htmlFor: node.id});
      const hint = make("small", {id: `hint-${i}`});
      translated.push(() => {
        label.textContent = column_name(c, i);
        hint.textContent = hint_of(c);
      });
      node.setAttribute("aria-describedby", hint.id);
      node.addEventListener("input", () => update());
      controls.push({node, value});
      fields.append(make("div", {className: "field"}, label, node, hint));
      if (node.after_it) fields.lastChild.append(node.after_it);
    });
    const two = !model.is_table && controls.length === 2;
    const [mark, ...pictures] = two ? map(controls) : [() => {}];
    update = () => {
      mark();
      const row = controls.map(({value}) => value());
      const full = model.is_table || row.every((v) => v !== null);
      show(full ? row : null);
      if (!full) answer.textContent = say("fill");
    };
    return make("section", {}, spoken(make("h2"), "form"), fields, ...pictures);
  };

  // ---- many rows of text

  const is_missing = (text) => model.missing.includes(text.trim().toLowerCase());
  const number = (text, decimal = ".", unit = "") => {
    let digits = text.trim();
    if (unit && digits.endsWith(unit)) digits = digits.slice(0, -unit.length).trim();
    if (decimal === "," && /^[^.]*,[^.,]*$/.test(digits)) digits = digits.replace(",", ".");
    else if (decimal === "," && digits.includes(".")) return undefined;
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : undefined;
  };
  const moment = (text) => {
    const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text);
    if (!parts) return undefined;
    const [year, month, day, hour = 0, minute = 0, second = 0] = parts.slice(1).map((p) => p && +p);
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    if (date.getUTCMonth() !== month - 1) return undefined;
    if (hour > 23 || minute > 59 || second >= 60) return undefined;
    return date * 1000 + ((hour * 60 + minute) * 60 + second) * 1e6;
  };
  // A cell from its text; null if it is missing, undefined if it cannot be read.
  const read = (c, given) => {
    const text = given.normalize("NFC").split(/\s+/).filter(Boolean).join(" ");
    if (is_missing(text) || c.strays?.includes(text)) return null;
    if (c.kind === "words") return text;
    if (c.kind === "date") return moment(text);
    if (c.kind === "boolean") {
      const answer = model.yes_or_no[text.toLowerCase()] ?? number(text);
      return answer === 0 || answer === 1 ? answer : undefined;
    }
    return number(text, c.decimal, c.unit_name);
  };
  const lines_of = (text) => {
    const head = text.slice(0, text.search(/\r?\n|$/));
    const mark = ["\t", ";", ","].find((m) => head.includes(m)) ?? ",";
    const lines = [[""]];
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i], line = lines.at(-1);
      if (c === '"' && quoted && text[i + 1] === '"') line[line.length - 1] += text[++i];
      else if (c === '"' && (quoted || line.at(-1) === "")) quoted = !quoted;
      else if (quoted) line[line.length - 1] += c;
      else if (c === mark) line.push("");
      else if (c === "\n") lines.push([""]);
      else if (c !== "\r") line[line.length - 1] += c;
    }
    return lines.filter((line) => line.length > 1 || line[0].trim());
  };
  const fail = (...message) => { throw new RangeError(say(...message)); };
  const table_rows = (text) => {
    const [head, ...lines] = lines_of(text.replace(/^\ufeff/, ""));
    const names = (head ?? []).map((name) => name.trim()), odd = [];
    const places = model.columns.map((c) => {
      const place = names.indexOf(c.column.trim());
      return place < 0 ? fail("no_column", shown(c.column)) : place;
    });
    const rows = lines.map((line, i) => places.map((place, j) => {
      const cell = read(model.columns[j], line[place] ?? "");
      if (cell === undefined) odd.push([shown(line[place]), i + 1, shown(names[place])]);
      return cell ?? null;
    }));
    return [rows, odd.length ? say("odd", odd.length, ...odd[0]) : ""];
  };
  const number_rows = (text) => {
    const lines = lines_of(text.replace(/^\ufeff/, "")), n = model.n_inputs;
    if (lines.length && lines[0].every((cell) => number(cell) === undefined)) lines.shift();
    return [lines.map((line, i) => {
      if (line.length !== n) fail("width", i + 1, line.length, n);
      return line.map((cell, j) => number(cell) ?? fail("bad", i + 1, j + 1, shown(cell)));
    }), ""];
  };
  // A spreadsheet must not take a label for a formula.
  const csv_cell = (value) => {
    const text = String(value);
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const many = (details) => {
    const text = make("textarea", {spellcheck: false, ariaLabel: "CSV"});
    const file = make("input", {type: "file", accept: ".csv,.tsv,.txt", hidden: true});
    const note = make("p", {className: "muted"}), out = make("div", {className: "wide"});
    const save = make("a", {download: "predictions.csv", hidden: true});
    note.setAttribute("role", "status");
    const predict = () => {
      out.replaceChildren();
      save.hidden = true;
      note.className = "muted";
      try {
        const [rows, warning] = model.is_table ? table_rows(text.value) : number_rows(text.value);
        if (!rows.length) fail("no_rows");
        present(rows, warning);
      } catch (error) {
        note.className = "bad";
        note.textContent = error.message;
      }
    };
    const present = (rows, warning) => {
      const predictions = rows.map((row) => noron.predict(model, row)), names = output_names();
      const numeric = model.task === "regression";
      const head = numeric ? names : [say("prediction"), ...names];
      const line = (p, f) => numeric ? p.map(f) : [answer_of(p).join(", "), ...shares(p).map(f)];
      const lines = predictions.map((p) => line(p, String));
      const csv = [head, ...lines].map((cells) => cells.map(csv_cell).join(",")).join("\r\n");
      URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(new Blob(["\ufeff", csv, "\r\n"], {type: "text/csv"}));
      save.hidden = false;
      const tr = (tag, cells) => make("tr", {}, ...cells.slice(0, 12).map(
        (cell) => make(tag, {textContent: shown(cell)})));
      const body = predictions.slice(0, MOST_SHOWN).map(
        (p, i) => tr("td", [i + 1, ...line(p, numeric ? figure : percent)]));
      out.replaceChildren(make("table", {}, tr("th", [say("row"), ...head]), ...body));
      const count = rows.length > MOST_SHOWN
        ? say("first", MOST_SHOWN, rows.length) : say("one", rows.length);
      note.textContent = [count, warning].filter(Boolean).join(". ");
    };
    file.addEventListener("change", async () => {
      text.value = await file.files[0].text();
      predict();
    });
    const names = () => {
      const every = model.columns.slice(0, 12).map((c) => shown(c.column));
      const rest = model.columns.length - every.length;
      return every.join(", ") + (rest > 0 ? ` ${say("more", rest)}` : "");
    };
    const help = spoken(make("p", {className: "muted"}),
      ...model.is_table ? ["table_help", names] : ["numbers_help", model.n_inputs]);
    details.append(
      spoken(make("summary"), "rows"), help, text,
      make("div", {className: "under"},
        spoken(make("button", {type: "button", onclick: predict}), "run"),
        spoken(make("button", {type: "button", onclick: () => file.click()}), "open"),
        file, spoken(save, "save")),
      note, out);
  };

  // ---- everything in its place

  const speak = () => {
    document.documentElement.lang = language;
    translated.forEach((f) => f());
    update();
  };
  const main = document.getElementById("main"), rows = document.getElementById("rows");
  const toggle = document.getElementById("language");
  spoken(document.getElementById("about"), "about", model.layers, model.n_numbers);
  spoken(toggle, "other");
  toggle.addEventListener("click", () => {
    language = language === "en" ? "vi" : "en";
    speak();
  });
  if (model.image) {
    main.className = "drawing";
    main.append(drawing(model.image), result);
  } else if (model.columns.length <= MOST_FIELDS) main.append(form(), result);
  else rows.open = true;
  many(rows);
  const {largest, rows: compared} = model.certificate ?? {};
  spoken(document.getElementById("certificate"),
    largest === undefined || largest === null ? "not_compared" : "compared",
    compared?.toLocaleString("en"), largest?.toExponential(1), model.made_by);
  speak();
})();
