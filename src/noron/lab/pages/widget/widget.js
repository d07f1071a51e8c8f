// node_modules/svelte/src/internal/shared/utils.js
var e = Array.isArray, t = Array.prototype.indexOf, n = Array.prototype.includes, r = Array.from, i = Object.defineProperty, a = Object.getOwnPropertyDescriptor, o = Object.getOwnPropertyDescriptors, s = Object.prototype, c = Array.prototype, l = Object.getPrototypeOf, u = Object.isExtensible, d = () => {};
function f(e) {
	for (var t = 0; t < e.length; t++) e[t]();
}
function p() {
	var e, t;
	return {
		promise: new Promise((n, r) => {
			e = n, t = r;
		}),
		resolve: e,
		reject: t
	};
}
function m(e, t) {
	if (Array.isArray(e)) return e;
	if (t === void 0 || !(Symbol.iterator in e)) return Array.from(e);
	let n = [];
	for (let r of e) if (n.push(r), n.length === t) break;
	return n;
}
// node_modules/svelte/src/internal/client/constants.js
var h = 1 << 24, g = 1024, _ = 2048, v = 4096, y = 8192, b = 16384, x = 32768, S = 1 << 25, C = 65536, w = 1 << 19, T = 1 << 20, E = 1 << 25, D = 1 << 21, ee = 1 << 22, O = 1 << 23, te = Symbol("$state"), k = Symbol("component"), ne = Symbol("legacy props"), re = Symbol(""), ie = Symbol("attributes"), ae = Symbol("class"), oe = Symbol("style"), se = Symbol("text"), ce = Symbol("form reset"), A = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), le = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), ue = {}, j = Symbol("uninitialized"), de = "http://www.w3.org/1999/xhtml";
function fe() {
	console.warn("https://svelte.dev/e/derived_inert");
}
function pe(e) {
	console.warn("https://svelte.dev/e/hydration_mismatch");
}
function me() {
	console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function he() {
	console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var M = !1;
function ge(e) {
	M = e;
}
var N;
function _e(e) {
	if (e === null) throw pe(), ue;
	return N = e;
}
function ve() {
	return _e(/* @__PURE__ */ qt(N));
}
function P(e) {
	if (M) {
		if (/* @__PURE__ */ qt(N) !== null) throw pe(), ue;
		N = e;
	}
}
function ye(e = 1) {
	if (M) {
		for (var t = e, n = N; t--;) n = /* @__PURE__ */ qt(n);
		N = n;
	}
}
function be(e = !0) {
	for (var t = 0, n = N;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ qt(n);
		e && n.remove(), n = i;
	}
}
function xe(e) {
	if (!e || e.nodeType !== 8) throw pe(), ue;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function Se(e) {
	return e === this.v;
}
function Ce(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function we(e) {
	return !Ce(e, this.v);
}
// node_modules/svelte/src/internal/client/errors.js
function F() {
	throw Error("https://svelte.dev/e/async_derived_orphan");
}
function I(e, t, n) {
	throw Error("https://svelte.dev/e/each_key_duplicate");
}
function Te(e) {
	throw Error("https://svelte.dev/e/effect_in_teardown");
}
function Ee() {
	throw Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function De(e) {
	throw Error("https://svelte.dev/e/effect_orphan");
}
function Oe() {
	throw Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function ke(e) {
	throw Error("https://svelte.dev/e/props_invalid_value");
}
function Ae() {
	throw Error("https://svelte.dev/e/state_descriptors_fixed");
}
function je() {
	throw Error("https://svelte.dev/e/state_prototype_fixed");
}
function Me() {
	throw Error("https://svelte.dev/e/state_unsafe_mutation");
}
function Ne() {
	throw Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var Pe = null;
function Fe(e) {
	Pe = e;
}
function Ie(e, t = !1, n) {
	Pe = {
		p: Pe,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: K,
		l: null
	};
}
function Le(e) {
	var t = Pe, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) cn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, Pe = t.p, Re(e);
}
function Re(e = {}) {
	return i(e, k, { value: !0 }), e;
}
function ze() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var Be = [];
function Ve() {
	var e = Be;
	Be = [], f(e);
}
function He(e) {
	if (Be.length === 0 && !pt) {
		var t = Be;
		queueMicrotask(() => {
			t === Be && Ve();
		});
	}
	Be.push(e);
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Ue = ~(_ | v | g);
function We(e, t) {
	e.f = e.f & Ue | t;
}
function Ge(e) {
	e.f & 512 || e.deps === null ? We(e, g) : We(e, v);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function Ke(e, t) {
	e.f & 2048 ? t.set(e, _) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, v), We(e, g);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var qe = !1;
function Je() {
	qe || (qe = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[ce]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function Ye(e) {
	var t = G, n = K;
	jn(null), Mn(null);
	try {
		return e();
	} finally {
		jn(t), Mn(n);
	}
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function Xe(e, t, n, r) {
	let i = ze() ? et : rt;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = K, c = Ze(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				en(e, s);
			}
			Qe();
		}
	}
	var d = $e();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ nt(e))).then(u).catch((e) => en(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), Qe());
	}) : f();
}
function Ze() {
	var e = K, t = G, n = Pe, r = R;
	return function(i = !0) {
		Mn(e), jn(t), Fe(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function Qe(e = !0) {
	Mn(null), jn(null), Fe(null), e && R?.deactivate();
}
function $e() {
	var e = K, t = e.b, n = R, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function et(e) {
	var t = 2 | _;
	return K !== null && (K.f |= w), {
		ctx: Pe,
		deps: null,
		effects: null,
		equals: Se,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: j,
		wv: 0,
		parent: K,
		ac: null
	};
}
var tt = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function nt(e, t, n) {
	let r = K;
	r === null && F();
	var i = void 0, a = kt(j), o = !G, s = /* @__PURE__ */ new Set();
	return dn(() => {
		var t = K, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== A && n.reject(e);
			}).finally(Qe);
		} catch (e) {
			n.reject(e), Qe();
		}
		var c = R;
		if (o) {
			if (t.f & 32768) var l = $e();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(tt);
			else for (let e of s.values()) e.reject(tt);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== tt && (c.activate(), t ? (a.f |= O, Nt(a, t)) : (a.f & 8388608 && (a.f ^= O), Nt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), on(() => {
		for (let e of s) e.reject(tt);
	}), new Promise((e) => {
		function t(n) {
			function r() {
				n === i ? e(a) : t(i);
			}
			n.then(r, r);
		}
		t(i);
	});
}
/*#__NO_SIDE_EFFECTS__*/
function L(e) {
	let t = /* @__PURE__ */ et(e);
	return Pn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function rt(e) {
	let t = /* @__PURE__ */ et(e);
	return t.equals = we, t;
}
function it(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) yn(t[n]);
	}
}
function at(e) {
	var t, n = K, r = e.parent;
	if (!On && r !== null && e.v !== j && r.f & 24576) return fe(), e.v;
	Mn(r);
	try {
		it(e), t = Kn(e);
	} finally {
		Mn(n);
	}
	return t;
}
function ot(e) {
	var t = at(e);
	!e.equals(t) && (e.wv = Un(), (!R?.is_fork || e.deps === null) && (R === null ? e.v = t : (R.capture(e, t, !0), ut?.capture(e, t, !0)), e.deps === null)) ? We(e, g) : On || (dt === null ? Ge(e) : (an() || R?.is_fork) && dt.set(e, t));
}
function st(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && Ye(() => {
		t.ac.abort(A), t.ac = null;
	}), t.fn !== null && (t.teardown = d), Yn(t, 0), _n(t));
}
function ct(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && Xn(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var lt = null, R = null, ut = null, dt = null, ft = null, pt = !1, mt = !1, ht = null, gt = null, _t = 0, vt = 1, yt = class e {
	id = vt++;
	started = !1;
	linked = !0;
	prev = null;
	next = null;
	async_deriveds = /* @__PURE__ */ new Map();
	current = /* @__PURE__ */ new Map();
	previous = /* @__PURE__ */ new Map();
	#e = /* @__PURE__ */ new Set();
	#t = /* @__PURE__ */ new Set();
	#n = 0;
	#r = /* @__PURE__ */ new Map();
	#i = null;
	#a = [];
	#o = [];
	#s = /* @__PURE__ */ new Map();
	#c = /* @__PURE__ */ new Map();
	#l = /* @__PURE__ */ new Set();
	is_fork = !1;
	#u = !1;
	constructor() {
		lt === null ? lt = this : (lt.next = this, this.prev = lt), lt = this;
	}
	#d() {
		if (this.is_fork) return !0;
		for (let e of this.#r.keys()) if (!this.#f(e)) return !0;
		return !1;
	}
	#f(e) {
		for (var t = e; t !== null; t = t.parent) if (this.#c.has(t)) return !0;
		return !1;
	}
	skip_effect(e) {
		this.#c.has(e) || this.#c.set(e, {
			d: [],
			m: []
		}), this.#l.delete(e);
	}
	unskip_effect(e, t = (e) => this.schedule(e)) {
		var n = this.#c.get(e);
		if (n) {
			this.#c.delete(e);
			for (var r of n.d) We(r, _), t(r);
			for (r of n.m) We(r, v), t(r);
		}
		this.#l.add(e);
	}
	#p() {
		var e = [];
		for (let i of this.#a) if (!(i.f & 16384 || !(i.f & 6144))) {
			for (var t = i, n = !1; t.parent !== null;) {
				t = t.parent;
				var r = t.f;
				if (r & 96) {
					if (!(r & 1024)) {
						n = !0;
						break;
					}
					t.f ^= g;
				}
			}
			n || e.push(t);
		}
		return this.#a = [], e;
	}
	#m() {
		this.started = !0;
		for (let [e, t] of this.#s) We(e, t), this.schedule(e);
		this.apply();
		for (var t = ht = [], n = [], r = gt = []; this.#a.length > 0;) {
			_t++ > 1e3 && (this.#b(), bt());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Tt(e), this.#d() || this.discard(), t;
			}
		}
		if (R = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (ht = null, gt = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) wt(e, t);
			r.length > 0 && R.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), ut = this, St(n), St(t), ut = null, this.#i?.resolve();
			var o = R;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Dt.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= g;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= g : i & 4 ? t.push(r) : Wn(r) && (i & 16 && this.add_dirty_reaction(r, v), Xn(r));
				var o = r.first;
				if (o !== null) {
					r = o;
					continue;
				}
			}
			for (; r !== null;) {
				var s = r.next;
				if (s !== null) {
					r = s;
					break;
				}
				r = r.parent;
			}
		}
	}
	#g() {
		for (var e = this.prev; e !== null; e = e.prev) if (!e.is_fork && this.#_(e)) return e;
		return null;
	}
	#_(e) {
		for (let [t, [, n]] of this.current) if (!n && e.current.has(t)) return !0;
		return !1;
	}
	#v(e) {
		for (let [t, n] of e.current) !this.previous.has(t) && e.previous.has(t) && this.previous.set(t, e.previous.get(t)), this.current.set(t, n);
		for (let [t, n] of e.async_deriveds) {
			let e = this.async_deriveds.get(t);
			e && n.promise.then(e.resolve).catch(e.reject);
		}
		e.async_deriveds.clear(), this.transfer_reactions(e.#s);
		let t = (e) => {
			var n = e.reactions;
			if (n !== null && !(e.f & 2 && !(e.f & 6144))) for (let e of n) {
				var r = e.f;
				if (r & 2) t(e);
				else {
					var i = e;
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), We(i, _), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), R = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) Ke(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== j && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), dt?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		R = this;
	}
	deactivate() {
		R = null, dt = null;
	}
	flush() {
		try {
			mt = !0, R = this, this.#m();
		} finally {
			_t = 0, ft = null, ht = null, gt = null, mt = !1, R = null, dt = null, Dt.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(tt);
		this.#b(), this.#i?.resolve();
	}
	register_created_effect(e) {
		this.#o.push(e);
	}
	increment(e, t) {
		if (this.#n += 1, e) {
			let e = this.#r.get(t) ?? 0;
			this.#r.set(t, e + 1);
		}
	}
	decrement(e, t) {
		if (--this.#n, e) {
			let e = this.#r.get(t) ?? 0;
			e === 1 ? this.#r.delete(t) : this.#r.set(t, e - 1);
		}
		this.#u || (this.#u = !0, He(() => {
			this.#u = !1, this.linked && this.flush();
		}));
	}
	transfer_reactions(e) {
		for (let [t, n] of e) this.add_dirty_reaction(t, n);
		e.clear();
	}
	add_dirty_reaction(e, t) {
		(t === 2048 || this.#s.get(e) !== 2048) && this.#s.set(e, t);
	}
	oncommit(e) {
		this.#e.add(e);
	}
	ondiscard(e) {
		this.#t.add(e);
	}
	settled() {
		return (this.#i ??= p()).promise;
	}
	static ensure() {
		if (R === null) {
			let t = R = new e();
			!mt && He(() => {
				t.started || t.flush();
			});
		}
		return R;
	}
	apply() {
		dt = null;
	}
	schedule(e) {
		ft = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? lt = e : t.prev = e, this.linked = !1;
		}
	}
};
function bt() {
	try {
		Oe();
	} catch (e) {
		en(e, ft);
	}
}
var xt = null;
function St(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && Wn(r) && (xt = /* @__PURE__ */ new Set(), Xn(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && xn(r), xt?.size > 0)) {
				Dt.clear();
				for (let e of xt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) xt.has(n) && (xt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || Xn(n);
					}
				}
				xt.clear();
			}
		}
		xt = null;
	}
}
function Ct(e) {
	R.schedule(e);
}
function wt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), We(e, g);
		for (var n = e.first; n !== null;) wt(n, t), n = n.next;
	}
}
function Tt(e) {
	We(e, g);
	for (var t = e.first; t !== null;) Tt(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var Et = /* @__PURE__ */ new Set(), Dt = /* @__PURE__ */ new Map(), Ot = !1;
function kt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: Se,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function z(e, t) {
	let n = kt(e, t);
	return Pn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function At(e, t = !1, n = !0) {
	let r = kt(e);
	return t || (r.equals = we), r;
}
function B(e, t, n = !1) {
	return G !== null && (!An || G.f & 131072) && ze() && G.f & 4325394 && (Nn === null || !Nn.has(e)) && Me(), Nt(e, n ? Lt(t) : t, gt);
}
var jt = null, Mt = 0;
function Nt(e, t, n = null) {
	if (!e.equals(t)) {
		On ? Dt.set(e, t) : Dt.has(e) || Dt.set(e, e.v);
		var r = yt.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && at(t), dt === null && Ge(t);
		}
		e.wv = Un(), jt = null, Mt = 0, It(e, _, n), jt = null, ze() && K !== null && K.f & 1024 && !(K.f & 96) && (Ln === null ? Rn([e]) : Ln.push(e)), !r.is_fork && Et.size > 0 && !Ot && Pt();
	}
	return t;
}
function Pt() {
	Ot = !1;
	for (let e of Et) {
		e.f & 1024 && We(e, v);
		let t;
		try {
			t = Wn(e);
		} catch {
			t = !0;
		}
		t && Xn(e);
	}
	Et.clear();
}
function Ft(e) {
	B(e, e.v + 1);
}
function It(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = ze(), a = r.length;
		if (Mt += a, Mt > 1e5 && jt === null && (jt = /* @__PURE__ */ new Set()), jt !== null) {
			if (jt.has(e)) return;
			jt.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== K) {
				var l = (c & _) === 0;
				if (l && We(s, t), c & 131072) Et.add(s);
				else if (c & 2) {
					var u = s;
					dt?.delete(u), It(u, v, n);
				} else if (l) {
					var d = s;
					c & 16 && xt !== null && xt.add(d), n === null ? Ct(d) : n.push(d);
				}
			}
		}
	}
}
function Lt(t) {
	if (typeof t != "object" || !t || te in t || k in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ z(0), u = null, d = Vn, f = (e) => {
		if (Vn === d) return e();
		var t = G, n = Vn;
		jn(null), Hn(d);
		var r = e();
		return jn(t), Hn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ z(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Ae();
			var i = r.get(t);
			return i === void 0 ? f(() => {
				var e = /* @__PURE__ */ z(n.value, u);
				return r.set(t, e), e;
			}) : B(i, n.value, !0), !0;
		},
		deleteProperty(e, t) {
			var n = r.get(t);
			if (n === void 0) {
				if (t in e) {
					let e = f(() => /* @__PURE__ */ z(j, u));
					r.set(t, e), Ft(o);
				}
			} else B(n, j), Ft(o);
			return !0;
		},
		get(e, n, i) {
			if (n === te) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ z(Lt(s ? e[n] : j), u)), r.set(n, o)), o !== void 0) {
				var c = q(o);
				return c === j ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = q(i);
				if (a === j) return;
				if (n && "value" in n) n.value = a;
				else return {
					enumerable: !0,
					configurable: !0,
					value: a,
					writable: !0
				};
			}
			return n;
		},
		has(e, t) {
			if (t === te) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== j || Reflect.has(e, t);
			return (n !== void 0 || (K !== null || G !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ z(i ? Lt(e[t]) : j, u)), r.set(t, n)), q(n) === j) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ z(j, u)), r.set(d + "", p)) : B(p, j);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ z(void 0, u)), B(c, Lt(n)), r.set(t, c));
			else {
				l = c.v !== j;
				var m = f(() => Lt(n));
				B(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && B(g, _ + 1);
				}
				Ft(o);
			}
			return !0;
		},
		ownKeys(e) {
			q(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== j;
			});
			for (var [n, i] of r) i.v !== j && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			je();
		}
	});
}
function Rt(e) {
	try {
		if (typeof e == "object" && e && te in e) return e[te];
	} catch {}
	return e;
}
function zt(e, t) {
	return Object.is(Rt(e), Rt(t));
}
var Bt, Vt, Ht, Ut;
function Wt() {
	if (Bt === void 0) {
		Bt = window, Vt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Ht = a(t, "firstChild").get, Ut = a(t, "nextSibling").get, u(e) && (e[ae] = void 0, e[ie] = null, e[oe] = void 0, e.__e = void 0), u(n) && (n[se] = void 0);
	}
}
function Gt(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Kt(e) {
	return Ht.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function qt(e) {
	return Ut.call(e);
}
function V(e, t) {
	if (!M) return /* @__PURE__ */ Kt(e);
	var n = /* @__PURE__ */ Kt(N);
	if (n === null) n = N.appendChild(Gt());
	else if (t && n.nodeType !== 3) {
		var r = Gt();
		return n?.before(r), _e(r), r;
	}
	return t && Qt(n), _e(n), n;
}
function Jt(e, t = !1) {
	if (!M) {
		var n = /* @__PURE__ */ Kt(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ qt(n) : n;
	}
	if (t) {
		if (N?.nodeType !== 3) {
			var r = Gt();
			return N?.before(r), _e(r), r;
		}
		Qt(N);
	}
	return N;
}
function H(e, t = !1) {
	if (!M) return /* @__PURE__ */ Kt(e);
	var n = V(e, t);
	return P(e), n;
}
function U(e, t = 1, n = !1) {
	let r = M ? N : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ qt(r);
	if (!M) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = Gt();
			return r === null ? i?.after(a) : r.before(a), _e(a), a;
		}
		Qt(r);
	}
	return _e(r), r;
}
function Yt(e) {
	e.textContent = "";
}
function Xt() {
	return !1;
}
function Zt(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function Qt(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function $t(e) {
	var t = K;
	if (t === null) return G.f |= O, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	en(e, t);
}
function en(e, t) {
	if (e === ue) throw e;
	if (!(t !== null && t.f & 16384)) {
		for (; t !== null;) {
			if (t.f & 128 && !(t.f & 33570816)) {
				if (!(t.f & 32768)) throw e;
				try {
					t.b.error(e);
					return;
				} catch (t) {
					e = t;
				}
			}
			t = t.parent;
		}
		throw e;
	}
}
// node_modules/svelte/src/internal/client/reactivity/effects.js
function tn(e) {
	K === null && (G === null && De(e), Ee()), On && Te(e);
}
function nn(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function rn(e, t) {
	var n = K;
	n !== null && n.f & 8192 && (e |= y);
	var r = {
		ctx: Pe,
		deps: null,
		nodes: null,
		f: e | _ | 512,
		first: null,
		fn: t,
		last: null,
		next: null,
		parent: n,
		b: n && n.b,
		prev: null,
		teardown: null,
		wv: 0,
		ac: null
	};
	R?.register_created_effect(r);
	var i = r;
	if (e & 4) ht === null ? yt.ensure().schedule(r) : ht.push(r);
	else if (t !== null) {
		try {
			Xn(r);
		} catch (e) {
			throw yn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= C));
	}
	if (i !== null && (i.parent = n, n !== null && nn(i, n), G !== null && G.f & 2 && !(e & 64))) {
		var a = G;
		(a.effects ??= []).push(i);
	}
	return r;
}
function an() {
	return G !== null && !An;
}
function on(e) {
	let t = rn(8, null);
	return We(t, g), t.teardown = e, t;
}
function sn(e) {
	tn("$effect");
	var t = K.f;
	if (!G && t & 32 && Pe !== null && !Pe.i) {
		var n = Pe;
		(n.e ??= []).push(e);
	} else return cn(e);
}
function cn(e) {
	return rn(4 | T, e);
}
function ln(e) {
	yt.ensure();
	let t = rn(64 | w, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? Sn(t, () => {
			yn(t), n(void 0);
		}) : (yn(t), n(void 0));
	});
}
function un(e) {
	return rn(4, e);
}
function dn(e) {
	return rn(ee | w, e);
}
function fn(e, t = 0) {
	return rn(8 | t, e);
}
function W(e, t = [], n = [], r = []) {
	Xe(r, t, n, (t) => {
		rn(8, () => {
			e(...t.map(q));
		});
	});
}
function pn(e, t = 0) {
	return rn(16 | t, e);
}
function mn(e, t = 0) {
	return rn(h | t, e);
}
function hn(e) {
	return rn(32 | w, e);
}
function gn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = On, r = G;
		kn(!0), jn(null);
		try {
			t.call(null);
		} catch (t) {
			en(t, e.parent);
		} finally {
			kn(n), jn(r);
		}
	}
}
function _n(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && Ye(() => {
			e.abort(A);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : yn(n, t), n = r;
	}
}
function vn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || yn(t), t = n;
	}
}
function yn(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (bn(e.nodes.start, e.nodes.end), n = !0), e.f |= S, _n(e, t && !n), Yn(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	gn(e), e.f ^= S, e.f |= b;
	var i = e.parent;
	i !== null && i.first !== null && xn(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function bn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ qt(e);
		e.remove(), e = n;
	}
}
function xn(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function Sn(e, t, n = !0) {
	var r = [];
	e.f |= 256, Cn(e, r, !0);
	var i = () => {
		n && yn(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function Cn(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= y;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				Cn(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function wn(e) {
	e.f &= -257, Tn(e, !0);
}
function Tn(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= y, e.f & 1024 || (We(e, _), yt.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			Tn(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function En(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ qt(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Dn = null, On = !1;
function kn(e) {
	On = e;
}
var G = null, An = !1;
function jn(e) {
	G = e;
}
var K = null;
function Mn(e) {
	K = e;
}
var Nn = null;
function Pn(e) {
	G !== null && (G.f & 2097152 || G.f & 2) && (Nn ??= /* @__PURE__ */ new Set()).add(e);
}
var Fn = null, In = 0, Ln = null;
function Rn(e) {
	Ln = e;
}
var zn = 1, Bn = 0, Vn = Bn;
function Hn(e) {
	Vn = e;
}
function Un() {
	return ++zn;
}
function Wn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Wn(a) && ot(a), a.wv > e.wv) return !0;
		}
		t & 512 && dt === null && We(e, g);
	}
	return !1;
}
function Gn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(Nn !== null && Nn.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Gn(a, t, !1) : t === a && (n ? We(a, _) : a.f & 1024 && We(a, v), Ct(a));
	}
}
function Kn(e) {
	var t = Fn, n = In, r = Ln, i = G, a = Nn, o = Pe, s = An, c = Vn, l = e.f;
	Fn = null, In = 0, Ln = null, G = l & 96 ? null : e, Nn = null, Fe(e.ctx), An = !1, Vn = ++Bn, e.ac !== null && (Ye(() => {
		e.ac.abort(A);
	}), e.ac = null);
	try {
		e.f |= D;
		var u = e.fn, d = u();
		e.f |= x;
		var f = qn(e);
		if (ze() && Ln !== null && !An && f !== null && !(e.f & 6146)) for (var p = 0; p < Ln.length; p++) Gn(Ln[p], e);
		if (i !== null && i !== e) {
			if (Bn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Bn;
			if (t !== null) for (let e of t) e.rv = Bn;
			Ln !== null && (r === null ? r = Ln : r.push(...Ln));
		}
		return e.f & 8388608 && (e.f ^= O), d;
	} catch (t) {
		return qn(e), $t(t);
	} finally {
		e.f ^= D, Fn = t, In = n, Ln = r, G = i, Nn = a, Fe(o), An = s, Vn = c;
	}
}
function qn(e) {
	var t = e.deps, n = R?.is_fork;
	if (Fn !== null) {
		var r;
		if (n || Yn(e, In), t !== null && In > 0) for (t.length = In + Fn.length, r = 0; r < Fn.length; r++) t[In + r] = Fn[r];
		else e.deps = t = Fn;
		if (an() && e.f & 512) for (r = In; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && In < t.length && (Yn(e, In), t.length = In);
	return t;
}
function Jn(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Fn === null || !n.call(Fn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== j && Ge(s), s.ac !== null && Ye(() => {
			s.ac.abort(A), s.ac = null, We(s, _);
		}), st(s), Yn(s, 0);
	}
}
function Yn(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) Jn(e, n[r]);
}
function Xn(e) {
	var t = e.f;
	if (!(t & 16384)) {
		We(e, g);
		var n = K;
		K = e;
		try {
			t & 16777232 ? vn(e) : _n(e), gn(e);
			var r = Kn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = zn;
		} finally {
			K = n;
		}
	}
}
function q(e) {
	var t = !!(e.f & 2);
	if (Dn?.add(e), G !== null && !An && !(K !== null && K.f & 16384) && (Nn === null || !Nn.has(e))) {
		var r = G.deps;
		if (G.f & 2097152) e.rv < Bn && (e.rv = Bn, Fn === null && r !== null && r[In] === e ? In++ : Fn === null ? Fn = [e] : Fn.push(e));
		else {
			G.deps ??= [], n.call(G.deps, e) || G.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [G] : n.call(i, G) || i.push(G);
		}
	}
	if (On && Dt.has(e)) return Dt.get(e);
	if (t) {
		var a = e;
		if (On) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || Qn(a)) && (o = at(a)), Dt.set(a, o), o;
		}
		var s = !(a.f & 512) && !An && G !== null && !!(G.f & 512), c = (a.f & x) === 0;
		Wn(a) && (s && (a.f |= 512), ot(a)), s && !c && (ct(a), Zn(a));
	}
	if (dt?.has(e)) return dt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function Zn(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (ct(r), Zn(r));
	}
}
function Qn(e) {
	if (e.v === j) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Dt.has(t) || t.f & 2 && Qn(t)) return !0;
	return !1;
}
function $n(e) {
	var t = An;
	try {
		return An = !0, e();
	} finally {
		An = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var er = ["touchstart", "touchmove"];
function tr(e) {
	return er.includes(e);
}
// node_modules/svelte/src/internal/client/dev/css.js
var nr = Symbol("events"), rr = /* @__PURE__ */ new Set(), ir = /* @__PURE__ */ new Set();
function ar(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || dr.call(t, e), !e.cancelBubble) return Ye(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, He(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function or(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = ar(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && on(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function sr(e, t, n) {
	(t[nr] ??= {})[e] = n;
}
function cr(e) {
	for (var t = 0; t < e.length; t++) rr.add(e[t]);
	for (var n of ir) n(e);
}
var lr = null, ur = !1;
function dr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	lr = e, ur || (ur = !0, setTimeout(() => {
		ur = !1, lr = null;
	}));
	var s = 0, c = lr === e && e[nr];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[nr] = t;
			return;
		}
		var u = a.indexOf(t);
		if (u === -1) return;
		l <= u && (s = l);
	}
	if (o = a[s] || e.target, o !== t) {
		i(e, "currentTarget", {
			configurable: !0,
			get() {
				return o || n;
			}
		});
		var d = G, f = K;
		jn(null), Mn(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[nr]?.[r];
					h == null || o.disabled && e.target !== o || h.call(o, e);
				} catch (e) {
					p ? m.push(e) : p = e;
				}
				if (e.cancelBubble) break;
				s++, o = s < a.length ? a[s] : null;
			}
			if (p) {
				for (let e of m) queueMicrotask(() => {
					throw e;
				});
				throw p;
			}
		} finally {
			e[nr] = t, delete e.currentTarget, jn(d), Mn(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var fr = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function pr(e) {
	return fr?.createHTML(e) ?? e;
}
function mr(e) {
	var t = Zt("template");
	return t.innerHTML = pr(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function hr(e, t) {
	var n = K;
	n.nodes === null && (n.nodes = {
		start: e,
		end: t,
		a: null,
		t: null
	});
}
/*#__NO_SIDE_EFFECTS__*/
function J(e, t) {
	var n = !!(t & 1), r = !!(t & 2), i, a = !e.startsWith("<!>");
	return () => {
		if (M) return hr(N, null), N;
		i === void 0 && (i = mr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Kt(i)));
		var t = r || Vt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Kt(t), s = t.lastChild;
			hr(o, s);
		} else hr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function gr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (M) return hr(N, null), N;
		if (!o) {
			var e = /* @__PURE__ */ Kt(mr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Kt(e);) o.appendChild(/* @__PURE__ */ Kt(e));
			else o = /* @__PURE__ */ Kt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Kt(t), r = t.lastChild;
			hr(n, r);
		} else hr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function _r(e, t) {
	return /* @__PURE__ */ gr(e, t, "svg");
}
function vr(e = "") {
	if (!M) {
		var t = Gt(e + "");
		return hr(t, t), t;
	}
	var n = N;
	return n.nodeType === 3 ? Qt(n) : (n.before(n = Gt()), _e(n)), hr(n, n), n;
}
function yr() {
	if (M) return hr(N, null), N;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Gt();
	return e.append(t, n), hr(t, n), e;
}
function Y(e, t) {
	if (M) {
		var n = K;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = N), ve();
	} else e !== null && e.before(t);
}
function br() {
	if (M && N && N.nodeType === 8 && N.textContent?.startsWith("$")) {
		let e = N.textContent.substring(1);
		return ve(), e;
	}
	return (window.__svelte ??= {}).uid ??= 1, `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function xr(e) {
	let t = 0, n = kt(0), r;
	return () => {
		an() && (q(n), fn(() => (t === 0 && (r = $n(() => e(() => Ft(n)))), t += 1, () => {
			He(() => {
				--t, t === 0 && (r?.(), r = void 0, Ft(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Sr = C | w;
function Cr(e, t, n, r) {
	new wr(e, t, n, r);
}
var wr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = M ? N : null;
	#n;
	#r;
	#i;
	#a = null;
	#o = null;
	#s = null;
	#c = null;
	#l = 0;
	#u = 0;
	#d = !1;
	#f = /* @__PURE__ */ new Map();
	#p = null;
	#m = xr(() => (this.#p = kt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = K;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = K.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = pn(() => {
			if (M) {
				let e = xe(this.#t);
				ve();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Sr), M && (this.#e = N);
	}
	#h() {
		try {
			this.#a = hn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		He(r), t && (this.#s = hn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? he() : (t = !0, n && Ne(), this.#s !== null && Sn(this.#s, () => {
				this.#s = null;
			}), this.#S(() => {
				this.#b();
			})));
		};
		return {
			reset: r,
			invoke_onerror: () => {
				if (!this.#v()) try {
					n = !0, this.#n.onerror?.(e, r), n = !1;
				} catch (e) {
					en(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (b | S)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = hn(() => e(this.#e)), He(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = Gt(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return hn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							en(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(R)) : this.#u === 0 && (this.#e.before(e), this.#c = null, Sn(this.#o, () => {
					this.#o = null;
				}), this.#x(R));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = hn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				En(this.#a, e);
				let t = this.#n.pending;
				this.#o = hn(() => t(this.#e));
			} else this.#x(R);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		Ke(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = K, n = G, r = Pe;
		Mn(this.#i), jn(this.#i), Fe(this.#i.ctx);
		try {
			return yt.ensure(), e();
		} finally {
			Mn(t), jn(n), Fe(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && Sn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, He(() => {
			this.#d = !1, this.#p && Nt(this.#p, this.#l);
		}));
	}
	get_effect_pending() {
		return this.#m(), q(this.#p);
	}
	error(e) {
		if (e === ue || !this.#n.onerror && !this.#n.failed) throw e;
		R?.is_fork ? (this.#a && R.skip_effect(this.#a), this.#o && R.skip_effect(this.#o), this.#s && R.skip_effect(this.#s), R.oncommit(() => {
			this.#v() || this.#w(e);
		})) : this.#w(e);
	}
	#w(e) {
		this.#a &&= (yn(this.#a), null), this.#o &&= (yn(this.#o), null), this.#s &&= (yn(this.#s), null), M && (_e(this.#t), ye(), _e(be()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return hn(() => {
						var r = K;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return en(e, this.#i.parent), null;
				}
			}));
		};
		He(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					en(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => en(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function X(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[se] ??= e.nodeValue) && (e[se] = n, e.nodeValue = `${n}`);
}
function Tr(e, t) {
	return Dr(e, t);
}
var Er = /* @__PURE__ */ new Map();
function Dr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Wt();
	var l = void 0, u = ln(() => {
		var s = n ?? t.appendChild(Gt());
		Cr(s, { pending: () => {} }, (t) => {
			Ie({});
			var n = Pe;
			if (o && (n.c = o), a && (i.$$events = a), M && hr(t, null), l = e(t, i) || Re(), M && (K.nodes.end = N, N === null || N.nodeType !== 8 || N.data !== "]")) throw pe(), ue;
			Le();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = tr(r);
					for (let e of [t, document]) {
						var a = Er.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), Er.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, dr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(rr)), ir.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = Er.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, dr), r.delete(e), r.size === 0 && Er.delete(n)) : r.set(e, i);
			}
			ir.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return Or.set(l, u), l;
}
var Or = /* @__PURE__ */ new WeakMap();
function kr(e, t) {
	let n = Or.get(e);
	return n ? (Or.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Ar = class {
	anchor;
	#e = /* @__PURE__ */ new Map();
	#t = /* @__PURE__ */ new Map();
	#n = /* @__PURE__ */ new Map();
	#r = /* @__PURE__ */ new Set();
	#i = !0;
	constructor(e, t = !0) {
		this.anchor = e, this.#i = t;
	}
	#a = (e) => {
		if (this.#e.has(e)) {
			var t = this.#e.get(e), n = this.#t.get(t);
			if (n) wn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (wn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (yn(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						En(r, t), t.append(Gt()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else yn(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), Sn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (yn(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = R, r = Xt();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Gt();
				i.append(a), this.#n.set(e, {
					effect: hn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, hn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else M && (this.anchor = N), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function jr(e, t, n = !1) {
	var r;
	M && (r = N, ve());
	var i = new Ar(e), a = n ? C : 0;
	function o(e, t) {
		if (M) {
			var n = xe(r);
			if (e !== parseInt(n.substring(1))) {
				var a = be();
				_e(a), i.anchor = a, ge(!1), i.ensure(e, t), ge(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	pn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Mr(e, t) {
	return t;
}
function Nr(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		Sn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Pr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			Yt(d), d.append(u), e.items.clear();
		}
		Pr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Pr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= E, En(a, document.createDocumentFragment())) : yn(t[i], n);
	}
}
var Fr;
function Ir(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = M ? _e(/* @__PURE__ */ Kt(u)) : u.appendChild(Gt());
	}
	M && ve();
	var d = null, f = /* @__PURE__ */ rt(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = q(f);
			_.fallback = d, Rr(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= E, Br(d, null, c)) : wn(d) : Sn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: pn(() => {
			var e = q(f), t = e.length;
			let r = !1;
			M && xe(c) === "[!" != (t === 0) && (c = be(), _e(c), ge(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = R, v = Xt(), y = 0; y < t; y += 1) {
				M && N.nodeType === 8 && N.data === "]" && (c = N, r = !0, ge(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && Nt(S.v, b), S.i && Nt(S.i, y), v && _.unskip_effect(S.e)) : (S = zr(l, m ? c : Fr ??= Gt(), b, x, y, o, n, i), m || (S.e.f |= E), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = hn(() => s(c)) : (d = hn(() => s(Fr ??= Gt())), d.f |= E)), t > u.size && I("", "", ""), M && t > 0 && _e(be()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && ge(!0), q(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, M && (c = N);
}
function Lr(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Rr(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Lr(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (wn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= E, _ === l) Br(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), Vr(e, d, _), Vr(e, _, y), Br(_, y, n), d = _, p = [], m = [], l = Lr(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Br(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					Vr(e, S.prev, C.next), Vr(e, d, S), Vr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Br(_, l, n), Vr(e, _.prev, _.next), Vr(e, _, d === null ? e.effect.first : d.next), Vr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Lr(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Lr(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Pr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Lr(l.next);
		var T = w.length;
		if (T > 0) {
			var D = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.fix();
			}
			Nr(e, w, D);
		}
	}
	o && He(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function zr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? kt(n) : /* @__PURE__ */ At(n, !1, !1) : null, l = o & 2 ? kt(i) : null;
	return {
		v: c,
		i: l,
		e: hn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Br(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ qt(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function Vr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
function Hr(e, t, n) {
	var r;
	M && (r = N, ve());
	var i = new Ar(e);
	pn(() => {
		var e = t() ?? null;
		if (M && xe(r) === "[" != (e !== null)) {
			var a = be();
			_e(a), i.anchor = a, ge(!1), i.ensure(e, e && ((t) => n(t, e))), ge(!0);
		} else i.ensure(e, e && ((t) => n(t, e)));
	}, C);
}
// node_modules/svelte/src/internal/client/dom/css.js
function Ur(e, t) {
	un(() => {
		e = K?.parent?.nodes?.start ?? e;
		var n = e.getRootNode(), r = n.host ? n : n.head ?? n.ownerDocument.head;
		if (!r.querySelector("#" + t.hash)) {
			let e = Zt("style");
			e.id = t.hash, e.textContent = t.code, r.appendChild(e);
		}
	});
}
// node_modules/svelte/src/internal/client/dom/elements/attachments.js
function Wr(e, t) {
	var n = void 0, r;
	mn(() => {
		n !== (n = t()) && (r &&= (yn(r), null), n && (r = hn(() => {
			un(() => n(e));
		})));
	});
}
// node_modules/svelte/src/internal/shared/attributes.js
var Gr = [..." 	\n\r\f\xA0\v﻿"];
function Kr(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Gr.includes(r[o - 1])) && (s === r.length || Gr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function qr(e, t, n, r, i, a) {
	var o = e[ae];
	if (M || o !== n || o === void 0) {
		var s = Kr(n, r, a);
		M && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[ae] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function Jr(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function Yr(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = Qr(c);
			Jr(c, i ? a.includes(l) : zt(l, r));
		}
		if (n) {
			if (s !== null) for (c of t.options) {
				var u = s.has(c);
				c.selected !== u && (c.selected = u);
			}
			else t.selectedIndex !== o && (t.selectedIndex = o);
		}
	}
}
function Xr(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return me();
		for (var i of t.options) i.selected = n.includes(Qr(i));
	} else {
		for (i of t.options) if (zt(Qr(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function Zr(e) {
	var t = new MutationObserver((t) => {
		t.every($r) || ("__defaultValue" in e && Yr(e, !1), "__value" in e && Xr(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), on(() => {
		t.disconnect();
	});
}
function Qr(e) {
	return "__value" in e ? e.__value : e.value;
}
function $r(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var ei = Symbol("is custom element"), ti = Symbol("is html"), ni = le ? "link" : "LINK", ri = le ? "progress" : "PROGRESS";
function ii(e) {
	if (M) {
		var t = !1, n = () => {
			if (!t) {
				if (t = !0, e.hasAttribute("value")) {
					var n = e.value;
					Z(e, "value", null), e.value = n;
				}
				if (e.hasAttribute("checked")) {
					var r = e.checked;
					Z(e, "checked", null), e.checked = r;
				}
			}
		};
		e[ce] = n, He(n), Je();
	}
}
function ai(e, t) {
	var n = si(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === ri) && (e.value = t ?? "");
}
function oi(e, t) {
	var n = si(e);
	n.checked !== (n.checked = t ?? void 0) && (e.checked = t);
}
function Z(e, t, n, r) {
	var i = si(e);
	if (!(M && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === ni))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[re] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && li(e).has(t) ? e[t] = n : (!M || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function si(e) {
	return e[ie] ??= {
		[ei]: e.nodeName.includes("-"),
		[ti]: e.namespaceURI === de
	};
}
var ci = /* @__PURE__ */ new Map();
function li(e) {
	var t = e.getAttribute("is") || e.nodeName, n = ci.get(t);
	if (n) return n;
	ci.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function ui(e, t) {
	return e === t || e?.[te] === t;
}
function di(e = Re(), t, n, r) {
	var i = Pe.r, a = K;
	return un(() => {
		var o, s;
		return fn(() => {
			o = s, s = r?.() || [], $n(() => {
				ui(n(...s), e) || (t(e, ...s), o && ui(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && ui(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/universal.js
function fi(e, t, n, r, i) {
	var a = () => {
		r(n[e]);
	};
	n.addEventListener(t, a), i ? fn(() => {
		n[e] = i();
	}) : a(), (n === document.body || n === window || n === document) && on(() => {
		n.removeEventListener(t, a);
	});
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var pi = !1;
function mi(e) {
	var t = pi;
	try {
		return pi = !1, [e(), pi];
	} finally {
		pi = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function hi(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ et(r), q(u)) : (l && (l = !1, c = s ? $n(r) : r), c);
	let f;
	if (o) {
		var p = te in e || ne in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = mi(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && ke(t), f(m)));
	var g = i ? () => {
		var n = e[t];
		return n === void 0 ? d() : (l = !0, n);
	} : () => {
		var n = e[t];
		return n !== void 0 && (c = void 0), n === void 0 ? c : n;
	};
	if (i && !(n & 4)) return g;
	if (f) {
		var _ = e.$$legacy;
		return (function(e, t) {
			return arguments.length > 0 ? ((!i || !t || _ || h) && f(t ? g() : e), e) : g();
		});
	}
	var v = !1, y = (n & 1 ? et : rt)(() => (v = !1, g()));
	o && q(y);
	var b = K;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? q(y) : i && o ? Lt(e) : e;
			return B(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return On && v || b.f & 16384 ? y.v : q(y);
	});
}
var gi = ".uplot,.uplot *,.uplot :before,.uplot :after{box-sizing:border-box}.uplot{width:min-content;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,Apple Color Emoji,Segoe UI Emoji,Segoe UI Symbol,Noto Color Emoji;line-height:1.5}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{-webkit-user-select:none;user-select:none;position:relative}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{width:100%;height:100%;display:block;position:relative}.u-axis{position:absolute}.u-legend{text-align:center;margin:auto;font-size:14px}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:\":\";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{pointer-events:none;background:#00000012;position:absolute}.u-cursor-x,.u-cursor-y{pointer-events:none;will-change:transform;position:absolute;top:0;left:0}.u-hz .u-cursor-x,.u-vt .u-cursor-y{border-right:1px dashed #607d8b;height:100%}.u-hz .u-cursor-y,.u-vt .u-cursor-x{border-bottom:1px dashed #607d8b;width:100%}.u-cursor-pt{pointer-events:none;will-change:transform;border:0 solid;border-radius:50%;position:absolute;top:0;left:0;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}", _i = ":root,:host{--paper:#fff;--surface:#f4f5f7;--ink:#1c1f24;--muted:#5b626d;--line:#d4d8de;--accent:#0072b2;--warn:#b34700;color:var(--ink);background:var(--paper);font-family:system-ui,Noto Sans,DejaVu Sans,sans-serif;line-height:1.4}:root[data-theme=dark],:host([data-theme=dark]){--paper:#15181c;--surface:#1f242a;--ink:#eceef1;--muted:#a5adb8;--line:#39414b;--accent:#56b4e9;--warn:#f0a35e}body{margin:0}*,:before,:after{box-sizing:border-box}h1,h2{margin:0;font-size:1rem}button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;min-height:2.1rem;padding:.3rem .6rem}button{cursor:pointer}button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}button.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}.hidden{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}", vi = 12, yi = "NRN1", bi = (e) => Math.ceil(e / 8) * 8;
function xi(e, t, n, r) {
	return t === "u8" ? new Uint8Array(e, n, r) : t === "f32" ? new Float32Array(e, n, r) : new Int32Array(e, n, r);
}
function Si(e) {
	let t = new DataView(e);
	if (new TextDecoder().decode(new Uint8Array(e, 0, 4)) !== yi) throw Error("this is no frame of the engine");
	let n = t.getUint32(4, !0), r = new TextDecoder().decode(new Uint8Array(e, vi, n)), { arrays: i, ...a } = JSON.parse(r), o = /* @__PURE__ */ new Map(), s = bi(vi + n);
	for (let { name: t, type: n, shape: r } of i) {
		let i = r.reduce((e, t) => e * t, 1), a = xi(e, n, s, i);
		o.set(t, {
			values: a,
			shape: r
		}), s = bi(s + a.byteLength);
	}
	return {
		facts: a,
		arrays: o
	};
}
// src/engine/transport.ts
var Ci = "noron.lab.1", wi = "noron-lab-key", Ti = "noron-lab-session", Ei = 1e3, Di = 3e4, Oi = "noron-lab", ki = 300;
function Ai() {
	let e = new BroadcastChannel(Oi);
	return new Promise((t) => {
		let n = (n) => {
			e.close(), t(n);
		};
		e.onmessage = ({ data: e }) => {
			typeof e.key == "string" && n(e.key);
		}, e.postMessage({ wanted: !0 }), setTimeout(() => n(null), ki);
	});
}
function ji() {
	let e = new BroadcastChannel(Oi);
	e.onmessage = ({ data: t }) => {
		let n = sessionStorage.getItem(wi);
		t.wanted === !0 && n !== null && e.postMessage({ key: n });
	};
}
function Mi(e) {
	let t, n = Ei, r = !1;
	function i() {
		let o = sessionStorage.getItem(wi) ?? "", s = sessionStorage.getItem(Ti), c = [Ci, `key.${o}`];
		s !== null && c.push(`session.${s}`), t = new WebSocket(`ws://${location.host}/ws`, c), t.binaryType = "arraybuffer", t.onopen = () => {
			n = Ei, e.opened();
		}, t.onmessage = (t) => {
			typeof t.data == "string" && a(t.data), e.received(t.data);
		}, t.onclose = () => {
			r || (e.lost("lost"), setTimeout(i, n), n = Math.min(2 * n, Di));
		};
	}
	function a(e) {
		let t = JSON.parse(e);
		t.t === "session" && (t.key !== void 0 && sessionStorage.setItem(wi, t.key), t.name !== void 0 && sessionStorage.setItem(Ti, t.name));
	}
	async function o() {
		if (sessionStorage.getItem(wi) === null) {
			let t = await Ai();
			if (t === null) {
				e.lost("no_key");
				return;
			}
			sessionStorage.setItem(wi, t);
		}
		ji(), i();
	}
	return o(), {
		send: (e) => {
			t?.readyState === WebSocket.OPEN && t.send(e);
		},
		close: () => {
			r = !0, t?.close();
		}
	};
}
// src/engine/lab.svelte.ts
var Ni = 4096, Pi = class {
	#e = /* @__PURE__ */ z("connecting");
	get status() {
		return q(this.#e);
	}
	set status(e) {
		B(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ z(null);
	get welcome() {
		return q(this.#t);
	}
	set welcome(e) {
		B(this.#t, e);
	}
	#n = /* @__PURE__ */ z(null);
	get state() {
		return q(this.#n);
	}
	set state(e) {
		B(this.#n, e);
	}
	#r = /* @__PURE__ */ z(null);
	get facts() {
		return q(this.#r);
	}
	set facts(e) {
		B(this.#r, e);
	}
	#i = /* @__PURE__ */ z(/* @__PURE__ */ new Map());
	get frame() {
		return q(this.#i);
	}
	set frame(e) {
		B(this.#i, e);
	}
	#a = /* @__PURE__ */ z(null);
	get dataFacts() {
		return q(this.#a);
	}
	set dataFacts(e) {
		B(this.#a, e);
	}
	#o = /* @__PURE__ */ z(/* @__PURE__ */ new Map());
	get data() {
		return q(this.#o);
	}
	set data(e) {
		B(this.#o, e);
	}
	#s = /* @__PURE__ */ z(null);
	get refused() {
		return q(this.#s);
	}
	set refused(e) {
		B(this.#s, e);
	}
	#c = /* @__PURE__ */ z(null);
	get diverged() {
		return q(this.#c);
	}
	set diverged(e) {
		B(this.#c, e);
	}
	#l = /* @__PURE__ */ z(null);
	get shared() {
		return q(this.#l);
	}
	set shared(e) {
		B(this.#l, e);
	}
	#u = /* @__PURE__ */ z([]);
	get curve() {
		return q(this.#u);
	}
	set curve(e) {
		B(this.#u, e);
	}
	#d = /* @__PURE__ */ z(0);
	get framesPerSecond() {
		return q(this.#d);
	}
	set framesPerSecond(e) {
		B(this.#d, e, !0);
	}
	#f = /* @__PURE__ */ z(null);
	get ended() {
		return q(this.#f);
	}
	set ended(e) {
		B(this.#f, e);
	}
	#p = /* @__PURE__ */ z(null);
	get speed() {
		return q(this.#p);
	}
	set speed(e) {
		B(this.#p, e, !0);
	}
	#m = /* @__PURE__ */ z(null);
	get pinned() {
		return q(this.#m);
	}
	set pinned(e) {
		B(this.#m, e);
	}
	page;
	#h;
	#g = 0;
	#_ = !1;
	#v = null;
	#y = 0;
	#b = 0;
	#x = performance.now();
	#S = [
		"output",
		"units",
		"weights"
	];
	#C;
	#w = /* @__PURE__ */ new Map();
	constructor(e, t = "", n = Mi) {
		this.page = e, this.#C = t, this.#h = n({
			opened: () => this.#D(),
			received: (e) => this.#O(e),
			lost: (e) => {
				this.status = e;
			}
		}), requestAnimationFrame(() => this.#N());
	}
	send(e, t = {}) {
		return this.#g += 1, this.#h.send(JSON.stringify({
			t: e,
			id: this.#g,
			...t
		})), this.#g;
	}
	ask(e, t = {}) {
		let n = this.send(e, t);
		return new Promise((e, t) => {
			this.#w.set(n, {
				done: e,
				refused: t
			});
		});
	}
	show(e, t) {
		this.page !== e && (this.page = e, this.#C = t, this.#T(), this.status === "ready" && this.#k());
	}
	open(e) {
		this.send("open", { link: e });
	}
	#T() {
		this.#_ = !1, this.state = null, this.facts = null, this.frame = /* @__PURE__ */ new Map(), this.data = /* @__PURE__ */ new Map(), this.dataFacts = null, this.refused = this.diverged = this.ended = this.shared = null, this.pinned = null, this.curve = [];
	}
	change(e, t = "none") {
		let { format: n, ...r } = this.state?.recipe ?? {};
		this.send("recipe", {
			values: {
				...r,
				...e
			},
			keep: t
		});
	}
	get isRunning() {
		return this.state?.running === !0;
	}
	toggle() {
		this.send(this.isRunning ? "pause" : "run", this.isRunning ? {} : this.#E());
	}
	setSpeed(e) {
		this.speed = e, this.isRunning && this.send("run", this.#E());
	}
	#E() {
		return this.speed === null ? {} : { speed: this.speed };
	}
	get outputs() {
		return this.state?.arrays.at(-1)?.shape.at(-1) ?? 1;
	}
	pin() {
		if (this.state === null || this.facts === null) return;
		let { recipe: e } = this.state;
		this.pinned = {
			recipe: e,
			facts: this.facts,
			curve: this.curve,
			output: this.frame.get("output")
		};
	}
	see(e) {
		this.#S = e, this.send("see", {
			views: e,
			credits: 1
		});
	}
	#D() {
		this.send("hello", { protocol: 1 });
	}
	#O(e) {
		if (typeof e != "string") {
			this.#M(e);
			return;
		}
		let t = JSON.parse(e), n = this.#w.get(t.id);
		if (!(n && (this.#w.delete(t.id), t.t === "refused" ? n.refused(t) : n.done(t), t.t !== "state"))) switch (t.t) {
			case "full":
				this.status = "full";
				break;
			case "welcome":
				this.welcome = t, this.status = "ready", this.#k();
				break;
			case "state":
				this.#j(t);
				break;
			case "refused":
				this.refused = t;
				break;
			case "ended":
				this.ended = t, this.#A();
				break;
			case "diverged":
				this.diverged = t, this.#A();
				break;
			case "shared": this.shared = t;
		}
	}
	#k() {
		this.send("see", {
			views: this.#S,
			credits: 3
		}), this.ask("show", { page: this.page }).then(({ has_network: e }) => {
			this.#_ = !0, e || this.open(this.#C);
		});
	}
	#A() {
		this.state !== null && (this.state = {
			...this.state,
			running: !1,
			ended: !0
		});
	}
	#j(e) {
		let t = this.state;
		t !== null && e.step < t.step && (this.curve = this.curve.filter((t) => t.step <= e.step)), this.state = e, this.refused = null, e.ended || (this.diverged = this.ended = null);
	}
	#M(e) {
		if (!this.#_) this.send("see", { credits: 1 });
		else if (new TextDecoder().decode(new Uint8Array(e, 12, 24)).includes("\"data\"")) {
			let { facts: t, arrays: n } = Si(e);
			this.dataFacts = t, this.data = n, this.curve = [];
		} else this.#v = e, this.#y += 1;
	}
	#N() {
		if (requestAnimationFrame(() => this.#N()), this.#P(), this.#v === null) return;
		let { facts: e, arrays: t } = Si(this.#v);
		this.#v = null, this.facts = e, this.frame = t, this.#F(this.facts), this.#b += 1, this.send("see", { credits: this.#y }), this.#y = 0;
	}
	#P() {
		let e = performance.now();
		e - this.#x < 1e3 || (this.framesPerSecond = Math.round(1e3 * this.#b / (e - this.#x)), this.#b = 0, this.#x = e);
	}
	#F(e) {
		let t = e.train?.loss ?? e.batch_loss, n = {
			step: e.step,
			train: t,
			heldOut: e.held_out?.loss ?? null
		}, r = this.curve.filter((e) => e.step < n.step);
		this.curve = Fi([...r, n]);
	}
};
function Fi(e, t = Ni) {
	return e.length <= t ? e : e.filter((t, n) => n % 2 == 0 || n === e.length - 1);
}
var Ii = {
	run: "Run",
	pause: "Pause",
	step: "One batch",
	epoch: "One epoch",
	rewind: "Rewind",
	rewind_hint: "Back to the first weights; the same run follows",
	steps_done: "Step {step}, epoch {epoch}",
	data: "Data",
	data_moons: "Moons",
	data_circles: "Circles",
	data_spirals: "Spirals",
	data_blobs: "Blobs",
	data_xor: "XOR",
	data_function: "Curve",
	data_sine: "Sine (numbers)",
	points: "Points",
	noise: "Noise",
	classes: "Classes",
	held_out_share: "Held out",
	new_points: "New points",
	new_points_hint: "Draws other points of the same kind: the network, its first weights and the noise setting stay the same.",
	network: "Network",
	layer: "Layer {n}",
	add_layer: "Add a layer",
	remove_layer: "Remove layer {n}",
	more_units: "One unit more in layer {n}",
	fewer_units: "One unit less in layer {n}",
	output: "Output",
	activation: "Activation",
	learning_rate: "Learning rate",
	batch_size: "Batch size",
	optimizer: "Optimizer",
	l2: "L2 penalty",
	dropout: "Dropout",
	loss: "Loss",
	accuracy: "Accuracy",
	training: "training",
	held_out: "held out",
	curve: "Loss, step by step",
	curve_text: "Training loss {train}, held-out loss {held_out}",
	picture_text: "What the network answers for each point of the plane",
	unit_text: "Unit {unit} of layer {layer}, bias {bias}",
	weight_text: "Weight from {from} to {to}: {value}",
	diverged_title: "The loss is no longer a number",
	diverged_text: "It happened in step {step}, at a learning rate of {rate}.",
	diverged_mend: "Go back and learn at a lower rate",
	diverged_rewind: "Rewind",
	changed_at: "{key} became {value} in step {step}",
	rate_too_high: "A learning rate of {rate} is too high: each step goes too far.",
	mixed: "different in each layer",
	speed: "Steps a second",
	speed_most: "as many as possible",
	more_settings: "More settings",
	initializer: "First weights",
	initializer_usual: "usual for the activation",
	schedule: "Schedule of the rate",
	schedule_none: "none: the rate stays",
	schedule_step: "falls in steps",
	schedule_exponential: "falls a little in each epoch",
	schedule_cosine: "falls along a cosine",
	schedule_one_cycle: "rises, then falls (one cycle)",
	schedule_reduce_on_plateau: "falls when the loss rests",
	stop_epochs: "Stop after epochs",
	stop_patience: "Stop after epochs without progress",
	never: "never",
	seed: "Seed",
	batch_norm: "Batch normalization",
	usual: "usual",
	limits: "Limits of this lab",
	limit_parameters: "weights and biases of a network",
	limit_layers: "layers",
	limit_units: "units in a layer",
	limit_batch_size: "rows in a batch",
	limit_rows: "rows of data",
	limit_now: "weights and biases now",
	confusion: "Confusion matrix",
	confusion_caption: "Rows ({part}) of each class down, what the network takes them for across",
	confusion_true: "class",
	pin: "Keep for comparison",
	pinned: "Kept run",
	pinned_picture: "What the kept run answered",
	pinned_text: "After step {step} its loss was {loss}; now it is {now}.",
	pinned_differs: "{key}: {before}, now {after}",
	pinned_same: "Both have the same settings.",
	unpin: "Forget the kept run",
	guess: "Guess first, then run",
	guess_question: "The loss is {loss}. What will it be after {n} more epochs?",
	guess_much: "Less than half",
	guess_little: "A little less",
	guess_not: "Not less",
	guess_right: "Right!",
	guess_wrong: "Not this time.",
	guess_result: "You said: {guess}. The loss went from {before} to {after}.",
	guess_again: "Guess again",
	guess_waits: "You said: {guess}. The network is running …",
	insert_layer: "Insert a layer before layer {n}",
	layer_summary: "Layer {n}: {units} units, {activation}",
	units_of_layer: "Units",
	weight_gradient_text: "Weight from {from} to {to}: {value}, gradient {gradient}",
	more_units_not_shown: "and {n} more",
	network_hint: "Each square shows what one unit answers over the plane of the data: blue for positive values, orange for negative ones. {first} is an input, a column of the data. Thick lines are large weights, dashed lines negative ones. Choose a unit to see and change its numbers.",
	unit_of: "Layer {n}, unit {unit}",
	bias: "bias",
	unit_title: "Unit {unit} of layer {layer}",
	unit_picture: "What this unit answers over the plane",
	unit_explained: "The unit multiplies each of its inputs by a weight, adds them and the bias, and applies its activation. The picture shows the result for every point of the plane: blue is positive, orange negative, white 0. Its largest value here is {most}.",
	unit_from: "From",
	unit_weight: "Weight",
	unit_gradient: "Gradient",
	unit_edit: "Weight from {name}",
	silence: "Silence this unit",
	silence_hint: "A silenced unit counts as 0 in all that is shown: you see what the network loses without it. Training goes on with it.",
	ended: "The run has ended at step {step}.",
	diverged_glass: "Show the step under glass"
}, Li = {
	title: "noron lab",
	connecting: "The engine is starting …",
	lost: "The connection to the engine is lost. The network waits for ten minutes; this page tries again by itself.",
	lost_hint: "If you closed the terminal, start noron lab again.",
	full: "All sessions of this engine are taken. Close a tab with the lab, then load this page again.",
	engine: "Engine: {name}",
	language: "Tiếng Việt",
	theme: "Light or dark",
	share: "Copy a link",
	shared: "The link is copied",
	shared_by_hand: "Copy this link:",
	frames: "{n} pictures a second",
	shared_inexact: "The link is copied. It has the settings at the beginning; those that were changed since are not in it.",
	pages: "Pages",
	page_playground: "Playground",
	no_key: "This page has no key to the engine. Open the address that noron lab has printed, or run noron lab again.",
	key_help: "Keys",
	key_run: "run or pause",
	key_step: "one batch",
	key_back: "back one batch",
	key_epoch: "one epoch",
	key_rewind: "rewind",
	key_pages: "the pages",
	key_this: "this list",
	key_close: "close what is open",
	close: "Close",
	space: "space",
	refused_illegal: "{setting}: this value cannot be used; nothing has changed.",
	refused_unknown_message: "The engine does not know this request; load the page anew.",
	refused_no_network: "There is no network yet.",
	refused_other_version: "The page and the engine have different versions: load the page anew.",
	refused_detail: "In detail (English)"
}, Ri = {
	run: "Chạy",
	pause: "Tạm dừng",
	step: "Một lô",
	epoch: "Một epoch",
	rewind: "Tua lại",
	rewind_hint: "Trở về các trọng số ban đầu; chạy lại sẽ cho đúng kết quả cũ",
	steps_done: "Bước {step}, epoch {epoch}",
	data: "Dữ liệu",
	data_moons: "Trăng khuyết",
	data_circles: "Vòng tròn",
	data_spirals: "Xoắn ốc",
	data_blobs: "Cụm điểm",
	data_xor: "XOR",
	data_function: "Đường cong",
	data_sine: "Hình sin (số thực)",
	points: "Số điểm",
	noise: "Nhiễu",
	classes: "Số lớp",
	held_out_share: "Phần giữ lại",
	new_points: "Điểm mới",
	new_points_hint: "Sinh các điểm khác cùng loại: mạng, trọng số ban đầu và mức nhiễu giữ nguyên.",
	network: "Mạng",
	layer: "Tầng {n}",
	add_layer: "Thêm một tầng",
	remove_layer: "Bỏ tầng {n}",
	more_units: "Thêm một nơ-ron vào tầng {n}",
	fewer_units: "Bớt một nơ-ron ở tầng {n}",
	output: "Đầu ra",
	activation: "Hàm kích hoạt",
	learning_rate: "Tốc độ học",
	batch_size: "Kích thước lô",
	optimizer: "Thuật toán tối ưu",
	l2: "Phạt L2",
	dropout: "Dropout",
	loss: "Mất mát",
	accuracy: "Độ chính xác",
	training: "huấn luyện",
	held_out: "giữ lại",
	curve: "Mất mát theo từng bước",
	curve_text: "Mất mát trên tập huấn luyện {train}, trên phần giữ lại {held_out}",
	picture_text: "Câu trả lời của mạng tại mỗi điểm trên mặt phẳng",
	unit_text: "Nơ-ron {unit} của tầng {layer}, độ lệch {bias}",
	weight_text: "Trọng số từ {from} đến {to}: {value}",
	diverged_title: "Mất mát không còn là một con số",
	diverged_text: "Việc này xảy ra ở bước {step}, khi tốc độ học là {rate}.",
	diverged_mend: "Quay lại và học với tốc độ thấp hơn",
	diverged_rewind: "Tua lại",
	changed_at: "{key} đổi thành {value} ở bước {step}",
	rate_too_high: "Tốc độ học {rate} quá cao: mỗi bước đi quá xa.",
	mixed: "khác nhau ở mỗi tầng",
	speed: "Số bước mỗi giây",
	speed_most: "nhanh nhất có thể",
	more_settings: "Thiết lập khác",
	initializer: "Trọng số ban đầu",
	initializer_usual: "theo hàm kích hoạt",
	schedule: "Lịch tốc độ học",
	schedule_none: "không: tốc độ giữ nguyên",
	schedule_step: "giảm theo bậc",
	schedule_exponential: "giảm dần mỗi epoch",
	schedule_cosine: "giảm theo hàm cosin",
	schedule_one_cycle: "tăng rồi giảm (một chu kỳ)",
	schedule_reduce_on_plateau: "giảm khi mất mát đứng yên",
	stop_epochs: "Dừng sau số epoch",
	stop_patience: "Dừng nếu không tiến bộ sau số epoch",
	never: "không dừng",
	seed: "Mầm ngẫu nhiên",
	batch_norm: "Chuẩn hóa theo lô",
	usual: "mặc định",
	limits: "Giới hạn của lab",
	limit_parameters: "số trọng số và độ lệch của mạng",
	limit_layers: "số tầng",
	limit_units: "số nơ-ron trong một tầng",
	limit_batch_size: "số hàng trong một lô",
	limit_rows: "số hàng dữ liệu",
	limit_now: "số trọng số và độ lệch hiện tại",
	confusion: "Ma trận nhầm lẫn",
	confusion_caption: "Số hàng ({part}) của mỗi lớp theo chiều dọc, mạng đoán thành lớp nào theo chiều ngang",
	confusion_true: "lớp",
	pin: "Giữ lại để so sánh",
	pinned: "Lượt chạy được giữ",
	pinned_picture: "Câu trả lời của lượt chạy được giữ",
	pinned_text: "Sau bước {step}, mất mát của nó là {loss}; bây giờ là {now}.",
	pinned_differs: "{key}: {before}, bây giờ {after}",
	pinned_same: "Hai lượt có cùng thiết lập.",
	unpin: "Bỏ lượt chạy được giữ",
	guess: "Đoán trước, chạy sau",
	guess_question: "Mất mát đang là {loss}. Sau {n} epoch nữa nó sẽ thế nào?",
	guess_much: "Giảm hơn một nửa",
	guess_little: "Giảm một chút",
	guess_not: "Không giảm",
	guess_right: "Đúng rồi!",
	guess_wrong: "Lần này chưa đúng.",
	guess_result: "Bạn đã đoán: {guess}. Mất mát đi từ {before} đến {after}.",
	guess_again: "Đoán lần nữa",
	guess_waits: "Bạn đã đoán: {guess}. Mạng đang chạy …",
	insert_layer: "Chèn một tầng trước tầng {n}",
	layer_summary: "Tầng {n}: {units} nơ-ron, {activation}",
	units_of_layer: "Số nơ-ron",
	weight_gradient_text: "Trọng số từ {from} đến {to}: {value}, gradient {gradient}",
	more_units_not_shown: "và {n} nữa",
	network_hint: "Mỗi ô vuông cho thấy một nơ-ron trả lời gì trên mặt phẳng dữ liệu: xanh là giá trị dương, cam là giá trị âm. {first} là một đầu vào, tức một cột của dữ liệu. Đường dày là trọng số lớn, đường đứt là trọng số âm. Hãy chọn một nơ-ron để xem và sửa các con số của nó.",
	unit_of: "Tầng {n}, nơ-ron {unit}",
	bias: "độ lệch",
	unit_title: "Nơ-ron {unit} của tầng {layer}",
	unit_picture: "Câu trả lời của nơ-ron này trên mặt phẳng",
	unit_explained: "Nơ-ron nhân mỗi đầu vào với một trọng số, cộng tất cả lại cùng độ lệch, rồi áp dụng hàm kích hoạt. Hình cho thấy kết quả tại mọi điểm của mặt phẳng: xanh là dương, cam là âm, trắng là 0. Giá trị lớn nhất ở đây là {most}.",
	unit_from: "Từ",
	unit_weight: "Trọng số",
	unit_gradient: "Gradient (đạo hàm)",
	unit_edit: "Trọng số từ {name}",
	silence: "Tắt nơ-ron này",
	silence_hint: "Nơ-ron bị tắt được tính là 0 trong mọi thứ đang hiển thị: bạn thấy mạng mất gì khi thiếu nó. Việc huấn luyện vẫn tiếp tục với nó.",
	ended: "Lượt chạy đã kết thúc ở bước {step}.",
	diverged_glass: "Xem bước này dưới kính"
}, zi = {
	title: "noron lab",
	connecting: "Engine đang khởi động …",
	lost: "Mất kết nối với engine. Mạng được giữ lại mười phút; trang này tự thử kết nối lại.",
	lost_hint: "Nếu bạn đã đóng cửa sổ dòng lệnh, hãy chạy lại noron lab.",
	full: "Engine này đã hết chỗ. Hãy đóng bớt một thẻ đang mở lab rồi tải lại trang.",
	engine: "Engine: {name}",
	language: "English",
	theme: "Sáng hay tối",
	share: "Chép đường dẫn",
	shared: "Đã chép đường dẫn",
	shared_by_hand: "Hãy chép đường dẫn này:",
	frames: "{n} hình mỗi giây",
	shared_inexact: "Đã chép đường dẫn. Nó giữ các thiết lập lúc đầu, không có những gì đã đổi sau đó.",
	pages: "Các trang",
	page_playground: "Sân chơi",
	no_key: "Trang này không có khóa để vào engine. Hãy mở địa chỉ mà noron lab đã in ra, hoặc chạy lại noron lab.",
	key_help: "Phím tắt",
	key_run: "chạy hoặc dừng",
	key_step: "một lô",
	key_back: "lùi một lô",
	key_epoch: "một epoch",
	key_rewind: "tua lại từ đầu",
	key_pages: "các trang",
	key_this: "danh sách này",
	key_close: "đóng phần đang mở",
	close: "Đóng",
	space: "dấu cách",
	refused_illegal: "{setting}: không dùng được giá trị này; chưa có gì thay đổi.",
	refused_unknown_message: "Engine không hiểu yêu cầu này; hãy tải lại trang.",
	refused_no_network: "Chưa có mạng nào.",
	refused_other_version: "Trang và engine khác phiên bản: hãy tải lại trang.",
	refused_detail: "Chi tiết (tiếng Anh)"
}, Bi = {
	...Li,
	...Ii
}, Vi = {
	en: Bi,
	vi: {
		...zi,
		...Ri
	}
}, Hi = "noron-lab-language";
function Ui() {
	let e = localStorage.getItem(Hi);
	return e === "en" || e === "vi" ? e : navigator.language.startsWith("vi") ? "vi" : "en";
}
var Wi = new class {
	#e = /* @__PURE__ */ z(Lt(Ui()));
	get language() {
		return q(this.#e);
	}
	set language(e) {
		B(this.#e, e, !0);
	}
}(), Gi = () => Wi.language;
function Ki(e) {
	Wi.language = e, localStorage.setItem(Hi, e), document.documentElement.lang = e;
}
function Q(e, t = {}) {
	return Vi[Wi.language][e].replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? ""));
}
function qi(e, t) {
	let n = `${e}_${t}`;
	return n in Bi ? Q(n) : t;
}
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/playground/Choice.svelte
var Ji = /* @__PURE__ */ J("<option> </option>"), Yi = /* @__PURE__ */ J("<div class=\"svelte-4iyz10\"><label> </label> <select class=\"svelte-4iyz10\"><!><!></select></div>"), Xi = {
	hash: "svelte-4iyz10",
	code: "div.svelte-4iyz10 {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}select.svelte-4iyz10 {width:100%;}"
};
function Zi(e, t) {
	let n = br();
	Ie(t, !0), Ur(e, Xi);
	let r = /* @__PURE__ */ L(() => typeof t.value == "object" && t.value !== null && "name" in t.value ? String(t.value.name) : String(t.value ?? ""));
	var i = Yi(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s), l = (e) => {
		var n = Ji(), r = H(n, !0);
		n.value = n.__value = "", W((e) => X(r, e), [() => Q(t.none)]), Y(e, n);
	};
	jr(c, (e) => {
		t.none && e(l);
	}), Ir(U(c), 16, () => t.options, (e) => e, (e, n) => {
		var r = Ji(), i = H(r, !0), a = {};
		W((e, t) => {
			X(i, e), a !== (a = t) && (r.value = (r.__value = a) ?? "");
		}, [() => t.prefix ? qi(t.prefix, String(n)) : n, () => String(n)]), Y(e, r);
	}), P(s);
	var u;
	Zr(s), P(i), W((e) => {
		Z(i, "title", t.hint), Z(a, "for", n), X(o, e), Z(s, "id", n), u !== (u = q(r)) && (s.value = (s.__value = u) ?? "", Xr(s, u));
	}, [() => Q(t.label)]), sr("change", s, (e) => t.chosen(e.currentTarget.value)), Y(e, i), Le();
}
cr(["change"]);
// src/playground/NumberField.svelte
var Qi = /* @__PURE__ */ J("<div class=\"svelte-1xqdewy\"><label> </label> <input type=\"number\" class=\"svelte-1xqdewy\"/></div>"), $i = {
	hash: "svelte-1xqdewy",
	code: "div.svelte-1xqdewy {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}input.svelte-1xqdewy {width:100%;}"
};
function ea(e, t) {
	let n = br();
	Ie(t, !0), Ur(e, $i);
	let r = hi(t, "placeholder", 3, "");
	function i(e) {
		let n = e.value.trim();
		t.chosen(n === "" ? null : Number(n));
	}
	var a = Qi(), o = V(a), s = H(o, !0), c = U(o, 2);
	ii(c), P(a), W((e) => {
		Z(o, "for", n), X(s, e), Z(c, "id", n), Z(c, "min", t.min), Z(c, "max", t.max), Z(c, "step", t.step), Z(c, "placeholder", r()), ai(c, t.value ?? "");
	}, [() => Q(t.label)]), sr("change", c, (e) => i(e.currentTarget)), Y(e, a), Le();
}
cr(["change"]);
// src/playground/layers.ts
var ta = [
	"batch_norm",
	"dropout",
	"standardize"
], na = "identity";
function ra(e) {
	let t = [];
	for (let n of e) {
		let e = t.at(-1);
		n.name === "dense" ? t.push({
			units: n.units ?? 1,
			activation: na,
			batchNorm: !1,
			dropout: 0
		}) : e && n.name === "batch_norm" ? e.batchNorm = !0 : e && n.name === "dropout" ? e.dropout = Number(n.rate ?? 0) : e && !ta.includes(n.name) && (e.activation = n.name);
	}
	return t.slice(0, -1);
}
function ia(e, t, n) {
	let r = e[0], i = e.every(({ activation: e, batchNorm: t, dropout: n }) => e === r?.activation && t === r.batchNorm && n === r.dropout), a = e.map(({ units: e }) => e);
	if (i) {
		let { activation: e, batchNorm: t, dropout: n } = r ?? {};
		return r ? {
			hidden: a,
			activation: e,
			batch_norm: t,
			dropout: n,
			layers: null
		} : {
			hidden: a,
			layers: null
		};
	}
	let o = n ? { initializer: n } : {};
	return {
		hidden: null,
		activation: null,
		batch_norm: null,
		dropout: null,
		initializer: null,
		layers: [...e.flatMap(({ units: e, activation: t, batchNorm: n, dropout: r }) => [
			{
				name: "dense",
				units: e,
				...o
			},
			...n ? ["batch_norm"] : [],
			...t === na ? [] : [t],
			...r > 0 ? [{
				name: "dropout",
				rate: r
			}] : []
		]), {
			name: "dense",
			units: t
		}]
	};
}
// src/playground/Controls.svelte
var aa = /* @__PURE__ */ J("<section class=\"controls\"><div class=\"clock svelte-1bzsayr\"><button class=\"primary\"> </button> <button> </button> <button> </button> <button> </button> <output class=\"svelte-1bzsayr\"> </output></div> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!></div> <details><summary class=\"svelte-1bzsayr\"> </summary> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!> <!> <label class=\"check svelte-1bzsayr\"><input type=\"checkbox\" class=\"svelte-1bzsayr\"/> </label></div></details></section>"), oa = {
	hash: "svelte-1bzsayr",
	code: ".clock.svelte-1bzsayr {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;}output.svelte-1bzsayr {margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted);}.fields.svelte-1bzsayr {display:grid;grid-template-columns:repeat(auto-fill, minmax(9rem, 1fr));align-items:end;gap:0.5rem;margin-top:0.6rem;}summary.svelte-1bzsayr {margin-top:0.6rem;color:var(--muted);cursor:pointer;}.check.svelte-1bzsayr {display:flex;align-items:center;gap:0.4rem;font-size:0.85rem;color:var(--muted);}.check.svelte-1bzsayr input:where(.svelte-1bzsayr) {min-height:0;}"
};
function sa(e, t) {
	Ie(t, !0), Ur(e, oa);
	let n = [
		1e-4,
		3e-4,
		.001,
		.003,
		.01,
		.03,
		.1,
		.3,
		1,
		3,
		10
	], r = [
		1,
		2,
		5,
		10,
		20,
		50,
		100
	], i = [
		0,
		1e-5,
		1e-4,
		.001,
		.01,
		.1
	], a = [
		0,
		.1,
		.2,
		.3,
		.5
	], o = [
		1,
		5,
		20,
		100,
		1e3
	], s = ["warm_up", "constant"], c = ["clip_norm"], l = /* @__PURE__ */ L(() => t.lab.state?.recipe ?? {}), u = /* @__PURE__ */ L(() => t.lab.welcome?.catalogue), d = (e) => (q(u)?.[e] ?? []).map(({ name: e }) => e), f = /* @__PURE__ */ L(() => ra(t.lab.state?.layers ?? [])), p = (e) => new Set(e).size === 1 ? e[0] : "", m = (e, t) => {
		let n = Number(t);
		return e.includes(n) || !Number.isFinite(n) ? e : [...e, n].sort((e, t) => e - t);
	};
	function h(e, n) {
		t.lab.send("set", {
			key: e,
			value: Number(n)
		});
	}
	function g(e) {
		t.lab.change(e, "overlap");
	}
	function _(e, t) {
		let n = q(f)[0];
		g({
			hidden: q(f).map(({ units: e }) => e),
			activation: n?.activation,
			dropout: n?.dropout ?? 0,
			batch_norm: n?.batchNorm ?? !1,
			[e]: t,
			layers: null
		});
	}
	function v(e) {
		Number(q(l).dropout) > 0 && Number(e) > 0 ? h("dropout", e) : _("dropout", Number(e));
	}
	function y(e) {
		let n = e || null;
		q(l).layers ? t.lab.change(ia(q(f), t.lab.outputs, n)) : t.lab.change({ initializer: n });
	}
	function b(e) {
		let t = q(l).epochs ?? 100;
		g(e ? {
			schedule: e,
			epochs: t
		} : { schedule: null });
	}
	var x = aa(), S = V(x), C = V(S), w = H(C, !0), T = U(C, 2), E = H(T, !0), D = U(T, 2), ee = H(D, !0), O = U(D, 2), te = H(O, !0), k = H(U(O, 2), !0);
	P(S);
	var ne = U(S, 2), re = V(ne);
	{
		let e = /* @__PURE__ */ L(() => m(n, q(l).learning_rate));
		Zi(re, {
			label: "learning_rate",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).learning_rate;
			},
			chosen: (e) => h("learning_rate", e)
		});
	}
	var ie = U(re, 2);
	{
		let e = /* @__PURE__ */ L(() => d("activation").filter((e) => e !== "softmax")), t = /* @__PURE__ */ L(() => p(q(f).map(({ activation: e }) => e))), n = /* @__PURE__ */ L(() => p(q(f).map(({ activation: e }) => e)) === "" ? "mixed" : void 0);
		Zi(ie, {
			label: "activation",
			get options() {
				return q(e);
			},
			get value() {
				return q(t);
			},
			chosen: (e) => _("activation", e),
			get none() {
				return q(n);
			}
		});
	}
	var ae = U(ie, 2);
	{
		let e = /* @__PURE__ */ L(() => d("optimizer").filter((e) => !c.includes(e)));
		Zi(ae, {
			label: "optimizer",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).optimizer;
			},
			chosen: (e) => g({ optimizer: e })
		});
	}
	var oe = U(ae, 2);
	{
		let e = /* @__PURE__ */ L(() => d("loss")), n = /* @__PURE__ */ L(() => t.lab.state?.loss);
		Zi(oe, {
			label: "loss",
			get options() {
				return q(e);
			},
			get value() {
				return q(n);
			},
			chosen: (e) => g({ loss: e })
		});
	}
	var se = U(oe, 2);
	{
		let e = /* @__PURE__ */ L(() => m(r, q(l).batch_size));
		Zi(se, {
			label: "batch_size",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).batch_size;
			},
			chosen: (e) => h("batch_size", e)
		});
	}
	Zi(U(se, 2), {
		label: "speed",
		get options() {
			return o;
		},
		get value() {
			return t.lab.speed;
		},
		none: "speed_most",
		chosen: (e) => t.lab.setSpeed(e === "" ? null : Number(e))
	}), P(ne);
	var ce = U(ne, 2), A = V(ce), le = H(A, !0), ue = U(A, 2), j = V(ue);
	{
		let e = /* @__PURE__ */ L(() => m(i, q(l).l2));
		Zi(j, {
			label: "l2",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).l2;
			},
			chosen: (e) => h("l2", e)
		});
	}
	var de = U(j, 2);
	{
		let e = /* @__PURE__ */ L(() => m(a, q(l).dropout ?? 0)), t = /* @__PURE__ */ L(() => p(q(f).map(({ dropout: e }) => e))), n = /* @__PURE__ */ L(() => p(q(f).map(({ dropout: e }) => e)) === "" ? "mixed" : void 0);
		Zi(de, {
			label: "dropout",
			get options() {
				return q(e);
			},
			get value() {
				return q(t);
			},
			get none() {
				return q(n);
			},
			chosen: v
		});
	}
	var fe = U(de, 2);
	{
		let e = /* @__PURE__ */ L(() => d("initializer"));
		Zi(fe, {
			label: "initializer",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).initializer;
			},
			none: "initializer_usual",
			chosen: y
		});
	}
	var pe = U(fe, 2);
	{
		let e = /* @__PURE__ */ L(() => d("schedule").filter((e) => !s.includes(e)));
		Zi(pe, {
			label: "schedule",
			get options() {
				return q(e);
			},
			get value() {
				return q(l).schedule;
			},
			none: "schedule_none",
			prefix: "schedule",
			chosen: b
		});
	}
	var me = U(pe, 2);
	{
		let e = /* @__PURE__ */ L(() => Q("never"));
		ea(me, {
			label: "stop_epochs",
			get value() {
				return q(l).epochs;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return q(e);
			},
			chosen: (e) => g({ epochs: e })
		});
	}
	var he = U(me, 2);
	{
		let e = /* @__PURE__ */ L(() => Q("never"));
		ea(he, {
			label: "stop_patience",
			get value() {
				return q(l).patience;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return q(e);
			},
			chosen: (e) => g({ patience: e })
		});
	}
	var M = U(he, 2);
	{
		let e = /* @__PURE__ */ L(() => q(l).seed ?? 0);
		ea(M, {
			label: "seed",
			get value() {
				return q(e);
			},
			min: 0,
			max: 4294967295,
			step: 1,
			chosen: (e) => t.lab.change({ seed: e ?? 0 })
		});
	}
	var ge = U(M, 2), N = V(ge);
	ii(N);
	var _e = U(N);
	P(ge), P(ue), P(ce), P(x), W((e, n, r, i, a, o, s, c, l, u) => {
		Z(x, "aria-label", e), Z(C, "aria-pressed", t.lab.isRunning), C.disabled = !t.lab.state, X(w, n), T.disabled = !t.lab.state, X(E, r), D.disabled = !t.lab.state, X(ee, i), O.disabled = !t.lab.state, Z(O, "title", a), X(te, o), X(k, s), X(le, c), oi(N, l), X(_e, ` ${u ?? ""}`);
	}, [
		() => Q("run"),
		() => t.lab.isRunning ? Q("pause") : Q("run"),
		() => Q("step"),
		() => Q("epoch"),
		() => Q("rewind_hint"),
		() => Q("rewind"),
		() => Q("steps_done", {
			step: t.lab.facts?.step ?? 0,
			epoch: (t.lab.facts?.epoch ?? 0).toFixed(1)
		}),
		() => Q("more_settings"),
		() => p(q(f).map(({ batchNorm: e }) => e)) === !0,
		() => Q("batch_norm")
	]), sr("click", C, () => t.lab.toggle()), sr("click", T, () => t.lab.send("step", { n: 1 })), sr("click", D, () => t.lab.send("step", {
		n: 1,
		unit: "epoch"
	})), sr("click", O, () => t.lab.send("rewind", { to: 0 })), sr("change", N, (e) => _("batch_norm", e.currentTarget.checked)), Y(e, x), Le();
}
cr(["click", "change"]);
// node_modules/uplot/dist/uPlot.esm.js
var ca = !0, la = "uplot", ua = "u-hz", da = "u-vt", fa = "u-title", pa = "u-wrap", ma = "u-under", ha = "u-over", ga = "u-axis", _a = "u-off", va = "u-select", ya = "u-cursor-x", ba = "u-cursor-y", xa = "u-cursor-pt", Sa = "u-legend", Ca = "u-live", wa = "u-inline", Ta = "u-series", Ea = "u-marker", Da = "u-label", Oa = "u-value", ka = "width", Aa = "height", ja = "top", Ma = "bottom", Na = "left", Pa = "right", Fa = "#000", Ia = "#0000", La = "mousemove", Ra = "mousedown", za = "mouseup", Ba = "mouseenter", Va = "mouseleave", Ha = "dblclick", Ua = "resize", Wa = "scroll", Ga = "change", Ka = "dppxchange", qa = "--", Ja = typeof window < "u", Ya = Ja ? document : null, Xa = Ja ? window : null, Za = Ja ? navigator : null, Qa, $a;
function eo() {
	let e = devicePixelRatio;
	Qa != e && (Qa = e, $a && go(Ga, $a, eo), $a = matchMedia(`(min-resolution: ${Qa - .001}dppx) and (max-resolution: ${Qa + .001}dppx)`), ho(Ga, $a, eo), Xa.dispatchEvent(new CustomEvent(Ka)));
}
function to(e, t) {
	if (t != null) {
		let n = e.classList;
		!n.contains(t) && n.add(t);
	}
}
function no(e, t) {
	let n = e.classList;
	n.contains(t) && n.remove(t);
}
function ro(e, t, n) {
	e.style[t] = n + "px";
}
function io(e, t, n, r) {
	let i = Ya.createElement(e);
	return t != null && to(i, t), n?.insertBefore(i, r), i;
}
function ao(e, t) {
	return io("div", e, t);
}
var oo = /* @__PURE__ */ new WeakMap();
function so(e, t, n, r, i) {
	let a = "translate(" + t + "px," + n + "px)";
	a != oo.get(e) && (e.style.transform = a, oo.set(e, a), t < 0 || n < 0 || t > r || n > i ? to(e, _a) : no(e, _a));
}
var co = /* @__PURE__ */ new WeakMap();
function lo(e, t, n) {
	let r = t + n;
	r != co.get(e) && (co.set(e, r), e.style.background = t, e.style.borderColor = n);
}
var uo = /* @__PURE__ */ new WeakMap();
function fo(e, t, n, r) {
	let i = t + "" + n;
	i != uo.get(e) && (uo.set(e, i), e.style.height = n + "px", e.style.width = t + "px", e.style.marginLeft = r ? -t / 2 + "px" : 0, e.style.marginTop = r ? -n / 2 + "px" : 0);
}
var po = { passive: !0 }, mo = {
	...po,
	capture: !0
};
function ho(e, t, n, r) {
	t.addEventListener(e, n, r ? mo : po);
}
function go(e, t, n, r) {
	t.removeEventListener(e, n, po);
}
Ja && eo();
function _o(e, t, n, r) {
	let i;
	n ||= 0, r ||= t.length - 1;
	let a = r <= 2147483647;
	for (; r - n > 1;) i = a ? n + r >> 1 : zo((n + r) / 2), t[i] < e ? n = i : r = i;
	return e - t[n] <= t[r] - e ? n : r;
}
function vo(e) {
	return (t, n, r) => {
		let i = -1, a = -1;
		for (let a = n; a <= r; a++) if (e(t[a])) {
			i = a;
			break;
		}
		for (let i = r; i >= n; i--) if (e(t[i])) {
			a = i;
			break;
		}
		return [i, a];
	};
}
var yo = (e) => e != null, bo = (e) => e != null && e > 0, xo = vo(yo), So = vo(bo);
function Co(e, t, n, r = 0, i = !1) {
	let a = i ? So : xo, o = i ? bo : yo;
	[t, n] = a(e, t, n);
	let s = e[t], c = e[t];
	if (t > -1) {
		if (r == 1) s = e[t], c = e[n];
		else if (r == -1) s = e[n], c = e[t];
		else for (let r = t; r <= n; r++) {
			let t = e[r];
			o(t) && (t < s ? s = t : t > c && (c = t));
		}
	}
	return [s ?? Xo, c ?? -Xo];
}
function wo(e, t, n, r) {
	let i = Go(e), a = Go(t);
	e == t && (i == -1 ? (e *= n, t /= n) : (e /= n, t *= n));
	let o = n == 10 ? Ko : qo, s = i == 1 ? zo : Vo, c = a == 1 ? Vo : zo, l = s(o(Ro(e))), u = c(o(Ro(t))), d = Wo(n, l), f = Wo(n, u);
	return n == 10 && (l < 0 && (d = ds(d, -l)), u < 0 && (f = ds(f, -u))), r || n == 2 ? (e = d * i, t = f * a) : (e = us(e, d), t = ls(t, f)), [e, t];
}
function To(e, t, n, r) {
	let i = wo(e, t, n, r);
	return e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i;
}
var Eo = .1, Do = {
	mode: 3,
	pad: Eo
}, Oo = {
	pad: 0,
	soft: null,
	mode: 0
}, ko = {
	min: Oo,
	max: Oo
};
function Ao(e, t, n, r) {
	return Ss(n) ? No(e, t, n) : (Oo.pad = n, Oo.soft = r ? 0 : null, Oo.mode = r ? 3 : 0, No(e, t, ko));
}
function jo(e, t) {
	return e ?? t;
}
function Mo(e, t, n) {
	for (t = jo(t, 0), n = jo(n, e.length - 1); t <= n;) {
		if (e[t] != null) return !0;
		t++;
	}
	return !1;
}
function No(e, t, n) {
	let r = n.min, i = n.max, a = jo(r.pad, 0), o = jo(i.pad, 0), s = jo(r.hard, -Xo), c = jo(i.hard, Xo), l = jo(r.soft, Xo), u = jo(i.soft, -Xo), d = jo(r.mode, 0), f = jo(i.mode, 0), p = t - e, m = Ko(p), h = Uo(Ro(e), Ro(t)), g = Ro(Ko(h) - m);
	(p < 1e-24 || g > 10) && (p = 0, (e == 0 || t == 0) && (p = 1e-24, d == 2 && l != Xo && (a = 0), f == 2 && u != -Xo && (o = 0)));
	let _ = p || h || 1e3, v = Wo(10, zo(Ko(_))), y = ds(us(e - _ * (p == 0 ? e == 0 ? .1 : 1 : a), v / 10), 24), b = e >= l && (d == 1 || d == 3 && y <= l || d == 2 && y >= l) ? l : Xo, x = Uo(s, y < b && e >= b ? b : Ho(b, y)), S = ds(ls(t + _ * (p == 0 ? t == 0 ? .1 : 1 : o), v / 10), 24), C = t <= u && (f == 1 || f == 3 && S >= u || f == 2 && S <= u) ? u : -Xo, w = Ho(c, S > C && t <= C ? C : Uo(C, S));
	return x == w && x == 0 && (w = 100), [x, w];
}
var Po = new Intl.NumberFormat(Ja ? Za.language : "en-US"), Fo = (e) => Po.format(e), Io = Math, Lo = Io.PI, Ro = Io.abs, zo = Io.floor, Bo = Io.round, Vo = Io.ceil, Ho = Io.min, Uo = Io.max, Wo = Io.pow, Go = Io.sign, Ko = Io.log10, qo = Io.log2, Jo = (e, t = 1) => Io.sinh(e) * t, Yo = (e, t = 1) => Io.asinh(e / t), Xo = Infinity;
function Zo(e) {
	return (Ko((e ^ e >> 31) - (e >> 31)) | 0) + 1;
}
function Qo(e, t, n) {
	return Ho(Uo(e, t), n);
}
function $o(e) {
	return typeof e == "function";
}
function $(e) {
	return $o(e) ? e : () => e;
}
var es = () => {}, ts = (e) => e, ns = (e, t) => t, rs = (e) => null, is = (e) => !0, as = (e, t) => e == t, os = /\.\d*?(?=9{6,}|0{6,})/gm, ss = (e) => {
	if (ys(e) || fs.has(e)) return e;
	let t = `${e}`, n = t.match(os);
	if (n == null) return e;
	let r = n[0].length - 1;
	if (t.indexOf("e-") != -1) {
		let [e, n] = t.split("e");
		return +`${ss(e)}e${n}`;
	}
	return ds(e, r);
};
function cs(e, t) {
	return ss(ds(ss(e / t)) * t);
}
function ls(e, t) {
	return ss(Vo(ss(e / t)) * t);
}
function us(e, t) {
	return ss(zo(ss(e / t)) * t);
}
function ds(e, t = 0) {
	if (ys(e)) return e;
	let n = 10 ** t;
	return Bo(e * n * (1 + 2 ** -52)) / n;
}
var fs = /* @__PURE__ */ new Map();
function ps(e) {
	return (("" + e).split(".")[1] || "").length;
}
function ms(e, t, n, r) {
	let i = [], a = r.map(ps);
	for (let o = t; o < n; o++) {
		let t = Ro(o), n = ds(Wo(e, o), t);
		for (let s = 0; s < r.length; s++) {
			let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n, l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]), u = e == 10 ? c : ds(c, l);
			i.push(u), fs.set(u, l);
		}
	}
	return i;
}
var hs = {}, gs = [], _s = [null, null], vs = Array.isArray, ys = Number.isInteger, bs = (e) => e === void 0;
function xs(e) {
	return typeof e == "string";
}
function Ss(e) {
	let t = !1;
	if (e != null) {
		let n = e.constructor;
		t = n == null || n == Object;
	}
	return t;
}
function Cs(e) {
	return typeof e == "object" && !!e;
}
var ws = Object.getPrototypeOf(Uint8Array), Ts = "__proto__";
function Es(e, t = Ss) {
	let n;
	if (vs(e)) {
		let r = e.find((e) => e != null);
		if (vs(r) || t(r)) {
			n = Array(e.length);
			for (let r = 0; r < e.length; r++) n[r] = Es(e[r], t);
		} else n = e.slice();
	} else if (e instanceof ws) n = e.slice();
	else if (t(e)) {
		n = {};
		for (let r in e) r != Ts && (n[r] = Es(e[r], t));
	} else n = e;
	return n;
}
function Ds(e) {
	let t = arguments;
	for (let n = 1; n < t.length; n++) {
		let r = t[n];
		for (let t in r) t != Ts && (Ss(e[t]) ? Ds(e[t], Es(r[t])) : e[t] = Es(r[t]));
	}
	return e;
}
var Os = 0, ks = 1, As = 2;
function js(e, t, n) {
	for (let r = 0, i, a = -1; r < t.length; r++) {
		let o = t[r];
		if (o > a) {
			for (i = o - 1; i >= 0 && e[i] == null;) e[i--] = null;
			for (i = o + 1; i < n && e[i] == null;) e[a = i++] = null;
		}
	}
}
function Ms(e, t) {
	if (Fs(e)) {
		let t = e[0].slice();
		for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
		return Is(t[0]) || (t = Ps(t)), t;
	}
	let n = /* @__PURE__ */ new Set();
	for (let t = 0; t < e.length; t++) {
		let r = e[t][0], i = r.length;
		for (let e = 0; e < i; e++) n.add(r[e]);
	}
	let r = [Array.from(n).sort((e, t) => e - t)], i = r[0].length, a = /* @__PURE__ */ new Map();
	for (let e = 0; e < i; e++) a.set(r[0][e], e);
	for (let n = 0; n < e.length; n++) {
		let o = e[n], s = o[0];
		for (let e = 1; e < o.length; e++) {
			let c = o[e], l = Array(i).fill(void 0), u = t ? t[n][e] : ks, d = [];
			for (let e = 0; e < c.length; e++) {
				let t = c[e], n = a.get(s[e]);
				t === null ? u != Os && (l[n] = t, u == As && d.push(n)) : l[n] = t;
			}
			js(l, d, i), r.push(l);
		}
	}
	return r;
}
var Ns = typeof queueMicrotask > "u" ? (e) => Promise.resolve().then(e) : queueMicrotask;
function Ps(e) {
	let t = e[0], n = t.length, r = Array(n);
	for (let e = 0; e < r.length; e++) r[e] = e;
	r.sort((e, n) => t[e] - t[n]);
	let i = [];
	for (let t = 0; t < e.length; t++) {
		let a = e[t], o = Array(n);
		for (let e = 0; e < n; e++) o[e] = a[r[e]];
		i.push(o);
	}
	return i;
}
function Fs(e) {
	let t = e[0][0], n = t.length;
	for (let r = 1; r < e.length; r++) {
		let i = e[r][0];
		if (i.length != n) return !1;
		if (i != t) {
			for (let e = 0; e < n; e++) if (i[e] != t[e]) return !1;
		}
	}
	return !0;
}
function Is(e, t = 100) {
	let n = e.length;
	if (n <= 1) return !0;
	let r = 0, i = n - 1;
	for (; r <= i && e[r] == null;) r++;
	for (; i >= r && e[i] == null;) i--;
	if (i <= r) return !0;
	let a = Uo(1, zo((i - r + 1) / t));
	for (let t = e[r], n = r + a; n <= i; n += a) {
		let r = e[n];
		if (r != null) {
			if (r <= t) return !1;
			t = r;
		}
	}
	return !0;
}
var Ls = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
], Rs = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
function zs(e) {
	return e.slice(0, 3);
}
var Bs = Rs.map(zs), Vs = {
	MMMM: Ls,
	MMM: Ls.map(zs),
	WWWW: Rs,
	WWW: Bs
};
function Hs(e) {
	return (e < 10 ? "0" : "") + e;
}
function Us(e) {
	return (e < 10 ? "00" : e < 100 ? "0" : "") + e;
}
var Ws = {
	YYYY: (e) => e.getFullYear(),
	YY: (e) => (e.getFullYear() + "").slice(2),
	MMMM: (e, t) => t.MMMM[e.getMonth()],
	MMM: (e, t) => t.MMM[e.getMonth()],
	MM: (e) => Hs(e.getMonth() + 1),
	M: (e) => e.getMonth() + 1,
	DD: (e) => Hs(e.getDate()),
	D: (e) => e.getDate(),
	WWWW: (e, t) => t.WWWW[e.getDay()],
	WWW: (e, t) => t.WWW[e.getDay()],
	HH: (e) => Hs(e.getHours()),
	H: (e) => e.getHours(),
	h: (e) => {
		let t = e.getHours();
		return t == 0 ? 12 : t > 12 ? t - 12 : t;
	},
	AA: (e) => e.getHours() >= 12 ? "PM" : "AM",
	aa: (e) => e.getHours() >= 12 ? "pm" : "am",
	a: (e) => e.getHours() >= 12 ? "p" : "a",
	mm: (e) => Hs(e.getMinutes()),
	m: (e) => e.getMinutes(),
	ss: (e) => Hs(e.getSeconds()),
	s: (e) => e.getSeconds(),
	fff: (e) => Us(e.getMilliseconds())
};
function Gs(e, t) {
	t ||= Vs;
	let n = [], r = /\{([a-z]+)\}|[^{]+/gi, i;
	for (; i = r.exec(e);) n.push(i[0][0] == "{" ? Ws[i[1]] : i[0]);
	return (e) => {
		let r = "";
		for (let i = 0; i < n.length; i++) r += typeof n[i] == "string" ? n[i] : n[i](e, t);
		return r;
	};
}
var Ks = new Intl.DateTimeFormat().resolvedOptions().timeZone;
function qs(e, t) {
	let n;
	return t == "UTC" || t == "Etc/UTC" ? n = /* @__PURE__ */ new Date(+e + e.getTimezoneOffset() * 6e4) : t == Ks ? n = e : (n = new Date(e.toLocaleString("en-US", { timeZone: t })), n.setMilliseconds(e.getMilliseconds())), n;
}
var Js = (e) => e % 1 == 0, Ys = [
	1,
	2,
	2.5,
	5
], Xs = ms(10, -32, 0, Ys), Zs = ms(10, 0, 32, Ys), Qs = Zs.filter(Js), $s = Xs.concat(Zs), ec = "\n", tc = "{YYYY}", nc = ec + tc, rc = "{M}/{D}", ic = ec + rc, ac = ic + "/{YY}", oc = "{aa}", sc = "{h}:{mm}" + oc, cc = ec + sc, lc = ":{ss}", uc = null;
function dc(e) {
	let t = e * 1e3, n = t * 60, r = n * 60, i = r * 24, a = i * 30, o = i * 365, s = (e == 1 ? ms(10, 0, 3, Ys).filter(Js) : ms(10, -3, 0, Ys)).concat([
		t,
		t * 5,
		t * 10,
		t * 15,
		t * 30,
		n,
		n * 5,
		n * 10,
		n * 15,
		n * 30,
		r,
		r * 2,
		r * 3,
		r * 4,
		r * 6,
		r * 8,
		r * 12,
		i,
		i * 2,
		i * 3,
		i * 4,
		i * 5,
		i * 6,
		i * 7,
		i * 8,
		i * 9,
		i * 10,
		i * 15,
		a,
		a * 2,
		a * 3,
		a * 4,
		a * 6,
		o,
		o * 2,
		o * 5,
		o * 10,
		o * 25,
		o * 50,
		o * 100
	]), c = [
		[
			o,
			tc,
			uc,
			uc,
			uc,
			uc,
			uc,
			uc,
			1
		],
		[
			i * 28,
			"{MMM}",
			nc,
			uc,
			uc,
			uc,
			uc,
			uc,
			1
		],
		[
			i,
			rc,
			nc,
			uc,
			uc,
			uc,
			uc,
			uc,
			1
		],
		[
			r,
			"{h}" + oc,
			ac,
			uc,
			ic,
			uc,
			uc,
			uc,
			1
		],
		[
			n,
			sc,
			ac,
			uc,
			ic,
			uc,
			uc,
			uc,
			1
		],
		[
			t,
			lc,
			ac + " " + sc,
			uc,
			ic + " " + sc,
			uc,
			cc,
			uc,
			1
		],
		[
			e,
			lc + ".{fff}",
			ac + " " + sc,
			uc,
			ic + " " + sc,
			uc,
			cc,
			uc,
			1
		]
	];
	function l(t) {
		return (s, c, l, u, d, f) => {
			let p = [], m = d >= o, h = d >= a && d < o, g = t(l), _ = ds(g * e, 3), v = xc(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()), y = ds(v * e, 3);
			if (h || m) {
				let n = h ? d / a : 0, r = m ? d / o : 0, i = _ == y ? _ : ds(xc(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3), s = new Date(Bo(i / e)), c = s.getFullYear(), l = s.getMonth();
				for (let a = 0; i <= u; a++) {
					let o = xc(c + r * a, l + n * a, 1), s = o - t(ds(o * e, 3));
					i = ds((+o + s) * e, 3), i <= u && p.push(i);
				}
			} else {
				let a = d >= i ? i : d, o = y + (zo(l) - zo(_)) + ls(_ - y, a);
				p.push(o);
				let m = t(o), h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r, g = d / r, v = f / s.axes[c]._space;
				for (; o = ds(o + d, e == 1 ? 0 : 3), !(o > u);) if (g > 1) {
					let e = zo(ds(h + g, 6)) % 24, n = t(o).getHours() - e;
					n > 1 && (n = -1), o -= n * r, h = (h + g) % 24;
					let i = p[p.length - 1];
					ds((o - i) / d, 3) * v >= .7 && p.push(o);
				} else p.push(o);
			}
			return p;
		};
	}
	return [
		s,
		c,
		l
	];
}
var [fc, pc, mc] = dc(1), [hc, gc, _c] = dc(.001);
ms(2, -53, 53, [1]);
function vc(e, t) {
	return e.map((e) => e.map((n, r) => r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n)));
}
function yc(e, t) {
	return (n, r, i, a, o) => {
		let s = t.find((e) => o >= e[0]) || t[t.length - 1], c, l, u, d, f, p;
		return r.map((t) => {
			let n = e(t), r = n.getFullYear(), i = n.getMonth(), a = n.getDate(), o = n.getHours(), m = n.getMinutes(), h = n.getSeconds(), g = r != c && s[2] || i != l && s[3] || a != u && s[4] || o != d && s[5] || m != f && s[6] || h != p && s[7] || s[1];
			return c = r, l = i, u = a, d = o, f = m, p = h, g(n);
		});
	};
}
function bc(e, t) {
	let n = Gs(t);
	return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function xc(e, t, n) {
	return new Date(e, t, n);
}
function Sc(e, t) {
	return t(e);
}
var Cc = "{YYYY}-{MM}-{DD} {h}:{mm}{aa}";
function wc(e, t) {
	return (n, r, i, a) => a == null ? qa : t(e(r));
}
function Tc(e, t) {
	let n = e.series[t];
	return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function Ec(e, t) {
	return e.series[t].fill(e, t);
}
var Dc = {
	show: !0,
	live: !0,
	isolate: !1,
	mount: es,
	markers: {
		show: !0,
		width: 2,
		stroke: Tc,
		fill: Ec,
		dash: "solid"
	},
	idx: null,
	idxs: null,
	values: []
};
function Oc(e, t) {
	let n = e.cursor.points, r = ao(), i = n.size(e, t);
	ro(r, ka, i), ro(r, Aa, i);
	let a = i / -2;
	ro(r, "marginLeft", a), ro(r, "marginTop", a);
	let o = n.width(e, t, i);
	return o && ro(r, "borderWidth", o), r;
}
function kc(e, t) {
	let n = e.series[t].points;
	return n._fill || n._stroke;
}
function Ac(e, t) {
	let n = e.series[t].points;
	return n._stroke || n._fill;
}
function jc(e, t) {
	return e.series[t].points.size;
}
var Mc = [0, 0];
function Nc(e, t, n) {
	return Mc[0] = t, Mc[1] = n, Mc;
}
function Pc(e, t, n, r = !0) {
	return (e) => {
		e.button != 0 || r && e.target != t || n(e);
	};
}
function Fc(e, t, n, r = !0) {
	return (e) => {
		r && e.target != t || n(e);
	};
}
var Ic = {
	show: !0,
	x: !0,
	y: !0,
	lock: !1,
	move: Nc,
	points: {
		one: !1,
		show: Oc,
		size: jc,
		width: 0,
		stroke: Ac,
		fill: kc
	},
	bind: {
		mousedown: Pc,
		mouseup: Pc,
		click: Pc,
		dblclick: Pc,
		mousemove: Fc,
		mouseleave: Fc,
		mouseenter: Fc
	},
	drag: {
		setScale: !0,
		x: !0,
		y: !1,
		dist: 0,
		uni: null,
		click: (e, t) => {
			t.stopPropagation(), t.stopImmediatePropagation();
		},
		_x: !1,
		_y: !1
	},
	focus: {
		dist: (e, t, n, r, i) => r - i,
		prox: -1,
		bias: 0
	},
	hover: {
		skip: [void 0],
		prox: null,
		bias: 0
	},
	left: -10,
	top: -10,
	idx: null,
	dataIdx: null,
	idxs: null,
	event: null
}, Lc = {
	show: !0,
	stroke: "rgba(0,0,0,0.07)",
	width: 2
}, Rc = Ds({}, Lc, { filter: ns }), zc = Ds({}, Rc, { size: 10 }), Bc = Ds({}, Lc, { show: !1 }), Vc = "12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"", Hc = "bold " + Vc, Uc = 1.5, Wc = {
	show: !0,
	scale: "x",
	stroke: Fa,
	space: 50,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: Hc,
	side: 2,
	grid: Rc,
	ticks: zc,
	border: Bc,
	font: Vc,
	lineGap: Uc,
	rotate: 0
}, Gc = "Value", Kc = "Time", qc = {
	show: !0,
	scale: "x",
	auto: !1,
	sorted: 1,
	min: Xo,
	max: -Infinity,
	idxs: []
};
function Jc(e, t, n, r, i) {
	return t.map((e) => e == null ? "" : Fo(e));
}
function Yc(e, t, n, r, i, a, o) {
	let s = [], c = fs.get(i) || 0;
	n = o ? n : ds(ls(n, i), c);
	for (let e = n; e <= r; e = ds(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
	return s;
}
function Xc(e, t, n, r, i, a, o) {
	let s = [], c = e.scales[e.axes[t].scale].log;
	i = Wo(c, zo((c == 10 ? Ko : qo)(n))), c == 10 && (i = $s[_o(i, $s)]);
	let l = n, u = i * c;
	c == 10 && (u = $s[_o(u, $s)]);
	do
		s.push(l), l += i, c == 10 && !fs.has(l) && (l = ds(l, fs.get(i))), l >= u && (i = l, u = i * c, c == 10 && (u = $s[_o(u, $s)]));
	while (l <= r);
	return s;
}
function Zc(e, t, n, r, i, a, o) {
	let s = e.scales[e.axes[t].scale].asinh, c = r > s ? Xc(e, t, Uo(s, n), r, i) : [s], l = r >= 0 && n <= 0 ? [0] : [];
	return (n < -s ? Xc(e, t, Uo(s, -r), -n, i) : [s]).reverse().map((e) => -e).concat(l, c);
}
var Qc = /./, $c = /[12357]/, el = /[125]/, tl = /1/, nl = (e, t, n, r) => e.map((e, i) => t == 4 && e == 0 || i % r == 0 && n.test(e.toExponential()[+(e < 0)]) ? e : null);
function rl(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = e.scales[o], c = e.valToPos, l = a._space, u = c(10, o), d = c(9, o) - u >= l ? Qc : c(7, o) - u >= l ? $c : c(5, o) - u >= l ? el : tl;
	if (d == tl) {
		let e = Ro(c(1, o) - u);
		if (e < l) return nl(t.slice().reverse(), s.distr, d, Vo(l / e)).reverse();
	}
	return nl(t, s.distr, d, 1);
}
function il(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = a._space, c = e.valToPos, l = Ro(c(1, o) - c(2, o));
	return l < s ? nl(t.slice().reverse(), 3, Qc, Vo(s / l)).reverse() : t;
}
function al(e, t, n, r) {
	return r == null ? qa : t == null ? "" : Fo(t);
}
var ol = {
	show: !0,
	scale: "y",
	stroke: Fa,
	space: 30,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: Hc,
	side: 3,
	grid: Rc,
	ticks: zc,
	border: Bc,
	font: Vc,
	lineGap: Uc,
	rotate: 0
};
function sl(e, t) {
	return ds((3 + (e || 1) * 2) * t, 3);
}
function cl(e, t) {
	let { scale: n, idxs: r } = e.series[0], i = e._data[0], a = e.valToPos(i[r[0]], n, !0), o = Ro(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * Qa);
	return r[1] - r[0] <= o;
}
var ll = {
	scale: null,
	auto: !0,
	sorted: 0,
	min: Xo,
	max: -Infinity
}, ul = (e, t, n, r, i) => i, dl = {
	show: !0,
	auto: !0,
	sorted: 0,
	gaps: ul,
	alpha: 1,
	facets: [Ds({}, ll, { scale: "x" }), Ds({}, ll, { scale: "y" })]
}, fl = {
	scale: "y",
	auto: !0,
	sorted: 0,
	show: !0,
	spanGaps: !1,
	gaps: ul,
	alpha: 1,
	points: {
		show: cl,
		filter: null
	},
	values: null,
	min: Xo,
	max: -Infinity,
	idxs: [],
	path: null,
	clip: null
};
function pl(e, t, n, r, i) {
	return n / 10;
}
var ml = {
	time: ca,
	auto: !0,
	distr: 1,
	log: 10,
	asinh: 1,
	min: null,
	max: null,
	dir: 1,
	ori: 0
}, hl = Ds({}, ml, {
	time: !1,
	ori: 1
}), gl = {};
function _l(e, t) {
	let n = gl[e];
	return n || (n = {
		key: e,
		plots: [],
		sub(e) {
			n.plots.push(e);
		},
		unsub(e) {
			n.plots = n.plots.filter((t) => t != e);
		},
		pub(e, t, r, i, a, o, s) {
			for (let c = 0; c < n.plots.length; c++) n.plots[c] != t && n.plots[c].pub(e, t, r, i, a, o, s);
		}
	}, e != null && (gl[e] = n)), n;
}
var vl = 1, yl = 2;
function bl(e, t, n) {
	let r = e.mode, i = e.series[t], a = r == 2 ? e._data[t] : e._data, o = e.scales, s = e.bbox, c = a[0], l = r == 2 ? a[1] : a[t], u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale], d = r == 2 ? o[i.facets[1].scale] : o[i.scale], f = s.left, p = s.top, m = s.width, h = s.height, g = e.valToPosH, _ = e.valToPosV;
	return u.ori == 0 ? n(i, c, l, u, d, g, _, f, p, m, h, kl, jl, Nl, Fl, Ll) : n(i, c, l, u, d, _, g, p, f, h, m, Al, Ml, Pl, Il, Rl);
}
function xl(e, t) {
	let n = 0, r = 0, i = jo(e.bands, gs);
	for (let e = 0; e < i.length; e++) {
		let a = i[e];
		a.series[0] == t ? n = a.dir : a.series[1] == t && (a.dir == 1 ? r |= 1 : r |= 2);
	}
	return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function Sl(e, t, n, r, i) {
	let a = e.mode, o = e.series[t], s = a == 2 ? o.facets[1].scale : o.scale, c = e.scales[s];
	return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? c.dir == 1 ? c.min : c.max : 0;
}
function Cl(e, t, n, r, i, a) {
	return bl(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
		let h = e.pxRound, g = s.dir * (s.ori == 0 ? 1 : -1), _ = s.ori == 0 ? jl : Ml, v, y;
		g == 1 ? (v = n, y = r) : (v = r, y = n);
		let b = h(l(t[v], s, p, d)), x = h(u(o[v], c, m, f)), S = h(l(t[y], s, p, d)), C = h(u(a == 1 ? c.max : c.min, c, m, f)), w = new Path2D(i);
		return _(w, S, C), _(w, b, C), _(w, b, x), w;
	});
}
function wl(e, t, n, r, i, a) {
	let o = null;
	if (e.length > 0) {
		o = new Path2D();
		let s = t == 0 ? Nl : Pl, c = n;
		for (let t = 0; t < e.length; t++) {
			let n = e[t];
			if (n[1] > n[0]) {
				let e = n[0] - c;
				e > 0 && s(o, c, r, e, r + a), c = n[1];
			}
		}
		let l = n + i - c;
		l > 0 && s(o, c, r - 5, l, r + a + 10);
	}
	return o;
}
function Tl(e, t, n) {
	let r = e[e.length - 1];
	r && r[0] == t ? r[1] = n : e.push([t, n]);
}
function El(e, t, n, r, i, a, o) {
	let s = [], c = e.length;
	for (let l = i == 1 ? n : r; l >= n && l <= r; l += i) if (t[l] === null) {
		let u = l, d = l;
		if (i == 1) for (; ++l <= r && t[l] === null;) d = l;
		else for (; --l >= n && t[l] === null;) d = l;
		let f = a(e[u]), p = d == u ? f : a(e[d]), m = u - i;
		f = o <= 0 && m >= 0 && m < c ? a(e[m]) : f;
		let h = d + i;
		p = o >= 0 && h >= 0 && h < c ? a(e[h]) : p, p >= f && s.push([f, p]);
	}
	return s;
}
function Dl(e) {
	return e == 0 ? ts : e == 1 ? Bo : (t) => cs(t, e);
}
function Ol(e) {
	let t = e == 0 ? kl : Al, n = e == 0 ? (e, t, n, r, i, a) => {
		e.arcTo(t, n, r, i, a);
	} : (e, t, n, r, i, a) => {
		e.arcTo(n, t, i, r, a);
	}, r = e == 0 ? (e, t, n, r, i) => {
		e.rect(t, n, r, i);
	} : (e, t, n, r, i) => {
		e.rect(n, t, i, r);
	};
	return (e, i, a, o, s, c = 0, l = 0) => {
		c == 0 && l == 0 ? r(e, i, a, o, s) : (c = Ho(c, o / 2, s / 2), l = Ho(l, o / 2, s / 2), t(e, i + c, a), n(e, i + o, a, i + o, a + s, c), n(e, i + o, a + s, i, a + s, l), n(e, i, a + s, i, a, l), n(e, i, a, i + o, a, c), e.closePath());
	};
}
var kl = (e, t, n) => {
	e.moveTo(t, n);
}, Al = (e, t, n) => {
	e.moveTo(n, t);
}, jl = (e, t, n) => {
	e.lineTo(t, n);
}, Ml = (e, t, n) => {
	e.lineTo(n, t);
}, Nl = Ol(0), Pl = Ol(1), Fl = (e, t, n, r, i, a) => {
	e.arc(t, n, r, i, a);
}, Il = (e, t, n, r, i, a) => {
	e.arc(n, t, r, i, a);
}, Ll = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(t, n, r, i, a, o);
}, Rl = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(n, t, i, r, o, a);
};
function zl(e) {
	return (e, t, n, r, i) => bl(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
		let { pxRound: h, points: g } = t, _, v;
		s.ori == 0 ? (_ = kl, v = Fl) : (_ = Al, v = Il);
		let y = ds(g.width * Qa, 3), b = (g.size - g.width) / 2 * Qa, x = ds(b * 2, 3), S = new Path2D(), C = new Path2D(), { left: w, top: T, width: E, height: D } = e.bbox;
		Nl(C, w - x, T - x, E + x * 2, D + x * 2);
		let ee = (e) => {
			if (o[e] != null) {
				let t = h(l(a[e], s, p, d)), n = h(u(o[e], c, m, f));
				_(S, t + b, n), v(S, t, n, b, 0, Lo * 2);
			}
		};
		if (i) i.forEach(ee);
		else for (let e = n; e <= r; e++) ee(e);
		return {
			stroke: y > 0 ? S : null,
			fill: S,
			clip: C,
			flags: 3
		};
	});
}
function Bl(e) {
	return (t, n, r, i, a, o) => {
		r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
	};
}
var Vl = Bl(jl), Hl = Bl(Ml);
function Ul(e) {
	let t = jo(e?.alignGaps, 0);
	return (e, n, r, i) => bl(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
		[r, i] = xo(s, r, i);
		let g = a.pxRound, _ = (e) => g(u(e, c, m, f)), v = (e) => g(d(e, l, h, p)), y, b;
		c.ori == 0 ? (y = jl, b = Vl) : (y = Ml, b = Hl);
		let x = c.dir * (c.ori == 0 ? 1 : -1), S = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: vl
		}, C = S.stroke, w = !1;
		if (i - r >= m * 4) {
			let t = (t) => e.posToVal(t, c.key, !0), n = null, a = null, l, u, d, f = _(o[x == 1 ? r : i]), p = _(o[r]), m = _(o[i]), h = t(x == 1 ? p + 1 : m - 1);
			for (let e = x == 1 ? r : i; e >= r && e <= i; e += x) {
				let r = o[e], i = (x == 1 ? r < h : r > h) ? f : _(r), c = s[e];
				i == f ? c == null ? c === null && (w = !0) : (u = c, n == null ? (y(C, i, v(u)), l = n = a = u) : u < n ? n = u : u > a && (a = u)) : (n != null && b(C, f, v(n), v(a), v(l), v(u)), c == null ? (n = a = null, c === null && (w = !0)) : (u = c, y(C, i, v(u)), n = a = l = u), f = i, h = t(f + x));
			}
			n != null && n != a && d != f && b(C, f, v(n), v(a), v(l), v(u));
		} else for (let e = x == 1 ? r : i; e >= r && e <= i; e += x) {
			let t = s[e];
			t === null ? w = !0 : t != null && y(C, _(o[e]), v(t));
		}
		let [T, E] = xl(e, n);
		if (a.fill != null || T != 0) {
			let t = S.fill = new Path2D(C), s = v(a.fillTo(e, n, a.min, a.max, T)), c = _(o[r]), l = _(o[i]);
			x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
		}
		if (!a.spanGaps) {
			let l = [];
			w && l.push(...El(o, s, r, i, x, _, t)), S.gaps = l = a.gaps(e, n, r, i, l), S.clip = wl(l, c.ori, f, p, m, h);
		}
		return E != 0 && (S.band = E == 2 ? [Cl(e, n, r, i, C, -1), Cl(e, n, r, i, C, 1)] : Cl(e, n, r, i, C, E)), S;
	});
}
function Wl(e) {
	let t = jo(e.align, 1), n = jo(e.ascDesc, !1), r = jo(e.alignGaps, 0), i = jo(e.extend, !1);
	return (e, a, o, s) => bl(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
		[o, s] = xo(u, o, s);
		let y = c.pxRound, { left: b, width: x } = e.bbox, S = (e) => y(p(e, d, _, h)), C = (e) => y(m(e, f, v, g)), w = d.ori == 0 ? jl : Ml, T = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: vl
		}, E = T.stroke, D = d.dir * (d.ori == 0 ? 1 : -1), ee = C(u[D == 1 ? o : s]), O = S(l[D == 1 ? o : s]), te = O, k = O;
		i && t == -1 && (k = b, w(E, k, ee)), w(E, O, ee);
		for (let e = D == 1 ? o : s; e >= o && e <= s; e += D) {
			let n = u[e];
			if (n == null) continue;
			let r = S(l[e]), i = C(n);
			t == 1 ? w(E, r, ee) : w(E, te, i), w(E, r, i), ee = i, te = r;
		}
		let ne = te;
		i && t == 1 && (ne = b + x, w(E, ne, ee));
		let [re, ie] = xl(e, a);
		if (c.fill != null || re != 0) {
			let t = T.fill = new Path2D(E), n = C(c.fillTo(e, a, c.min, c.max, re));
			w(t, ne, n), w(t, k, n);
		}
		if (!c.spanGaps) {
			let i = [];
			i.push(...El(l, u, o, s, D, S, r));
			let f = c.width * Qa / 2, p = n || t == 1 ? f : -f, m = n || t == -1 ? -f : f;
			i.forEach((e) => {
				e[0] += p, e[1] += m;
			}), T.gaps = i = c.gaps(e, a, o, s, i), T.clip = wl(i, d.ori, h, g, _, v);
		}
		return ie != 0 && (T.band = ie == 2 ? [Cl(e, a, o, s, E, -1), Cl(e, a, o, s, E, 1)] : Cl(e, a, o, s, E, ie)), T;
	});
}
function Gl(e, t, n, r, i, a, o = Xo) {
	if (e.length > 1) {
		let s = null;
		for (let c = 0, l = Infinity; c < e.length; c++) if (t[c] !== void 0) {
			if (s != null) {
				let t = Ro(e[c] - e[s]);
				t < l && (l = t, o = Ro(n(e[c], r, i, a) - n(e[s], r, i, a)));
			}
			s = c;
		}
	}
	return o;
}
function Kl(e) {
	e ||= hs;
	let t = jo(e.size, [
		.6,
		Xo,
		1
	]), n = e.align || 0, r = e.gap || 0, i = e.radius;
	i = i == null ? [0, 0] : typeof i == "number" ? [i, 0] : i;
	let a = $(i), o = 1 - t[0], s = jo(t[1], Xo), c = jo(t[2], 1), l = jo(e.disp, hs), u = jo(e.each, (e) => {}), { fill: d, stroke: f } = l;
	return (e, t, i, p) => bl(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
		let T = m.pxRound, E = n, D = r * Qa, ee = s * Qa, O = c * Qa, te, k;
		_.ori == 0 ? [te, k] = a(e, t) : [k, te] = a(e, t);
		let ne = _.dir * (_.ori == 0 ? 1 : -1), re = _.ori == 0 ? Nl : Pl, ie = _.ori == 0 ? u : (e, t, n, r, i, a, o) => {
			u(e, t, n, i, r, o, a);
		}, ae = jo(e.bands, gs).find((e) => e.series[0] == t), oe = ae == null ? 0 : ae.dir, se = m.fillTo(e, t, m.min, m.max, oe), ce = T(b(se, v, w, S)), A, le, ue, j = C, de = T(m.width * Qa), fe = !1, pe = null, me = null, he = null, M = null;
		d != null && (de == 0 || f != null) && (fe = !0, pe = d.values(e, t, i, p), me = /* @__PURE__ */ new Map(), new Set(pe).forEach((e) => {
			e != null && me.set(e, new Path2D());
		}), de > 0 && (he = f.values(e, t, i, p), M = /* @__PURE__ */ new Map(), new Set(he).forEach((e) => {
			e != null && M.set(e, new Path2D());
		})));
		let { x0: ge, size: N } = l;
		if (ge != null && N != null) {
			E = 1, h = ge.values(e, t, i, p), ge.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
			let n = N.values(e, t, i, p);
			le = N.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x), j = Gl(h, g, y, _, C, x, j), ue = j - le + D;
		} else j = Gl(h, g, y, _, C, x, j), ue = j * o + D, le = j - ue;
		ue < 1 && (ue = 0), de >= le / 2 && (de = 0), ue < 5 && (T = ts);
		let _e = ue > 0, ve = j - ue - (_e ? de : 0);
		le = T(Qo(ve, O, ee)), A = (E == 0 ? le / 2 : E == ne ? 0 : le) - E * ne * ((E == 0 ? D / 2 : 0) + (_e ? de / 2 : 0));
		let P = {
			stroke: null,
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: 0
		}, ye = fe ? null : new Path2D(), be = null;
		if (ae != null) be = e.data[ae.series[1]];
		else {
			let { y0: n, y1: r } = l;
			n != null && r != null && (g = r.values(e, t, i, p), be = n.values(e, t, i, p));
		}
		let xe = te * le, Se = k * le;
		for (let n = ne == 1 ? i : p; n >= i && n <= p; n += ne) {
			let r = g[n];
			if (r == null) continue;
			if (be != null) {
				let e = be[n] ?? 0;
				if (r - e == 0) continue;
				ce = b(e, v, w, S);
			}
			let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x), a = b(jo(r, se), v, w, S), o = T(i - A), s = T(Uo(a, ce)), c = T(Ho(a, ce)), u = s - c;
			if (r != null) {
				let i = r < 0 ? Se : xe, a = r < 0 ? xe : Se;
				fe ? (de > 0 && he[n] != null && re(M.get(he[n]), o, c + zo(de / 2), le, Uo(0, u - de), i, a), pe[n] != null && re(me.get(pe[n]), o, c + zo(de / 2), le, Uo(0, u - de), i, a)) : re(ye, o, c + zo(de / 2), le, Uo(0, u - de), i, a), ie(e, t, n, o - de / 2, c, le + de, u);
			}
		}
		return de > 0 ? P.stroke = fe ? M : ye : fe || (P._fill = m.width == 0 ? m._fill : m._stroke ?? m._fill, P.width = 0), P.fill = fe ? me : ye, P;
	});
}
function ql(e, t) {
	let n = jo(t?.alignGaps, 0);
	return (t, r, i, a) => bl(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
		[i, a] = xo(c, i, a);
		let _ = o.pxRound, v = (e) => _(d(e, l, h, p)), y = (e) => _(f(e, u, g, m)), b, x, S;
		l.ori == 0 ? (b = kl, S = jl, x = Ll) : (b = Al, S = Ml, x = Rl);
		let C = l.dir * (l.ori == 0 ? 1 : -1), w = v(s[C == 1 ? i : a]), T = w, E = [], D = [];
		for (let e = C == 1 ? i : a; e >= i && e <= a; e += C) if (c[e] != null) {
			let t = s[e], n = v(t);
			E.push(T = n), D.push(y(c[e]));
		}
		let ee = {
			stroke: e(E, D, b, S, x, _),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: vl
		}, O = ee.stroke, [te, k] = xl(t, r);
		if (o.fill != null || te != 0) {
			let e = ee.fill = new Path2D(O), n = y(o.fillTo(t, r, o.min, o.max, te));
			S(e, T, n), S(e, w, n);
		}
		if (!o.spanGaps) {
			let e = [];
			e.push(...El(s, c, i, a, C, v, n)), ee.gaps = e = o.gaps(t, r, i, a, e), ee.clip = wl(e, l.ori, p, m, h, g);
		}
		return k != 0 && (ee.band = k == 2 ? [Cl(t, r, i, a, O, -1), Cl(t, r, i, a, O, 1)] : Cl(t, r, i, a, O, k)), ee;
	});
}
function Jl(e) {
	return ql(Yl, e);
}
function Yl(e, t, n, r, i, a) {
	let o = e.length;
	if (o < 2) return null;
	let s = new Path2D();
	if (n(s, e[0], t[0]), o == 2) r(s, e[1], t[1]);
	else {
		let n = Array(o), r = Array(o - 1), a = Array(o - 1), c = Array(o - 1);
		for (let n = 0; n < o - 1; n++) a[n] = t[n + 1] - t[n], c[n] = e[n + 1] - e[n], r[n] = a[n] / c[n];
		n[0] = r[0];
		for (let e = 1; e < o - 1; e++) r[e] === 0 || r[e - 1] === 0 || r[e - 1] > 0 != r[e] > 0 ? n[e] = 0 : (n[e] = 3 * (c[e - 1] + c[e]) / ((2 * c[e] + c[e - 1]) / r[e - 1] + (c[e] + 2 * c[e - 1]) / r[e]), isFinite(n[e]) || (n[e] = 0));
		n[o - 1] = r[o - 2];
		for (let r = 0; r < o - 1; r++) i(s, e[r] + c[r] / 3, t[r] + n[r] * c[r] / 3, e[r + 1] - c[r] / 3, t[r + 1] - n[r + 1] * c[r] / 3, e[r + 1], t[r + 1]);
	}
	return s;
}
var Xl = /* @__PURE__ */ new Set();
function Zl() {
	for (let e of Xl) e.syncRect(!0);
}
Ja && (ho(Ua, Xa, Zl), ho(Wa, Xa, Zl, !0), ho(Ka, Xa, () => {
	pu.pxRatio = Qa;
}));
var Ql = Ul(), $l = zl();
function eu(e, t, n, r) {
	return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => nu(e, r, t, n));
}
function tu(e, t) {
	return e.map((e, n) => n == 0 ? {} : Ds({}, t, e));
}
function nu(e, t, n, r) {
	return Ds({}, t == 0 ? n : r, e);
}
function ru(e, t, n) {
	return t == null ? _s : [t, n];
}
var iu = ru;
function au(e, t, n) {
	return t == null ? _s : Ao(t, n, Eo, !0);
}
function ou(e, t, n, r) {
	return t == null ? _s : wo(t, n, e.scales[r].log, !1);
}
var su = ou;
function cu(e, t, n, r) {
	return t == null ? _s : To(t, n, e.scales[r].log, !1);
}
var lu = cu;
function uu(e, t, n, r, i) {
	let a = Uo(Zo(e), Zo(t)), o = t - e, s = _o(i / r * o, n);
	do {
		let e = n[s], t = r * e / o;
		if (t >= i && a + (e < 5 ? fs.get(e) : 0) <= 17) return [e, t];
	} while (++s < n.length);
	return [0, 0];
}
function du(e) {
	let t, n;
	return e = e.replace(/(\d+)px/, (e, r) => (t = Bo((n = +r) * Qa)) + "px"), [
		e,
		t,
		n
	];
}
function fu(e) {
	e.show && [e.font, e.labelFont].forEach((e) => {
		let t = ds(e[2] * Qa, 1);
		e[0] = e[0].replace(/[0-9.]+px/, t + "px"), e[1] = t;
	});
}
function pu(e, t, n) {
	let r = { mode: jo(e.mode, 1) }, i = r.mode;
	function a(e, t, n, r) {
		let i = t.valToPct(e);
		return r + n * (t.dir == -1 ? 1 - i : i);
	}
	function o(e, t, n, r) {
		let i = t.valToPct(e);
		return r + n * (t.dir == -1 ? i : 1 - i);
	}
	function s(e, t, n, r) {
		return t.ori == 0 ? a(e, t, n, r) : o(e, t, n, r);
	}
	r.valToPosH = a, r.valToPosV = o;
	let c = !1;
	r.status = 0;
	let l = r.root = ao(la);
	if (e.id != null && (l.id = e.id), to(l, e.class), e.title) {
		let t = ao(fa, l);
		t.textContent = e.title;
	}
	let u = io("canvas"), d = r.ctx = u.getContext("2d"), f = ao(pa, l);
	ho("click", f, (e) => {
		e.target === m && (an != en || on != tn) && cn.click(r, e);
	}, !0);
	let p = r.under = ao(ma, f);
	f.appendChild(u);
	let m = r.over = ao(ha, f);
	e = Es(e);
	let h = +jo(e.pxAlign, 1), g = Dl(h);
	(e.plugins || []).forEach((t) => {
		t.opts && (e = t.opts(r, e) || e);
	});
	let _ = e.ms || .001, v = r.series = i == 1 ? eu(e.series || [], qc, fl, !1) : tu(e.series || [null], dl), y = r.axes = eu(e.axes || [], Wc, ol, !0), b = r.scales = {}, x = r.bands = e.bands || [];
	x.forEach((e) => {
		e.fill = $(e.fill || null), e.dir = jo(e.dir, -1);
	});
	let S = i == 2 ? v[1].facets[0].scale : v[0].scale, C = {
		axes: Vt,
		series: B
	}, w = (e.drawOrder || ["axes", "series"]).map((e) => C[e]);
	function T(e) {
		let t = e.distr == 3 ? (t) => Ko(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key)) : e.distr == 4 ? (t) => Yo(t, e.asinh) : e.distr == 100 ? (t) => e.fwd(t) : (e) => e;
		return (n) => {
			let r = t(n), { _min: i, _max: a } = e, o = a - i;
			return (r - i) / o;
		};
	}
	function E(t) {
		let n = b[t];
		if (n == null) {
			let r = (e.scales || hs)[t] || hs;
			if (r.from != null) {
				E(r.from);
				let e = Ds({}, b[r.from], r, { key: t });
				e.valToPct = T(e), b[t] = e;
			} else {
				n = b[t] = Ds({}, t == S ? ml : hl, r), n.key = t;
				let e = n.time, a = n.range, o = vs(a);
				if ((t != S || i == 2 && !e) && (o && (a[0] == null || a[1] == null) && (a = {
					min: a[0] == null ? Do : {
						mode: 1,
						hard: a[0],
						soft: a[0]
					},
					max: a[1] == null ? Do : {
						mode: 1,
						hard: a[1],
						soft: a[1]
					}
				}, o = !1), !o && Ss(a))) {
					let e = a;
					a = (t, n, r) => n == null ? _s : Ao(n, r, e);
				}
				n.range = $(a || (e ? iu : t == S ? n.distr == 3 ? su : n.distr == 4 ? lu : ru : n.distr == 3 ? ou : n.distr == 4 ? cu : au)), n.auto = $(!o && n.auto), n.clamp = $(n.clamp || pl), n._min = n._max = null, n.valToPct = T(n);
			}
		}
	}
	E("x"), E("y"), i == 1 && v.forEach((e) => {
		E(e.scale);
	}), y.forEach((e) => {
		E(e.scale);
	});
	for (let t in e.scales) E(t);
	let D = b[S], ee = D.distr, O, te;
	D.ori == 0 ? (to(l, ua), O = a, te = o) : (to(l, da), O = o, te = a);
	let k = {};
	for (let e in b) {
		let t = b[e];
		(t.min != null || t.max != null) && (k[e] = {
			min: t.min,
			max: t.max
		}, t.min = t.max = null);
	}
	let ne = e.tzDate || ((e) => new Date(Bo(e / _))), re = e.fmtDate || Gs, ie = _ == 1 ? mc(ne) : _c(ne), ae = yc(ne, vc(_ == 1 ? pc : gc, re)), oe = wc(ne, Sc(Cc, re)), se = [], ce = r.legend = Ds({}, Dc, e.legend), A = r.cursor = Ds({}, Ic, { drag: { y: i == 2 } }, e.cursor), le = ce.show, ue = A.show, j = ce.markers;
	ce.idxs = se, j.width = $(j.width), j.dash = $(j.dash), j.stroke = $(j.stroke), j.fill = $(j.fill);
	let de, fe, pe, me = [], he = [], M, ge = !1, N = {};
	if (ce.live) {
		let e = v[1] ? v[1].values : null;
		ge = e != null, M = ge ? e(r, 1, 0) : { _: 0 };
		for (let e in M) N[e] = qa;
	}
	if (le) {
		if (de = io("table", Sa, l), pe = io("tbody", null, de), ce.mount(r, de), ge) {
			fe = io("thead", null, de, pe);
			let e = io("tr", null, fe);
			for (var _e in io("th", null, e), M) io("th", Da, e).textContent = _e;
		} else to(de, wa), ce.live && to(de, Ca);
	}
	let ve = { show: !0 }, P = { show: !1 };
	function ye(e, t) {
		if (t == 0 && (ge || !ce.live || i == 2)) return _s;
		let n = [], a = io("tr", Ta, pe, pe.childNodes[t]);
		to(a, e.class), e.show || to(a, _a);
		let o = io("th", null, a);
		if (j.show) {
			let e = ao(Ea, o);
			if (t > 0) {
				let n = j.width(r, t);
				n && (e.style.border = n + "px " + j.dash(r, t) + " " + j.stroke(r, t)), e.style.background = j.fill(r, t);
			}
		}
		let s = ao(Da, o);
		for (var c in e.label instanceof HTMLElement ? s.appendChild(e.label) : s.textContent = e.label, t > 0 && (j.show || (s.style.color = e.width > 0 ? j.stroke(r, t) : j.fill(r, t)), xe("click", o, (t) => {
			if (A._lock) return;
			qe(t);
			let n = v.indexOf(e);
			if ((t.ctrlKey || t.metaKey) != ce.isolate) {
				let e = v.some((e, t) => t > 0 && t != n && e.show);
				v.forEach((t, r) => {
					r > 0 && hn(r, e ? r == n ? ve : P : ve, !0, Zn.setSeries);
				});
			} else hn(n, { show: !e.show }, !0, Zn.setSeries);
		}, !1), Xe && xe(Ba, o, (t) => {
			A._lock || (qe(t), hn(v.indexOf(e), Cn, !0, Zn.setSeries));
		}, !1)), M) {
			let e = io("td", Oa, a);
			e.textContent = "--", n.push(e);
		}
		return [a, n];
	}
	let be = /* @__PURE__ */ new Map();
	function xe(e, t, n, i = !0) {
		let a = be.get(t) || {}, o = A.bind[e](r, t, n, i);
		o && (ho(e, t, a[e] = o), be.set(t, a));
	}
	function Se(e, t, n) {
		let r = be.get(t) || {};
		for (let n in r) (e == null || n == e) && (go(n, t, r[n]), delete r[n]);
		e ?? be.delete(t);
	}
	let Ce = 0, we = 0, F = 0, I = 0, Te = 0, Ee = 0, De = Te, Oe = Ee, ke = F, Ae = I, je = 0, Me = 0, Ne = 0, Pe = 0;
	r.bbox = {};
	let Fe = !1, Ie = !1, Le = !1, Re = !1, ze = !1, Be = !1;
	function Ve(e, t, n) {
		(n || e != r.width || t != r.height) && He(e, t), Ht(!1), Le = !0, Ie = !0, qt();
	}
	function He(e, t) {
		r.width = Ce = F = e, r.height = we = I = t, Te = Ee = 0, Ge(), Ke();
		let n = r.bbox;
		je = n.left = cs(Te * Qa, .5), Me = n.top = cs(Ee * Qa, .5), Ne = n.width = cs(F * Qa, .5), Pe = n.height = cs(I * Qa, .5);
	}
	function Ue() {
		let e = !1, t = 0;
		for (; !e;) {
			t++;
			let n = zt(t), i = Bt(t);
			e = t == 3 || n && i, e || (He(r.width, r.height), Ie = !0);
		}
	}
	function We({ width: e, height: t }) {
		Ve(e, t);
	}
	r.setSize = We;
	function Ge() {
		let e = !1, t = !1, n = !1, r = !1;
		y.forEach((i, a) => {
			if (i.show && i._show) {
				let { side: a, _size: o } = i, s = a % 2, c = o + (i.label == null ? 0 : i.labelSize);
				c > 0 && (s ? (F -= c, a == 3 ? (Te += c, r = !0) : n = !0) : (I -= c, a == 0 ? (Ee += c, e = !0) : t = !0));
			}
		}), it[0] = e, it[1] = n, it[2] = t, it[3] = r, F -= ct[1] + ct[3], Te += ct[3], I -= ct[2] + ct[0], Ee += ct[0];
	}
	function Ke() {
		let e = Te + F, t = Ee + I, n = Te, r = Ee;
		function i(i, a) {
			switch (i) {
				case 1: return e += a, e - a;
				case 2: return t += a, t - a;
				case 3: return n -= a, n + a;
				case 0: return r -= a, r + a;
			}
		}
		y.forEach((e, t) => {
			if (e.show && e._show) {
				let t = e.side;
				e._pos = i(t, e._size), e.label != null && (e._lpos = i(t, e.labelSize));
			}
		});
	}
	if (A.dataIdx == null) {
		let e = A.hover, n = e.skip = new Set(e.skip ?? []);
		n.add(void 0);
		let r = e.prox = $(e.prox), i = e.bias ??= 0;
		A.dataIdx = (e, a, o, s) => {
			if (a == 0) return o;
			let c = o, l = r(e, a, o, s) ?? Xo, u = l >= 0 && l < Xo, d = D.ori == 0 ? F : I, f = A.left, p = t[0], m = t[a];
			if (n.has(m[o])) {
				c = null;
				let e = null, t = null, r;
				if (i == 0 || i == -1) for (r = o; e == null && r-- > 0;) n.has(m[r]) || (e = r);
				if (i == 0 || i == 1) for (r = o; t == null && r++ < m.length;) n.has(m[r]) || (t = r);
				if (e != null || t != null) {
					if (u) {
						let n = e == null ? -Infinity : O(p[e], D, d, 0), r = t == null ? Infinity : O(p[t], D, d, 0), i = f - n, a = r - f;
						i <= a ? i <= l && (c = e) : a <= l && (c = t);
					} else c = t == null ? e : e == null ? t : o - e <= t - o ? e : t;
				}
			} else u && Ro(f - O(p[o], D, d, 0)) > l && (c = null);
			return c;
		};
	}
	let qe = (e) => {
		A.event = e;
	};
	A.idxs = se, A._lock = !1;
	let Je = A.points;
	Je.show = $(Je.show), Je.size = $(Je.size), Je.stroke = $(Je.stroke), Je.width = $(Je.width), Je.fill = $(Je.fill);
	let Ye = r.focus = Ds({}, e.focus || { alpha: .3 }, A.focus), Xe = Ye.prox >= 0, Ze = Xe && Je.one, Qe = [], $e = [], et = [];
	function tt(e, t) {
		let n = Je.show(r, t);
		if (n instanceof HTMLElement) return to(n, xa), to(n, e.class), so(n, -10, -10, F, I), m.insertBefore(n, Qe[t]), n;
	}
	function nt(e, t) {
		if (i == 1 || t > 0) {
			let t = i == 1 && b[e.scale].time, n = e.value;
			e.value = t ? xs(n) ? wc(ne, Sc(n, re)) : n || oe : n || al, e.label = e.label || (t ? Kc : Gc);
		}
		if (Ze || t > 0) {
			e.width = e.width == null ? 1 : e.width, e.paths = e.paths || Ql || rs, e.fillTo = $(e.fillTo || Sl), e.pxAlign = +jo(e.pxAlign, h), e.pxRound = Dl(e.pxAlign), e.stroke = $(e.stroke || null), e.fill = $(e.fill || null), e._stroke = e._fill = e._paths = e._focus = null;
			let t = sl(Uo(1, e.width), 1), n = e.points = Ds({}, {
				size: t,
				width: Uo(1, t * .2),
				stroke: e.stroke,
				space: t * 2,
				paths: $l,
				_stroke: null,
				_fill: null
			}, e.points);
			n.show = $(n.show), n.filter = $(n.filter), n.fill = $(n.fill), n.stroke = $(n.stroke), n.paths = $(n.paths), n.pxAlign = e.pxAlign;
		}
		if (le) {
			let n = ye(e, t);
			me.splice(t, 0, n[0]), he.splice(t, 0, n[1]), ce.values.push(null);
		}
		if (ue) {
			se.splice(t, 0, null);
			let n = null;
			Ze ? t == 0 && (n = tt(e, t)) : t > 0 && (n = tt(e, t)), Qe.splice(t, 0, n), $e.splice(t, 0, 0), et.splice(t, 0, 0);
		}
		Xn("addSeries", t);
	}
	function L(e, t) {
		t ??= v.length, e = i == 1 ? nu(e, t, qc, fl) : nu(e, t, {}, dl), v.splice(t, 0, e), nt(v[t], t);
	}
	r.addSeries = L;
	function rt(e) {
		if (v.splice(e, 1), le) {
			ce.values.splice(e, 1), he.splice(e, 1);
			let t = me.splice(e, 1)[0];
			Se(null, t.firstChild), t.remove();
		}
		ue && (se.splice(e, 1), Qe.splice(e, 1)[0].remove(), $e.splice(e, 1), et.splice(e, 1)), Xn("delSeries", e);
	}
	r.delSeries = rt;
	let it = [
		!1,
		!1,
		!1,
		!1
	];
	function at(e, t) {
		if (e._show = e.show, e.show) {
			let n = e.side % 2, i = b[e.scale];
			i ??= (e.scale = n ? v[1].scale : S, b[e.scale]);
			let a = i.time;
			e.size = $(e.size), e.space = $(e.space), e.rotate = $(e.rotate), vs(e.incrs) && e.incrs.forEach((e) => {
				!fs.has(e) && fs.set(e, ps(e));
			}), e.incrs = $(e.incrs || (i.distr == 2 ? Qs : a ? _ == 1 ? fc : hc : $s)), e.splits = $(e.splits || (a && i.distr == 1 ? ie : i.distr == 3 ? Xc : i.distr == 4 ? Zc : Yc)), e.stroke = $(e.stroke), e.grid.stroke = $(e.grid.stroke), e.ticks.stroke = $(e.ticks.stroke), e.border.stroke = $(e.border.stroke);
			let o = e.values;
			e.values = vs(o) && !vs(o[0]) ? $(o) : a ? vs(o) ? yc(ne, vc(o, re)) : xs(o) ? bc(ne, o) : o || ae : o || Jc, e.filter = $(e.filter || (i.distr >= 3 && i.log == 10 ? rl : i.distr == 3 && i.log == 2 ? il : ns)), e.font = du(e.font), e.labelFont = du(e.labelFont), e._size = e.size(r, null, t, 0), e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null, e._size > 0 && (it[t] = !0, e._el = ao(ga, f));
		}
	}
	function ot(e, t, n, r) {
		let [i, a, o, s] = n, c = t % 2, l = 0;
		return c == 0 && (s || a) && (l = t == 0 && !i || t == 2 && !o ? Bo(Wc.size / 3) : 0), c == 1 && (i || o) && (l = t == 1 && !a || t == 3 && !s ? Bo(ol.size / 2) : 0), l;
	}
	let st = r.padding = (e.padding || [
		ot,
		ot,
		ot,
		ot
	]).map((e) => $(jo(e, ot))), ct = r._padding = st.map((e, t) => e(r, t, it, 0)), lt, R = null, ut = null, dt = i == 1 ? v[0].idxs : null, ft = null, pt = !1;
	function mt(e, n) {
		if (t = e ?? [], r.data = r._data = t, i == 2) {
			lt = 0;
			for (let e = 1; e < v.length; e++) lt += t[e][0].length;
		} else {
			t.length == 0 && (r.data = r._data = t = [[]]), ft = t[0], lt = ft.length;
			let e = t;
			if (ee == 2) {
				e = t.slice();
				let n = e[0] = Array(lt);
				for (let e = 0; e < lt; e++) n[e] = e;
			}
			r._data = t = e;
		}
		if (Ht(!0), Xn("setData"), ee == 2 && (Le = !0), n !== !1) {
			let e = D;
			e.auto(r, pt) ? ht() : mn(S, e.min, e.max), Re ||= A.left >= 0, Be = !0, qt();
		}
	}
	r.setData = mt;
	function ht() {
		pt = !0;
		let e, n;
		i == 1 && (lt > 0 ? (R = dt[0] = 0, ut = dt[1] = lt - 1, e = t[0][R], n = t[0][ut], ee == 2 ? (e = R, n = ut) : e == n && (ee == 3 ? [e, n] = wo(e, e, D.log, !1) : ee == 4 ? [e, n] = To(e, e, D.log, !1) : D.time ? n = e + Bo(86400 / _) : [e, n] = Ao(e, n, Eo, !0))) : (R = dt[0] = e = null, ut = dt[1] = n = null)), mn(S, e, n);
	}
	let gt, _t, vt, yt, bt, xt, St, Ct, wt, Tt;
	function Et(e, t, n, r, i, a) {
		e ??= Ia, n ??= gs, r ??= "butt", i ??= Ia, a ??= "round", e != gt && (d.strokeStyle = gt = e), i != _t && (d.fillStyle = _t = i), t != vt && (d.lineWidth = vt = t), a != bt && (d.lineJoin = bt = a), r != xt && (d.lineCap = xt = r), n != yt && d.setLineDash(yt = n);
	}
	function Dt(e, t, n, r) {
		t != _t && (d.fillStyle = _t = t), e != St && (d.font = St = e), n != Ct && (d.textAlign = Ct = n), r != wt && (d.textBaseline = wt = r);
	}
	function Ot(e, t, n, i, a = 0) {
		if (i.length > 0 && e.auto(r, pt) && (t == null || t.min == null)) {
			let t = jo(R, 0), r = jo(ut, i.length - 1), o = n.min == null ? Co(i, t, r, a, e.distr == 3) : [n.min, n.max];
			e.min = Ho(e.min, n.min = o[0]), e.max = Uo(e.max, n.max = o[1]);
		}
	}
	let kt = {
		min: null,
		max: null
	};
	function z() {
		for (let e in b) {
			let t = b[e];
			k[e] == null && (t.min == null || k[S] != null && t.auto(r, pt)) && (k[e] = kt);
		}
		for (let e in b) {
			let t = b[e];
			k[e] == null && t.from != null && k[t.from] != null && (k[e] = kt);
		}
		k[S] != null && Ht(!0);
		let e = {};
		for (let t in k) {
			let n = k[t];
			if (n != null) {
				let a = e[t] = Es(b[t], Cs);
				if (n.min != null) Ds(a, n);
				else if (t != S || i == 2) {
					if (lt == 0 && a.from == null) {
						let e = a.range(r, null, null, t);
						a.min = e[0], a.max = e[1];
					} else a.min = Xo, a.max = -Infinity;
				}
			}
		}
		if (lt > 0) {
			v.forEach((n, a) => {
				if (i == 1) {
					let i = n.scale, o = k[i];
					if (o == null) return;
					let s = e[i];
					if (a == 0) {
						let e = s.range(r, s.min, s.max, i);
						s.min = e[0], s.max = e[1], R = _o(s.min, t[0]), ut = _o(s.max, t[0]), ut - R > 1 && (t[0][R] < s.min && R++, t[0][ut] > s.max && ut--), n.min = ft[R], n.max = ft[ut];
					} else n.show && n.auto && Ot(s, o, n, t[a], n.sorted);
					n.idxs[0] = R, n.idxs[1] = ut;
				} else if (a > 0 && n.show && n.auto) {
					let [r, i] = n.facets, o = r.scale, s = i.scale, [c, l] = t[a], u = e[o], d = e[s];
					u != null && Ot(u, k[o], r, c, r.sorted), d != null && Ot(d, k[s], i, l, i.sorted), n.min = i.min, n.max = i.max;
				}
			});
			for (let t in e) {
				let n = e[t], i = k[t];
				if (n.from == null && (i == null || i.min == null)) {
					let e = n.range(r, n.min == Xo ? null : n.min, n.max == -Infinity ? null : n.max, t);
					n.min = e[0], n.max = e[1];
				}
			}
		}
		for (let t in e) {
			let n = e[t];
			if (n.from != null) {
				let i = e[n.from];
				if (i.min == null) n.min = n.max = null;
				else {
					let e = n.range(r, i.min, i.max, t);
					n.min = e[0], n.max = e[1];
				}
			}
		}
		let n = {}, a = !1;
		for (let t in e) {
			let r = e[t], i = b[t];
			if (i.min != r.min || i.max != r.max) {
				i.min = r.min, i.max = r.max;
				let e = i.distr;
				i._min = e == 3 ? Ko(i.min) : e == 4 ? Yo(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min, i._max = e == 3 ? Ko(i.max) : e == 4 ? Yo(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max, n[t] = a = !0;
			}
		}
		if (a) {
			v.forEach((e, t) => {
				i == 2 ? t > 0 && n.y && (e._paths = null) : n[e.scale] && (e._paths = null);
			});
			for (let e in n) Le = !0, Xn("setScale", e);
			ue && A.left >= 0 && (Re = Be = !0);
		}
		for (let e in k) k[e] = null;
	}
	function At(e) {
		let t = Qo(R - 1, 0, lt - 1), n = Qo(ut + 1, 0, lt - 1);
		for (; e[t] == null && t > 0;) t--;
		for (; e[n] == null && n < lt - 1;) n++;
		return [t, n];
	}
	function B() {
		if (lt > 0) {
			let e = v.some((e) => e._focus) && Tt != Ye.alpha;
			e && (d.globalAlpha = Tt = Ye.alpha), v.forEach((e, n) => {
				if (n > 0 && e.show && (jt(n, !1), jt(n, !0), e._paths == null)) {
					let a = Tt;
					Tt != e.alpha && (d.globalAlpha = Tt = e.alpha);
					let o = i == 2 ? [0, t[n][0].length - 1] : At(t[n]);
					e._paths = e.paths(r, n, o[0], o[1]), Tt != a && (d.globalAlpha = Tt = a);
				}
			}), v.forEach((e, t) => {
				if (t > 0 && e.show) {
					let n = Tt;
					Tt != e.alpha && (d.globalAlpha = Tt = e.alpha), e._paths != null && Mt(t, !1);
					{
						let n = e._paths == null ? null : e._paths.gaps, i = e.points.show(r, t, R, ut, n), a = e.points.filter(r, t, i, n);
						(i || a) && (e.points._paths = e.points.paths(r, t, R, ut, a), Mt(t, !0));
					}
					Tt != n && (d.globalAlpha = Tt = n), Xn("drawSeries", t);
				}
			}), e && (d.globalAlpha = Tt = 1);
		}
	}
	function jt(e, t) {
		let n = t ? v[e].points : v[e];
		n._stroke = n.stroke(r, e), n._fill = n.fill(r, e);
	}
	function Mt(e, t) {
		let n = t ? v[e].points : v[e], { stroke: r, fill: i, clip: a, flags: o, _stroke: s = n._stroke, _fill: c = n._fill, _width: l = n.width } = n._paths;
		l = ds(l * Qa, 3);
		let u = null, f = l % 2 / 2;
		t && c == null && (c = l > 0 ? "#fff" : s);
		let p = n.pxAlign == 1 && f > 0;
		if (p && d.translate(f, f), !t) {
			let e = je - l / 2, t = Me - l / 2, n = Ne + l, r = Pe + l;
			u = new Path2D(), u.rect(e, t, n, r);
		}
		t ? Pt(s, l, n.dash, n.cap, c, r, i, o, a) : Nt(e, s, l, n.dash, n.cap, c, r, i, o, u, a), p && d.translate(-f, -f);
	}
	function Nt(e, n, i, a, o, s, c, l, u, d, f) {
		let p = !1;
		u != 0 && x.forEach((m, h) => {
			if (m.series[0] == e) {
				let e = v[m.series[1]], g = t[m.series[1]], _ = (e._paths || hs).band;
				vs(_) && (_ = m.dir == 1 ? _[0] : _[1]);
				let y, b = null;
				e.show && _ && Mo(g, R, ut) ? (b = m.fill(r, h) || s, y = e._paths.clip) : _ = null, Pt(n, i, a, o, b, c, l, u, d, f, y, _), p = !0;
			}
		}), p || Pt(n, i, a, o, s, c, l, u, d, f);
	}
	function Pt(e, t, n, r, i, a, o, s, c, l, u, f) {
		Et(e, t, n, r, i), (c || l || f) && (d.save(), c && d.clip(c), l && d.clip(l)), f ? (s & 3) == 3 ? (d.clip(f), u && d.clip(u), It(i, o), Ft(e, a, t)) : s & yl ? (It(i, o), d.clip(f), Ft(e, a, t)) : s & vl && (d.save(), d.clip(f), u && d.clip(u), It(i, o), d.restore(), Ft(e, a, t)) : (It(i, o), Ft(e, a, t)), (c || l || f) && d.restore();
	}
	function Ft(e, t, n) {
		n > 0 && (t instanceof Map ? t.forEach((e, t) => {
			d.strokeStyle = gt = t, d.stroke(e);
		}) : t != null && e && d.stroke(t));
	}
	function It(e, t) {
		t instanceof Map ? t.forEach((e, t) => {
			d.fillStyle = _t = t, d.fill(e);
		}) : t != null && e && d.fill(t);
	}
	function Lt(e, t, n, i) {
		let a = y[e], o;
		if (i <= 0) o = [0, 0];
		else {
			let s = a._space = a.space(r, e, t, n, i);
			o = uu(t, n, a._incrs = a.incrs(r, e, t, n, i, s), i, s);
		}
		return a._found = o;
	}
	function Rt(e, t, n, r, i, a, o, s, c, l) {
		let u = o % 2 / 2;
		h == 1 && d.translate(u, u), Et(s, o, c, l, s), d.beginPath();
		let f, p, m, g, _ = i + (r == 0 || r == 3 ? -a : a);
		n == 0 ? (p = i, g = _) : (f = i, m = _);
		for (let r = 0; r < e.length; r++) t[r] != null && (n == 0 ? f = m = e[r] : p = g = e[r], d.moveTo(f, p), d.lineTo(m, g));
		d.stroke(), h == 1 && d.translate(-u, -u);
	}
	function zt(e) {
		let t = !0;
		return y.forEach((n, i) => {
			if (!n.show) return;
			let a = b[n.scale];
			if (a.min == null) {
				n._show && (t = !1, n._show = !1, Ht(!1));
				return;
			}
			n._show || (t = !1, n._show = !0, Ht(!1));
			let o = n.side, s = o % 2, { min: c, max: l } = a, [u, d] = Lt(i, c, l, s == 0 ? F : I);
			if (d == 0) return;
			let f = a.distr == 2, p = n._splits = n.splits(r, i, c, l, u, d, f), m = a.distr == 2 ? p.map((e) => ft[e]) : p, h = a.distr == 2 ? ft[p[1]] - ft[p[0]] : u, g = n._values = n.values(r, n.filter(r, m, i, d, h), i, d, h);
			n._rotate = o == 2 ? n.rotate(r, g, i, d) : 0;
			let _ = n._size;
			n._size = Vo(n.size(r, g, i, e)), _ != null && n._size != _ && (t = !1);
		}), t;
	}
	function Bt(e) {
		let t = !0;
		return st.forEach((n, i) => {
			let a = n(r, i, it, e);
			a != ct[i] && (t = !1), ct[i] = a;
		}), t;
	}
	function Vt() {
		for (let e = 0; e < y.length; e++) {
			let t = y[e];
			if (!t.show || !t._show) continue;
			let n = t.side, i = n % 2, a, o, c = t.stroke(r, e), l = n == 0 || n == 3 ? -1 : 1, [u, f] = t._found;
			if (t.label != null) {
				let s = t.labelGap * l, p = Bo((t._lpos + s) * Qa);
				Dt(t.labelFont[0], c, "center", n == 2 ? ja : Ma), d.save(), i == 1 ? (a = o = 0, d.translate(p, Bo(Me + Pe / 2)), d.rotate((n == 3 ? -Lo : Lo) / 2)) : (a = Bo(je + Ne / 2), o = p);
				let m = $o(t.label) ? t.label(r, e, u, f) : t.label;
				d.fillText(m, a, o), d.restore();
			}
			if (f == 0) continue;
			let p = b[t.scale], m = i == 0 ? Ne : Pe, h = i == 0 ? je : Me, _ = t._splits, v = p.distr == 2 ? _.map((e) => ft[e]) : _, x = p.distr == 2 ? ft[_[1]] - ft[_[0]] : u, S = t.ticks, C = t.border, w = S.show ? S.size : 0, T = Bo(w * Qa), E = Bo((t.alignTo == 2 ? t._size - w - t.gap : t.gap) * Qa), D = t._rotate * -Lo / 180, ee = g(t._pos * Qa), O = ee + (T + E) * l;
			o = i == 0 ? O : 0, a = i == 1 ? O : 0;
			let te = t.font[0];
			Dt(te, c, t.align == 1 ? Na : t.align == 2 ? Pa : D > 0 ? Na : D < 0 ? Pa : i == 0 ? "center" : n == 3 ? Pa : Na, D || i == 1 ? "middle" : n == 2 ? ja : Ma);
			let k = t.font[1] * t.lineGap, ne = _.map((e) => g(s(e, p, m, h))), re = t._values;
			for (let e = 0; e < re.length; e++) {
				let t = re[e];
				if (t != null) {
					i == 0 ? a = ne[e] : o = ne[e], t = "" + t;
					let n = t.indexOf("\n") == -1 ? [t] : t.split(/\n/gm);
					for (let e = 0; e < n.length; e++) {
						let t = n[e];
						D ? (d.save(), d.translate(a, o + e * k), d.rotate(D), d.fillText(t, 0, 0), d.restore()) : d.fillText(t, a, o + e * k);
					}
				}
			}
			S.show && Rt(ne, S.filter(r, v, e, f, x), i, n, ee, T, ds(S.width * Qa, 3), S.stroke(r, e), S.dash, S.cap);
			let ie = t.grid;
			ie.show && Rt(ne, ie.filter(r, v, e, f, x), i, i == 0 ? 2 : 1, i == 0 ? Me : je, i == 0 ? Pe : Ne, ds(ie.width * Qa, 3), ie.stroke(r, e), ie.dash, ie.cap), C.show && Rt([ee], [1], +(i == 0), i == 0 ? 1 : 2, i == 1 ? Me : je, i == 1 ? Pe : Ne, ds(C.width * Qa, 3), C.stroke(r, e), C.dash, C.cap);
		}
		Xn("drawAxes");
	}
	function Ht(e) {
		v.forEach((t, n) => {
			n > 0 && (t._paths = null, e && (i == 1 ? (t.min = null, t.max = null) : t.facets.forEach((e) => {
				e.min = null, e.max = null;
			})));
		});
	}
	let Ut = !1, Wt = !1, Gt = [];
	function Kt() {
		Wt = !1;
		for (let e = 0; e < Gt.length; e++) Xn(...Gt[e]);
		Gt.length = 0;
	}
	function qt() {
		Ut ||= (Ns(Jt), !0);
	}
	function V(e, t = !1) {
		Ut = !0, Wt = t, e(r), Jt(), t && Gt.length > 0 && queueMicrotask(Kt);
	}
	r.batch = V;
	function Jt() {
		if (Fe &&= (z(), !1), Le &&= (Ue(), !1), Ie) {
			if (ro(p, Na, Te), ro(p, ja, Ee), ro(p, ka, F), ro(p, Aa, I), ro(m, Na, Te), ro(m, ja, Ee), ro(m, ka, F), ro(m, Aa, I), ro(f, ka, Ce), ro(f, Aa, we), u.width = Bo(Ce * Qa), u.height = Bo(we * Qa), y.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
				if (e != null) {
					if (t) {
						let t = i === 3 || i === 0 ? n : 0, a = i % 2 == 1;
						ro(e, a ? "left" : "top", r - t), ro(e, a ? "width" : "height", n), ro(e, a ? "top" : "left", a ? Ee : Te), ro(e, a ? "height" : "width", a ? I : F), no(e, _a);
					} else to(e, _a);
				}
			}), gt = _t = vt = bt = xt = St = Ct = wt = yt = null, Tt = 1, Pn(!0), Te != De || Ee != Oe || F != ke || I != Ae) {
				Ht(!1);
				let e = F / ke, t = I / Ae;
				if (ue && !Re && A.left >= 0) {
					A.left *= e, A.top *= t, Xt && so(Xt, Bo(A.left), 0, F, I), Zt && so(Zt, 0, Bo(A.top), F, I);
					for (let n = 0; n < Qe.length; n++) {
						let r = Qe[n];
						r != null && ($e[n] *= e, et[n] *= t, so(r, Vo($e[n]), Vo(et[n]), F, I));
					}
				}
				if (dn.show && !ze && dn.left >= 0 && dn.width > 0) {
					dn.left *= e, dn.width *= e, dn.top *= t, dn.height *= t;
					for (let e in Ln) ro(fn, e, dn[e]);
				}
				De = Te, Oe = Ee, ke = F, Ae = I;
			}
			Xn("setSize"), Ie = !1;
		}
		Ce > 0 && we > 0 && (d.clearRect(0, 0, u.width, u.height), Xn("drawClear"), w.forEach((e) => e()), Xn("draw")), dn.show && ze && (W(dn), ze = !1), ue && Re && (Mn(null, !0, !1), Re = !1), ce.show && ce.live && Be && (jn(), Be = !1), c || (c = !0, r.status = 1, Xn("ready")), pt = !1, Ut = !1;
	}
	r.redraw = (e, t) => {
		Le = t || !1, e === !1 ? qt() : mn(S, D.min, D.max);
	};
	function H(e, n) {
		let i = b[e];
		if (i.from == null) {
			if (lt == 0) {
				let t = i.range(r, n.min, n.max, e);
				n.min = t[0], n.max = t[1];
			}
			if (n.min > n.max) {
				let e = n.min;
				n.min = n.max, n.max = e;
			}
			if (lt > 1 && n.min != null && n.max != null && n.max - n.min < 1e-16) return;
			e == S && i.distr == 2 && lt > 0 && (n.min = _o(n.min, t[0]), n.max = _o(n.max, t[0]), n.min == n.max && n.max++), k[e] = n, Fe = !0, qt();
		}
	}
	r.setScale = H;
	let U, Yt, Xt, Zt, Qt, $t, en, tn, nn, rn, an, on, sn = !1, cn = A.drag, ln = cn.x, un = cn.y;
	ue && (A.x && (U = ao(ya, m)), A.y && (Yt = ao(ba, m)), D.ori == 0 ? (Xt = U, Zt = Yt) : (Xt = Yt, Zt = U), an = A.left, on = A.top);
	let dn = r.select = Ds({
		show: !0,
		over: !0,
		left: 0,
		width: 0,
		top: 0,
		height: 0
	}, e.select), fn = dn.show ? ao(va, dn.over ? m : p) : null;
	function W(e, t) {
		if (dn.show) {
			for (let t in e) dn[t] = e[t], t in Ln && ro(fn, t, e[t]);
			t !== !1 && Xn("setSelect");
		}
	}
	r.setSelect = W;
	function pn(e) {
		if (v[e].show) le && no(me[e], _a);
		else if (le && to(me[e], _a), ue) {
			let t = Ze ? Qe[0] : Qe[e];
			t != null && so(t, -10, -10, F, I);
		}
	}
	function mn(e, t, n) {
		H(e, {
			min: t,
			max: n
		});
	}
	function hn(e, t, n, a) {
		t.focus != null && wn(e), t.show != null && v.forEach((n, r) => {
			r > 0 && (e == r || e == null) && (n.show = t.show, pn(r), i == 2 ? (mn(n.facets[0].scale, null, null), mn(n.facets[1].scale, null, null)) : mn(n.scale, null, null), qt());
		}), n !== !1 && Xn("setSeries", e, t), a && er("setSeries", r, e, t);
	}
	r.setSeries = hn;
	function gn(e, t) {
		Ds(x[e], t);
	}
	function _n(e, t) {
		e.fill = $(e.fill || null), e.dir = jo(e.dir, -1), t ??= x.length, x.splice(t, 0, e);
	}
	function vn(e) {
		e == null ? x.length = 0 : x.splice(e, 1);
	}
	r.addBand = _n, r.setBand = gn, r.delBand = vn;
	function yn(e, t) {
		v[e].alpha = t, ue && Qe[e] != null && (Qe[e].style.opacity = t), le && me[e] && (me[e].style.opacity = t);
	}
	let bn, xn, Sn, Cn = { focus: !0 };
	function wn(e) {
		if (e != Sn) {
			let t = e == null, n = Ye.alpha != 1;
			v.forEach((r, a) => {
				if (i == 1 || a > 0) {
					let i = t || a == 0 || a == e;
					r._focus = t ? null : i, n && yn(a, i ? 1 : Ye.alpha);
				}
			}), Sn = e, n && qt();
		}
	}
	le && Xe && xe(Va, de, (e) => {
		A._lock || (qe(e), Sn != null && hn(null, Cn, !0, Zn.setSeries));
	});
	function Tn(e, t, n) {
		let r = b[t];
		n && (e = e / Qa - (r.ori == 1 ? Ee : Te));
		let i = F;
		r.ori == 1 && (i = I, e = i - e), r.dir == -1 && (e = i - e);
		let a = r._min, o = r._max, s = e / i, c = a + (o - a) * s, l = r.distr;
		return l == 3 ? Wo(10, c) : l == 4 ? Jo(c, r.asinh) : l == 100 ? r.bwd(c) : c;
	}
	function En(e, n) {
		return _o(Tn(e, S, n), t[0], R, ut);
	}
	r.valToIdx = (e) => _o(e, t[0]), r.posToIdx = En, r.posToVal = Tn, r.valToPos = (e, t, n) => b[t].ori == 0 ? a(e, b[t], n ? Ne : F, n ? je : 0) : o(e, b[t], n ? Pe : I, n ? Me : 0), r.setCursor = (e, t, n) => {
		an = e.left, on = e.top, Mn(null, t, n);
	};
	function Dn(e, t) {
		ro(fn, Na, dn.left = e), ro(fn, ka, dn.width = t);
	}
	function On(e, t) {
		ro(fn, ja, dn.top = e), ro(fn, Aa, dn.height = t);
	}
	let kn = D.ori == 0 ? Dn : On, G = D.ori == 1 ? Dn : On;
	function An() {
		if (le && ce.live) for (let e = +(i == 2); e < v.length; e++) {
			if (e == 0 && ge) continue;
			let t = ce.values[e], n = 0;
			for (let r in t) he[e][n++].firstChild.nodeValue = t[r];
		}
	}
	function jn(e, t) {
		if (e != null && (e.idxs ? e.idxs.forEach((e, t) => {
			se[t] = e;
		}) : bs(e.idx) || se.fill(e.idx), ce.idx = se[0]), le && ce.live) {
			for (let e = 0; e < v.length; e++) (e > 0 || i == 1 && !ge) && K(e, se[e]);
			An();
		}
		Be = !1, t !== !1 && Xn("setLegend");
	}
	r.setLegend = jn;
	function K(e, n) {
		let i = v[e], a = e == 0 && ee == 2 ? ft : t[e], o;
		ge ? o = i.values(r, e, n) ?? N : (o = i.value(r, n == null ? null : a[n], e, n), o = o == null ? N : { _: o }), ce.values[e] = o;
	}
	function Mn(e, n, a) {
		nn = an, rn = on, [an, on] = A.move(r, an, on), A.left = an, A.top = on, ue && (Xt && so(Xt, Bo(an), 0, F, I), Zt && so(Zt, 0, Bo(on), F, I));
		let o, s = R > ut;
		bn = Xo, xn = null;
		let c = D.ori == 0 ? F : I, l = D.ori == 1 ? F : I;
		if (an < 0 || lt == 0 || s) {
			o = A.idx = null;
			for (let e = 0; e < v.length; e++) {
				let t = Qe[e];
				t != null && so(t, -10, -10, F, I);
			}
			Xe && hn(null, Cn, !0, e == null && Zn.setSeries), ce.live && (se.fill(o), Be = !0);
		} else {
			let e, n, a;
			i == 1 && (e = D.ori == 0 ? an : on, n = Tn(e, S), o = A.idx = _o(n, t[0], R, ut), a = O(t[0][o], D, c, 0));
			let s = -10, u = -10, d = 0, f = 0, p = !0, m = "", h = "";
			for (let e = +(i == 2); e < v.length; e++) {
				let g = v[e], _ = se[e], y = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_], x = A.dataIdx(r, e, o, n), S = x == null ? null : i == 1 ? t[e][x] : t[e][1][x];
				if (Be = Be || S != y || x != _, se[e] = x, e > 0 && g.show) {
					let n = x == null ? -10 : x == o ? a : O(i == 1 ? t[0][x] : t[e][0][x], D, c, 0), _ = S == null ? -10 : te(S, i == 1 ? b[g.scale] : b[g.facets[1].scale], l, 0);
					if (Xe && S != null) {
						let t = D.ori == 1 ? an : on, n = Ro(Ye.dist(r, e, x, _, t));
						if (n < bn) {
							let r = Ye.bias;
							if (r != 0) {
								let i = Tn(t, g.scale), a = S >= 0 ? 1 : -1, o = i >= 0 ? 1 : -1;
								o == a && (o == 1 ? r == 1 ? S >= i : S <= i : r == 1 ? S <= i : S >= i) && (bn = n, xn = e);
							} else bn = n, xn = e;
						}
					}
					if (Be || Ze) {
						let t, i;
						D.ori == 0 ? (t = n, i = _) : (t = _, i = n);
						let a, o, c, l, g, v, y = !0, b = Je.bbox;
						if (b != null) {
							y = !1;
							let t = b(r, e);
							c = t.left, l = t.top, a = t.width, o = t.height;
						} else c = t, l = i, a = o = Je.size(r, e);
						if (v = Je.fill(r, e), g = Je.stroke(r, e), Ze) e == xn && bn <= Ye.prox && (s = c, u = l, d = a, f = o, p = y, m = v, h = g);
						else {
							let t = Qe[e];
							t != null && ($e[e] = c, et[e] = l, fo(t, a, o, y), lo(t, v, g), so(t, Vo(c), Vo(l), F, I));
						}
					}
				}
			}
			if (Ze) {
				let e = Ye.prox;
				if (Be || (Sn == null ? bn <= e : bn > e || xn != Sn)) {
					let e = Qe[0];
					e != null && ($e[0] = s, et[0] = u, fo(e, d, f, p), lo(e, m, h), so(e, Vo(s), Vo(u), F, I));
				}
			}
		}
		if (dn.show && sn) {
			if (e != null) {
				let [t, n] = Zn.scales, [r, i] = Zn.match, [a, o] = e.cursor.sync.scales, s = e.cursor.drag;
				if (ln = s._x, un = s._y, ln || un) {
					let { left: s, top: u, width: d, height: f } = e.select, p = e.scales[a].ori, m = e.posToVal, h, g, _, v, y, x = t != null && r(t, a), S = n != null && i(n, o);
					x && ln ? (p == 0 ? (h = s, g = d) : (h = u, g = f), _ = b[t], v = O(m(h, a), _, c, 0), y = O(m(h + g, a), _, c, 0), kn(Ho(v, y), Ro(y - v))) : kn(0, c), S && un ? (p == 1 ? (h = s, g = d) : (h = u, g = f), _ = b[n], v = te(m(h, o), _, l, 0), y = te(m(h + g, o), _, l, 0), G(Ho(v, y), Ro(y - v))) : G(0, l);
				} else Rn();
			} else {
				let e = Ro(nn - Qt), t = Ro(rn - $t);
				if (D.ori == 1) {
					let n = e;
					e = t, t = n;
				}
				ln = cn.x && e >= cn.dist, un = cn.y && t >= cn.dist;
				let n = cn.uni;
				n == null ? cn.x && cn.y && (ln || un) && (ln = un = !0) : ln && un && (ln = e >= n, un = t >= n, !ln && !un && (t > e ? un = !0 : ln = !0));
				let r, i;
				ln && (D.ori == 0 ? (r = en, i = an) : (r = tn, i = on), kn(Ho(r, i), Ro(i - r)), un || G(0, l)), un && (D.ori == 1 ? (r = en, i = an) : (r = tn, i = on), G(Ho(r, i), Ro(i - r)), ln || kn(0, c)), !ln && !un && (kn(0, 0), G(0, 0));
			}
		}
		if (cn._x = ln, cn._y = un, e == null) {
			if (a) {
				if (Qn != null) {
					let [e, t] = Zn.scales;
					Zn.values[0] = e == null ? null : Tn(D.ori == 0 ? an : on, e), Zn.values[1] = t == null ? null : Tn(D.ori == 1 ? an : on, t);
				}
				er(La, r, an, on, F, I, o);
			}
			if (Xe) {
				let e = a && Zn.setSeries, t = Ye.prox;
				Sn == null ? bn <= t && hn(xn, Cn, !0, e) : bn > t ? hn(null, Cn, !0, e) : xn != Sn && hn(xn, Cn, !0, e);
			}
		}
		Be && (ce.idx = o, jn()), n !== !1 && Xn("setCursor");
	}
	let Nn = null;
	Object.defineProperty(r, "rect", { get() {
		return Nn ?? Pn(!1), Nn;
	} });
	function Pn(e = !1) {
		e ? Nn = null : (Nn = m.getBoundingClientRect(), Xn("syncRect", Nn));
	}
	function Fn(e, t, n, r, i, a, o) {
		A._lock || sn && e != null && e.movementX == 0 && e.movementY == 0 || (In(e, t, n, r, i, a, o, !1, e != null), e == null ? Mn(t, !0, !1) : Mn(null, !0, !0));
	}
	function In(e, t, n, i, a, o, c, l, u) {
		if (Nn ?? Pn(!1), qe(e), e != null) n = e.clientX - Nn.left, i = e.clientY - Nn.top;
		else {
			if (n < 0 || i < 0) {
				an = -10, on = -10;
				return;
			}
			let [e, r] = Zn.scales, c = t.cursor.sync, [l, u] = c.values, [d, f] = c.scales, [p, m] = Zn.match, h = t.axes[0].side % 2 == 1, g = D.ori == 0 ? F : I, _ = D.ori == 1 ? F : I, v = h ? o : a, y = h ? a : o, x = h ? i : n, S = h ? n : i;
			if (n = d == null ? x / v * g : p(e, d) ? s(l, b[e], g, 0) : -10, i = f == null ? S / y * _ : m(r, f) ? s(u, b[r], _, 0) : -10, D.ori == 1) {
				let e = n;
				n = i, i = e;
			}
		}
		u && (t == null || t.cursor.event.type == La) && ((n <= 1 || n >= F - 1) && (n = cs(n, F)), (i <= 1 || i >= I - 1) && (i = cs(i, I))), l ? (Qt = n, $t = i, [en, tn] = A.move(r, n, i)) : (an = n, on = i);
	}
	let Ln = {
		width: 0,
		height: 0,
		left: 0,
		top: 0
	};
	function Rn() {
		W(Ln, !1);
	}
	let zn, Bn, Vn, Hn;
	function Un(e, t, n, i, a, o, s) {
		sn = !0, ln = un = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !0, !1), e != null && (xe(za, Ya, Wn, !1), er(Ra, r, en, tn, F, I, null));
		let { left: c, top: l, width: u, height: d } = dn;
		zn = c, Bn = l, Vn = u, Hn = d;
	}
	function Wn(e, t, n, i, a, o, s) {
		sn = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !1, !0);
		let { left: c, top: l, width: u, height: d } = dn, f = u > 0 || d > 0, p = zn != c || Bn != l || Vn != u || Hn != d;
		if (f && p && W(dn), cn.setScale && f && p) {
			let e = c, t = u, n = l, r = d;
			if (D.ori == 1 && (e = l, t = d, n = c, r = u), ln && mn(S, Tn(e, S), Tn(e + t, S)), un) for (let e in b) {
				let t = b[e];
				e != S && t.from == null && t.min != Xo && mn(e, Tn(n + r, e), Tn(n, e));
			}
			Rn();
		} else A.lock && (A._lock = !A._lock, Mn(t, !0, e != null));
		e != null && (Se(za, Ya), er(za, r, an, on, F, I, null));
	}
	function Gn(e, t, n, r, i, a, o) {
		if (A._lock) return;
		qe(e);
		let s = sn;
		if (sn) {
			let e = !0, t = !0, n, r;
			D.ori == 0 ? (n = ln, r = un) : (n = un, r = ln), n && r && (e = an <= 10 || an >= F - 10, t = on <= 10 || on >= I - 10), n && e && (an = an < en ? 0 : F), r && t && (on = on < tn ? 0 : I), Mn(null, !0, !0), sn = !1;
		}
		an = -10, on = -10, se.fill(null), Mn(null, !0, !0), s && (sn = s);
	}
	function Kn(e, t, n, i, a, o, s) {
		A._lock || (qe(e), ht(), Rn(), e != null && er(Ha, r, an, on, F, I, null));
	}
	function qn() {
		y.forEach(fu), Ve(r.width, r.height, !0);
	}
	ho(Ka, Xa, qn);
	let Jn = {};
	Jn.mousedown = Un, Jn.mousemove = Fn, Jn.mouseup = Wn, Jn.dblclick = Kn, Jn.setSeries = (e, t, n, i) => {
		let a = Zn.match[2];
		n = a(r, t, n), n != -1 && hn(n, i, !0, !1);
	}, ue && (xe(Ra, m, Un), xe(La, m, Fn), xe(Ba, m, (e) => {
		qe(e), Pn(!1);
	}), xe(Va, m, Gn), xe(Ha, m, Kn), Xl.add(r), r.syncRect = Pn);
	let Yn = r.hooks = e.hooks || {};
	function Xn(e, t, n) {
		Wt ? Gt.push([
			e,
			t,
			n
		]) : e in Yn && Yn[e].forEach((e) => {
			e.call(null, r, t, n);
		});
	}
	(e.plugins || []).forEach((e) => {
		for (let t in e.hooks) Yn[t] = (Yn[t] || []).concat(e.hooks[t]);
	});
	let q = (e, t, n) => n, Zn = Ds({
		key: null,
		setSeries: !1,
		filters: {
			pub: is,
			sub: is
		},
		scales: [S, v[1] ? v[1].scale : null],
		match: [
			as,
			as,
			q
		],
		values: [null, null]
	}, A.sync);
	Zn.match.length == 2 && Zn.match.push(q), A.sync = Zn;
	let Qn = Zn.key, $n = _l(Qn);
	function er(e, t, n, r, i, a, o) {
		Zn.filters.pub(e, t, n, r, i, a, o) && $n.pub(e, t, n, r, i, a, o);
	}
	$n.sub(r);
	function tr(e, t, n, r, i, a, o) {
		Zn.filters.sub(e, t, n, r, i, a, o) && Jn[e](null, t, n, r, i, a, o);
	}
	r.pub = tr;
	function nr() {
		$n.unsub(r), Xl.delete(r), be.clear(), go(Ka, Xa, qn), l.remove(), de?.remove(), Xn("destroy");
	}
	r.destroy = nr;
	function rr() {
		Xn("init", e, t), mt(t || e.data, !1), k[S] ? H(S, k[S]) : ht(), ze = dn.show && (dn.width > 0 || dn.height > 0), Re = Be = !0, Ve(e.width, e.height);
	}
	return v.forEach(nt), y.forEach(at), n ? n instanceof HTMLElement ? (n.appendChild(l), rr()) : n(r, rr) : rr(), r;
}
pu.assign = Ds, pu.fmtNum = Fo, pu.rangeNum = Ao, pu.rangeLog = wo, pu.rangeAsinh = To, pu.orient = bl, pu.pxRatio = Qa, pu.join = Ms, pu.fmtDate = Gs, pu.tzDate = qs, pu.sync = _l;
{
	pu.addGap = Tl, pu.clipGaps = wl;
	let e = pu.paths = { points: zl };
	e.linear = Ul, e.stepped = Wl, e.bars = Kl, e.spline = Jl;
}
// src/draw/seldom.ts
function mu(e) {
	let t = -Infinity;
	return (n) => {
		let r = Math.max(0, t + e - performance.now()), i = setTimeout(() => {
			t = performance.now(), n();
		}, r);
		return () => clearTimeout(i);
	};
}
// src/playground/CurveView.svelte
var hu = /* @__PURE__ */ J("<span class=\"pinned svelte-1fb74g3\"> </span>"), gu = /* @__PURE__ */ J("<li> </li>"), _u = /* @__PURE__ */ J("<ul class=\"svelte-1fb74g3\"></ul>"), vu = /* @__PURE__ */ J("<section aria-labelledby=\"curve-title\"><h2 id=\"curve-title\"> </h2> <div class=\"curve svelte-1fb74g3\"></div> <p class=\"legend svelte-1fb74g3\"><span class=\"train svelte-1fb74g3\"> </span> <span class=\"held-out svelte-1fb74g3\"> </span> <!></p> <p class=\"hidden\"> </p> <!></section>"), yu = {
	hash: "svelte-1fb74g3",
	code: ".curve.svelte-1fb74g3 {width:100%;overflow:hidden;}.legend.svelte-1fb74g3 {display:flex;gap:1rem;margin:0;font-size:0.8rem;color:var(--muted);}.legend.svelte-1fb74g3 span:where(.svelte-1fb74g3)::before {content:\"\";display:inline-block;width:1.4rem;margin-right:0.3rem;vertical-align:middle;border-top:2px solid #0072b2;}.legend.svelte-1fb74g3 .held-out:where(.svelte-1fb74g3)::before {border-top:2px dashed #e69f00;}.legend.svelte-1fb74g3 .pinned:where(.svelte-1fb74g3)::before {border-top-color:#8a919b;}ul.svelte-1fb74g3 {margin:0.4rem 0 0;padding-left:1.1rem;font-size:0.85rem;color:var(--muted);}"
};
function bu(e, t) {
	Ie(t, !0), Ur(e, yu);
	let n, r, i = /* @__PURE__ */ L(() => t.lab.state?.marks ?? []), a = /* @__PURE__ */ L(() => t.lab.curve.at(-1));
	sn(() => {
		let e = new pu({
			width: n.clientWidth || 320,
			height: 180,
			legend: { show: !1 },
			cursor: { points: { size: 6 } },
			scales: {
				x: { time: !1 },
				y: { distr: 3 }
			},
			axes: [{
				stroke: "#7a828d",
				values: (e, t) => t.map(o)
			}, {
				stroke: "#7a828d",
				size: 56,
				values: (e, t) => t.map(o)
			}],
			series: [
				{},
				{
					label: Q("training"),
					stroke: "#0072b2",
					width: 2,
					spanGaps: !0
				},
				{
					label: Q("held_out"),
					stroke: "#e69f00",
					width: 2,
					dash: [6, 4],
					spanGaps: !0
				},
				{
					label: Q("pinned"),
					stroke: "#8a919b",
					width: 2,
					spanGaps: !0
				}
			],
			hooks: { draw: [s] }
		}, [
			[],
			[],
			[],
			[]
		], n);
		r = e;
		let t = new ResizeObserver(() => e.setSize({
			width: n.clientWidth,
			height: 180
		}));
		return t.observe(n), () => {
			t.disconnect(), e.destroy();
		};
	});
	function o(e) {
		return e === null ? "" : e !== 0 && (e < .001 || e >= 1e6) ? e.toExponential(0) : e.toLocaleString("en");
	}
	function s(e) {
		let { ctx: t, bbox: n } = e;
		t.save(), t.strokeStyle = "#d55e00", t.setLineDash([3, 3]);
		for (let { step: r } of q(i)) {
			let i = e.valToPos(r, "x", !0);
			i < n.left || i > n.left + n.width || (t.beginPath(), t.moveTo(i, n.top), t.lineTo(i, n.top + n.height), t.stroke());
		}
		t.restore();
	}
	let c = (e) => e !== null && e > 0 ? e : null;
	function l(e, t) {
		let n = [
			e.map(({ step: e }) => e),
			e.map(({ train: e }) => c(e)),
			e.map(({ heldOut: e }) => c(e))
		], i = [t.map(({ step: e }) => e), t.map(({ train: e, heldOut: t }) => c(t ?? e))];
		r?.setData(t.length > 0 ? pu.join([n, i]) : [...n, []]);
	}
	let u = mu(80);
	sn(() => {
		let [e, n] = [t.lab.curve, t.lab.pinned?.curve ?? []];
		return u(() => l(e, n));
	});
	var d = vu(), f = V(d), p = H(f, !0), m = U(f, 2);
	di(m, (e) => n = e, () => n);
	var h = U(m, 2), g = V(h), _ = H(g, !0), v = U(g, 2), y = H(v, !0), b = U(v, 2), x = (e) => {
		var t = hu(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned")]), Y(e, t);
	};
	jr(b, (e) => {
		t.lab.pinned && e(x);
	}), P(h);
	var S = U(h, 2), C = H(S, !0), w = U(S, 2), T = (e) => {
		var t = _u();
		Ir(t, 21, () => q(i).slice(-4), Mr, (e, t) => {
			var n = gu(), r = H(n, !0);
			W((e) => X(r, e), [() => Q("changed_at", {
				key: q(t).key,
				value: String(q(t).value),
				step: q(t).step
			})]), Y(e, n);
		}), P(t), Y(e, t);
	};
	jr(w, (e) => {
		q(i).length > 0 && e(T);
	}), P(d), W((e, t, n, r) => {
		X(p, e), X(_, t), X(y, n), X(C, r);
	}, [
		() => Q("curve"),
		() => Q("training"),
		() => Q("held_out"),
		() => Q("curve_text", {
			train: q(a)?.train?.toPrecision(3) ?? "–",
			held_out: q(a)?.heldOut?.toPrecision(3) ?? "–"
		})
	]), Y(e, d), Le();
}
// src/draw/palette.ts
var xu = [
	[
		230,
		159,
		0
	],
	[
		0,
		114,
		178
	],
	[
		0,
		158,
		115
	],
	[
		204,
		121,
		167
	],
	[
		213,
		94,
		0
	],
	[
		86,
		180,
		233
	],
	[
		240,
		228,
		66
	],
	[
		110,
		110,
		110
	]
], Su = [
	230,
	159,
	0
], Cu = [
	0,
	114,
	178
], wu = [
	255,
	255,
	255
], Tu = ([e, t, n]) => `rgb(${e} ${t} ${n})`;
function Eu(e, t, n) {
	let r = (r) => Math.round(e[r] + (t[r] - e[r]) * n);
	return [
		r(0),
		r(1),
		r(2)
	];
}
function Du(e) {
	return e < 0 ? Eu(wu, Su, -e) : Eu(wu, Cu, e);
}
var Ou = (e) => xu[e % xu.length] ?? xu[0], ku = /* @__PURE__ */ _r("<circle r=\"2\"></circle>"), Au = /* @__PURE__ */ _r("<svg aria-hidden=\"true\" class=\"svelte-krn2u3\"></svg>"), ju = {
	hash: "svelte-krn2u3",
	code: "svg.svelte-krn2u3 {width:3rem;height:3rem;background:#fff;border-radius:4px;}"
};
function Mu(e, t) {
	Ie(t, !0), Ur(e, ju);
	let n = /* @__PURE__ */ L(() => {
		let e = t.points[0]?.length === 2, n = t.points.map((e) => e[0] ?? 0), r = t.points.map((e) => e[1] ?? 0), i = (e) => {
			let [t, n] = [Math.min(...e), Math.max(...e)];
			return (e) => 4 + 40 * (e - t) / (n - t || 1);
		}, [a, o] = [i(n), i(r)];
		return t.points.map((t, i) => ({
			x: a(n[i] ?? 0),
			y: 48 - o(r[i] ?? 0),
			colour: Tu(Ou(e ? 1 : t[2] ?? 0))
		}));
	});
	var r = Au();
	Z(r, "viewBox", "0 0 48 48"), Ir(r, 21, () => q(n), Mr, (e, t) => {
		let n = () => q(t).x, r = () => q(t).y, i = () => q(t).colour;
		var a = ku();
		W(() => {
			Z(a, "cx", n()), Z(a, "cy", r()), Z(a, "fill", i());
		}), Y(e, a);
	}), P(r), Y(e, r), Le();
}
// src/playground/DataPanel.svelte
var Nu = /* @__PURE__ */ J("<button class=\"svelte-1l34x8r\"><!> </button>"), Pu = /* @__PURE__ */ J("<section aria-labelledby=\"data-title\"><h2 id=\"data-title\"> </h2> <div class=\"tiles svelte-1l34x8r\"></div> <div class=\"fields svelte-1l34x8r\"><!> <!> <!> <!></div> <button> </button> <p class=\"hint svelte-1l34x8r\"> </p></section>"), Fu = {
	hash: "svelte-1l34x8r",
	code: ".tiles.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(5.5rem, 1fr));gap:0.4rem;margin:0.5rem 0;}.tiles.svelte-1l34x8r button:where(.svelte-1l34x8r) {display:grid;justify-items:center;gap:0.2rem;font-size:0.85rem;}.fields.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(7rem, 1fr));gap:0.5rem;margin:0.5rem 0;}.hint.svelte-1l34x8r {margin:0.3rem 0 0;font-size:0.8rem;color:var(--muted);}"
};
function Iu(e, t) {
	Ie(t, !0), Ur(e, Fu);
	let n = ["spirals", "blobs"], r = 2 ** 31, i = /* @__PURE__ */ L(() => t.lab.state?.recipe ?? {}), a = /* @__PURE__ */ L(() => String(q(i).data ?? "")), o = /* @__PURE__ */ L(() => t.lab.welcome?.catalogue.data ?? []);
	function s(e) {
		let n = q(i).layers ? { layers: null } : {};
		t.lab.change({
			data: e,
			noise: null,
			classes: null,
			loss: null,
			...n
		});
	}
	function c() {
		t.lab.change({ split_seed: Math.floor(Math.random() * r) });
	}
	var l = Pu(), u = V(l), d = H(u, !0), f = U(u, 2);
	Ir(f, 21, () => q(o), ({ name: e, points: t }) => e, (e, t) => {
		let n = () => q(t).name, r = () => q(t).points;
		var i = Nu(), o = V(i);
		Mu(o, { get points() {
			return r();
		} });
		var c = U(o);
		P(i), W((e) => {
			Z(i, "aria-pressed", q(a) === n()), X(c, ` ${e ?? ""}`);
		}, [() => qi("data", n())]), sr("click", i, () => s(n())), Y(e, i);
	}), P(f);
	var p = U(f, 2), m = V(p);
	{
		let e = /* @__PURE__ */ L(() => q(i).points ?? 500);
		ea(m, {
			label: "points",
			get value() {
				return q(e);
			},
			min: 20,
			max: 5e3,
			step: 20,
			chosen: (e) => t.lab.change({ points: e })
		});
	}
	var h = U(m, 2);
	{
		let e = /* @__PURE__ */ L(() => Q("usual"));
		ea(h, {
			label: "noise",
			get value() {
				return q(i).noise;
			},
			min: 0,
			max: 1,
			step: .05,
			get placeholder() {
				return q(e);
			},
			chosen: (e) => t.lab.change({ noise: e })
		});
	}
	var g = U(h, 2), _ = (e) => {
		{
			let n = /* @__PURE__ */ L(() => q(i).classes ?? (q(a) === "blobs" ? 3 : 2));
			ea(e, {
				label: "classes",
				get value() {
					return q(n);
				},
				min: 2,
				max: 6,
				step: 1,
				chosen: (e) => t.lab.change({ classes: e })
			});
		}
	}, v = /* @__PURE__ */ L(() => n.includes(q(a)));
	jr(g, (e) => {
		q(v) && e(_);
	});
	var y = U(g, 2);
	{
		let e = /* @__PURE__ */ L(() => q(i).validation ?? .3);
		ea(y, {
			label: "held_out_share",
			get value() {
				return q(e);
			},
			min: 0,
			max: .9,
			step: .1,
			chosen: (e) => t.lab.change({ validation: e })
		});
	}
	P(p);
	var b = U(p, 2), x = H(b, !0), S = H(U(b, 2), !0);
	P(l), W((e, t, n, r) => {
		X(d, e), Z(b, "title", t), X(x, n), X(S, r);
	}, [
		() => Q("data"),
		() => Q("new_points_hint"),
		() => Q("new_points"),
		() => Q("new_points_hint")
	]), sr("click", b, c), Y(e, l), Le();
}
cr(["click"]);
// src/playground/DivergedCard.svelte
var Lu = /* @__PURE__ */ J("<p class=\"svelte-1lobahv\"> </p>"), Ru = /* @__PURE__ */ J("<aside role=\"alert\" class=\"svelte-1lobahv\"><h2> </h2> <p class=\"svelte-1lobahv\"> </p> <!> <div class=\"svelte-1lobahv\"><button class=\"primary\"> </button> <button> </button> <a href=\"#/glass\"> </a></div></aside>"), zu = {
	hash: "svelte-1lobahv",
	code: "aside.svelte-1lobahv {border:2px solid var(--warn);border-radius:8px;padding:0.8rem 1rem;}p.svelte-1lobahv {margin:0.4rem 0;}div.svelte-1lobahv {display:flex;flex-wrap:wrap;align-items:center;gap:0.5rem;}"
};
function Bu(e, t) {
	Ie(t, !0), Ur(e, zu);
	let n = hi(t, "lab", 7);
	async function r() {
		await n().ask("mend").then(() => n().send("run"), (e) => n().refused = e);
	}
	var i = Ru(), a = V(i), o = H(a, !0), s = U(a, 2), c = H(s, !0), l = U(s, 2), u = (e) => {
		var n = yr();
		Ir(Jt(n), 17, () => t.diverged.advice, Mr, (e, t) => {
			var n = Lu(), r = H(n, !0);
			W(() => X(r, q(t).seen)), Y(e, n);
		}), Y(e, n);
	}, d = /* @__PURE__ */ L(() => Gi() === "en"), f = (e) => {
		var n = Lu(), r = H(n, !0);
		W((e) => X(r, e), [() => Q("rate_too_high", { rate: t.diverged.rate })]), Y(e, n);
	}, p = /* @__PURE__ */ L(() => t.diverged.advice.some(({ kind: e }) => e === "rate too high"));
	jr(l, (e) => {
		q(d) ? e(u) : q(p) && e(f, 1);
	});
	var m = U(l, 2), h = V(m), g = H(h, !0), _ = U(h, 2), v = H(_, !0), y = H(U(_, 2), !0);
	P(m), P(i), W((e, t, n, r, i) => {
		X(o, e), X(c, t), X(g, n), X(v, r), X(y, i);
	}, [
		() => Q("diverged_title"),
		() => Q("diverged_text", {
			step: t.diverged.step,
			rate: t.diverged.rate
		}),
		() => Q("diverged_mend"),
		() => Q("diverged_rewind"),
		() => Q("diverged_glass")
	]), sr("click", h, r), sr("click", _, () => n().send("rewind", { to: 0 })), Y(e, i), Le();
}
cr(["click"]);
// src/shell/Refusal.svelte
var Vu = /* @__PURE__ */ J(" <details><summary> </summary> <span lang=\"en\"> </span></details>", 1), Hu = /* @__PURE__ */ J("<div class=\"refused svelte-h589mw\" role=\"alert\"><!></div>"), Uu = {
	hash: "svelte-h589mw",
	code: ".refused.svelte-h589mw {padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);overflow-wrap:anywhere;}"
};
function Wu(e, t) {
	Ie(t, !0), Ur(e, Uu);
	let n = /* @__PURE__ */ L(() => t.refused.key in Bi ? Q(t.refused.key) : t.refused.key), r = /* @__PURE__ */ L(() => `refused_${t.refused.code}`), i = /* @__PURE__ */ L(() => Q(q(r) in Bi ? q(r) : "refused_illegal", { setting: q(n) }));
	var a = Hu(), o = V(a), s = (e) => {
		var n = vr();
		W(() => X(n, t.refused.text)), Y(e, n);
	}, c = /* @__PURE__ */ L(() => Gi() === "en"), l = (e) => {
		var n = Vu(), r = Jt(n), a = U(r), o = V(a), s = H(o, !0), c = H(U(o, 2), !0);
		P(a), W((e) => {
			X(r, `${q(i) ?? ""} `), X(s, e), X(c, t.refused.text);
		}, [() => Q("refused_detail")]), Y(e, n);
	};
	jr(o, (e) => {
		q(c) ? e(s) : e(l, -1);
	}), P(a), Y(e, a), Le();
}
// src/playground/Guess.svelte
var Gu = /* @__PURE__ */ J("<button> </button>"), Ku = /* @__PURE__ */ J("<p> </p> <div class=\"svelte-1vndivg\"></div>", 1), qu = /* @__PURE__ */ J("<p role=\"status\"><strong> </strong> </p> <button> </button>", 1), Ju = /* @__PURE__ */ J("<p role=\"status\"> </p>"), Yu = /* @__PURE__ */ J("<details class=\"svelte-1vndivg\"><summary class=\"svelte-1vndivg\"> </summary> <!></details>"), Xu = {
	hash: "svelte-1vndivg",
	code: "details.svelte-1vndivg {font-size:0.9rem;}summary.svelte-1vndivg {cursor:pointer;}div.svelte-1vndivg {display:flex;flex-wrap:wrap;gap:0.4rem;}"
};
function Zu(e, t) {
	Ie(t, !0), Ur(e, Xu);
	let n = [
		{
			name: "much",
			label: "guess_much"
		},
		{
			name: "little",
			label: "guess_little"
		},
		{
			name: "not",
			label: "guess_not"
		}
	], r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ z(0), a = /* @__PURE__ */ z(0), o = /* @__PURE__ */ L(() => t.lab.facts?.held_out?.loss ?? t.lab.facts?.train?.loss ?? null), s = /* @__PURE__ */ L(() => q(r) !== null && !t.lab.isRunning && ((t.lab.facts?.epoch ?? 0) >= q(a) || t.lab.diverged !== null)), c = /* @__PURE__ */ L(() => q(o) === null || q(o) > .95 * q(i) ? "not" : q(o) <= .5 * q(i) ? "much" : "little"), l = (e) => Q(n.find((t) => t.name === e)?.label ?? "guess_not");
	function u(e) {
		q(o) !== null && (B(i, q(o), !0), B(a, Math.floor(t.lab.facts?.epoch ?? 0) + 20), B(r, e, !0), t.lab.send("run", { epoch: q(a) }));
	}
	var d = Yu(), f = V(d), p = H(f, !0), m = U(f, 2), h = (e) => {
		var r = Ku(), i = Jt(r), a = H(i, !0), s = U(i, 2);
		Ir(s, 21, () => n, (e) => e.name, (e, n) => {
			var r = Gu(), i = H(r, !0);
			W((e) => {
				r.disabled = q(o) === null || t.lab.isRunning, X(i, e);
			}, [() => Q(q(n).label)]), sr("click", r, () => u(q(n).name)), Y(e, r);
		}), P(s), W((e) => X(a, e), [() => Q("guess_question", {
			n: 20,
			loss: q(o)?.toPrecision(3) ?? "–"
		})]), Y(e, r);
	}, g = (e) => {
		var t = qu(), n = Jt(t), a = V(n), s = H(a, !0), u = U(a);
		P(n);
		var d = U(n, 2), f = H(d, !0);
		W((e, t, n) => {
			X(s, e), X(u, ` ${t ?? ""}`), X(f, n);
		}, [
			() => Q(q(c) === q(r) ? "guess_right" : "guess_wrong"),
			() => Q("guess_result", {
				guess: l(q(r)),
				before: q(i).toPrecision(3),
				after: q(o)?.toPrecision(3) ?? "–"
			}),
			() => Q("guess_again")
		]), sr("click", d, () => B(r, null)), Y(e, t);
	}, _ = (e) => {
		var t = Ju(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("guess_waits", { guess: l(q(r)) })]), Y(e, t);
	};
	jr(m, (e) => {
		q(r) === null ? e(h) : q(s) ? e(g, 1) : e(_, -1);
	}), P(d), W((e) => X(p, e), [() => Q("guess")]), Y(e, d), Le();
}
cr(["click"]);
// src/playground/Limits.svelte
var Qu = /* @__PURE__ */ J("<dt> </dt> <dd class=\"svelte-s0yxod\"> </dd>", 1), $u = /* @__PURE__ */ J("<details class=\"svelte-s0yxod\"><summary> </summary> <dl class=\"svelte-s0yxod\"><!> <dt> </dt> <dd class=\"svelte-s0yxod\"> </dd></dl></details>"), ed = {
	hash: "svelte-s0yxod",
	code: "details.svelte-s0yxod {margin-top:0.8rem;font-size:0.85rem;color:var(--muted);}dl.svelte-s0yxod {display:grid;grid-template-columns:1fr max-content;gap:0.2rem 1rem;}dd.svelte-s0yxod {margin:0;text-align:right;font-variant-numeric:tabular-nums;}"
};
function td(e, t) {
	Ie(t, !0), Ur(e, ed);
	let n = [
		"depth",
		"credits",
		"message_bytes",
		"snapshot_bytes"
	], r = /* @__PURE__ */ L(() => Object.entries(t.lab.welcome?.limits ?? {}).filter(([e]) => !n.includes(e)));
	var i = $u(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s);
	Ir(c, 17, () => q(r), ([e, t]) => e, (e, t) => {
		var n = /* @__PURE__ */ L(() => m(q(t), 2));
		let r = () => q(n)[0], i = () => q(n)[1];
		var a = Qu(), o = Jt(a), s = H(o, !0), c = H(U(o, 2), !0);
		W((e, t) => {
			X(s, e), X(c, t);
		}, [() => qi("limit", r()), () => i().toLocaleString(Gi())]), Y(e, a);
	});
	var l = U(c, 2), u = H(l, !0), d = H(U(l, 2), !0);
	P(s), P(i), W((e, t, n) => {
		X(o, e), X(u, t), X(d, n);
	}, [
		() => Q("limits"),
		() => Q("limit_now"),
		() => (t.lab.state?.parameters ?? 0).toLocaleString(Gi())
	]), Y(e, i), Le();
}
// src/playground/ColumnBar.svelte
var nd = /* @__PURE__ */ J("<button> </button>"), rd = /* @__PURE__ */ J("<button class=\"add svelte-197pkvu\">+</button> <details class=\"svelte-197pkvu\"><summary class=\"svelte-197pkvu\"> </summary> <div class=\"units svelte-197pkvu\"><!> <!></div> <!> <!> <label class=\"check svelte-197pkvu\"><input type=\"checkbox\" class=\"svelte-197pkvu\"/> </label> <button> </button></details>", 1), id = /* @__PURE__ */ J("<div class=\"layer-bar svelte-197pkvu\"><!> <button> </button></div>"), ad = {
	hash: "svelte-197pkvu",
	code: ".layer-bar.svelte-197pkvu {display:flex;flex-wrap:wrap;align-items:start;gap:0.4rem;margin:0.5rem 0;}details.svelte-197pkvu {padding:0.3rem 0.6rem;background:var(--surface);border-radius:6px;}summary.svelte-197pkvu {cursor:pointer;line-height:1.5rem;}.units.svelte-197pkvu {display:flex;align-items:end;gap:0.3rem;}.add.svelte-197pkvu {padding:0.3rem 0.5rem;}.check.svelte-197pkvu {display:flex;margin:0.4rem 0;font-size:0.85rem;color:var(--muted);align-items:center;gap:0.4rem;}.check.svelte-197pkvu input:where(.svelte-197pkvu) {min-height:0;}"
};
function od(e, t) {
	Ie(t, !0), Ur(e, ad);
	let n = {
		units: 4,
		activation: "tanh",
		batchNorm: !1,
		dropout: 0
	}, r = [
		0,
		.1,
		.2,
		.3,
		.5
	], i = [-1, 1], a = /* @__PURE__ */ L(() => ra(t.lab.state?.layers ?? [])), o = /* @__PURE__ */ L(() => (t.lab.welcome?.catalogue.activation ?? []).map(({ name: e }) => e).filter((e) => e !== "softmax"));
	function s(e) {
		t.lab.change(ia(e, t.lab.outputs, t.lab.state?.recipe.initializer), "overlap");
	}
	function c(e, t) {
		s(q(a).map((n, r) => r === e ? {
			...n,
			...t
		} : n));
	}
	function l(e) {
		let t = q(a)[e - 1] ?? q(a)[0] ?? n;
		s([
			...q(a).slice(0, e),
			{
				...t,
				units: n.units
			},
			...q(a).slice(e)
		]);
	}
	var u = id(), d = V(u);
	Ir(d, 17, () => q(a), Mr, (e, n, u) => {
		var d = rd(), f = Jt(d), p = U(f, 2), m = V(p), h = H(m, !0), g = U(m, 2), _ = V(g);
		Ir(_, 16, () => i, (e) => e, (e, t) => {
			var r = nd(), i = H(r, !0);
			W((e) => {
				Z(r, "aria-label", e), r.disabled = q(n).units + t < 1, X(i, t < 0 ? "−" : "+");
			}, [() => Q(t < 0 ? "fewer_units" : "more_units", { n: u + 1 })]), sr("click", r, () => c(u, { units: q(n).units + t })), Y(e, r);
		});
		var v = U(_, 2);
		{
			let e = /* @__PURE__ */ L(() => t.lab.welcome?.limits.units ?? 2048);
			ea(v, {
				label: "units_of_layer",
				get value() {
					return q(n).units;
				},
				min: 1,
				get max() {
					return q(e);
				},
				step: 1,
				chosen: (e) => c(u, { units: e ?? q(n).units })
			});
		}
		P(g);
		var y = U(g, 2);
		Zi(y, {
			label: "activation",
			get options() {
				return q(o);
			},
			get value() {
				return q(n).activation;
			},
			chosen: (e) => c(u, { activation: e })
		});
		var b = U(y, 2);
		Zi(b, {
			label: "dropout",
			get options() {
				return r;
			},
			get value() {
				return q(n).dropout;
			},
			chosen: (e) => c(u, { dropout: Number(e) })
		});
		var x = U(b, 2), S = V(x);
		ii(S);
		var C = U(S, 1, !0);
		P(x);
		var w = U(x, 2), T = H(w, !0);
		P(p), W((e, t, r, i) => {
			Z(f, "aria-label", e), X(h, t), oi(S, q(n).batchNorm), X(C, r), X(T, i);
		}, [
			() => Q("insert_layer", { n: u + 1 }),
			() => Q("layer_summary", {
				n: u + 1,
				units: q(n).units,
				activation: q(n).activation
			}),
			() => Q("batch_norm"),
			() => Q("remove_layer", { n: u + 1 })
		]), sr("click", f, () => l(u)), sr("change", S, (e) => c(u, { batchNorm: e.currentTarget.checked })), sr("click", w, () => s(q(a).filter((e, t) => t !== u))), Y(e, d);
	});
	var f = U(d, 2), p = H(f, !0);
	P(u), W((e) => X(p, e), [() => Q("add_layer")]), sr("click", f, () => l(q(a).length)), Y(e, u), Le();
}
cr(["click", "change"]);
// src/playground/structure.ts
function sd(e, t) {
	let n = 0, r = [];
	for (let { name: i, drawn: a } of e) i.endsWith(t) && r.push({
		at: n,
		shape: a,
		name: i
	}), n += a.reduce((e, t) => e * t, 1);
	return r;
}
// src/draw/pictures.ts
function cd(e, t) {
	return dd(t, (t) => Du(((e[t] ?? 128) - 128) / 127));
}
function ld(e, t, n) {
	let r = n * n;
	return dd(n, (n) => {
		let i = 0;
		for (let a = 1; a < t; a++) (e[a * r + n] ?? 0) > (e[i * r + n] ?? 0) && (i = a);
		return Eu(wu, Ou(i), .15 + .7 * ((e[i * r + n] ?? 0) / 255));
	});
}
function ud(e, t) {
	return dd(t, (t) => Du((e[t] ?? 128) / 255 * 2 - 1));
}
function dd(e, t) {
	let n = new Uint8ClampedArray(4 * e * e);
	for (let r = 0; r < e; r++) for (let i = 0; i < e; i++) {
		let [a, o, s] = t((e - 1 - r) * e + i);
		n.set([
			a,
			o,
			s,
			255
		], 4 * (r * e + i));
	}
	return n;
}
function fd(e, t, n) {
	e.width = e.height = n;
	let r = new ImageData(new Uint8ClampedArray(t), n, n);
	e.getContext("2d")?.putImageData(r, 0, 0);
}
function pd(e, t, n) {
	let r = e.getContext("2d"), [i, a] = n;
	if (!r || !i || !a) return;
	r.clearRect(0, 0, e.width, e.height);
	let o = e.width / 110;
	for (let { x: n, y: s, hollow: c } of t) for (let t = 0; t < s.length; t++) {
		let l = md(n[2 * t] ?? 0, i) * e.width, u = (1 - md(n[2 * t + 1] ?? 0, a)) * e.height;
		r.beginPath(), r.arc(l, u, o, 0, 2 * Math.PI), r.fillStyle = c ? "rgb(255 255 255 / 80%)" : Tu(Ou(s[t] ?? 0)), r.strokeStyle = c ? Tu(Ou(s[t] ?? 0)) : "rgb(255 255 255 / 90%)", r.lineWidth = o / 2.5, r.fill(), r.stroke();
	}
}
var md = (e, [t, n]) => (e - t) / (n - t);
function hd(e, t, n, r) {
	let i = e.getContext("2d"), a = r[0];
	if (!i || !a) return;
	i.clearRect(0, 0, e.width, e.height);
	let o = Math.max(...n.flatMap(({ y: e }) => Array.from(e, Math.abs)), 1e-9), s = (t) => e.height * (.5 - t / (3 * o));
	for (let { x: t, y: r, hollow: o } of n) {
		i.fillStyle = o ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
		for (let n = 0; n < r.length; n++) {
			i.beginPath();
			let o = md(t[n] ?? 0, a) * e.width;
			i.arc(o, s(r[n] ?? 0), e.width / 140, 0, 2 * Math.PI), i.fill();
		}
	}
	i.beginPath(), i.lineWidth = e.width / 120, i.strokeStyle = "rgb(213 94 0)";
	for (let n = 0; n < t.length; n++) {
		let r = ((t[n] ?? 128) - 128) / 127 * 1.5 * o;
		i.lineTo(n / (t.length - 1) * e.width, s(r));
	}
	i.stroke();
}
// src/playground/UnitPicture.svelte
var gd = /* @__PURE__ */ J("<div role=\"img\" class=\"svelte-1o9cw55\"><canvas class=\"svelte-1o9cw55\"></canvas></div>"), _d = {
	hash: "svelte-1o9cw55",
	code: "div.svelte-1o9cw55,\n  canvas.svelte-1o9cw55 {display:block;width:100%;height:100%;image-rendering:auto;border-radius:5px;box-shadow:0 0 0 1px var(--line);}"
};
function vd(e, t) {
	Ie(t, !0), Ur(e, _d);
	let n;
	sn(() => {
		if (t.values === void 0) return;
		let e = t.isPlane ? 1024 : 32, i = t.values.subarray(t.place * e, (t.place + 1) * e), a = t.isPlane ? i : r(i);
		a.length === 1024 && fd(n, cd(a, 32), 32);
	});
	function r(e) {
		let t = /* @__PURE__ */ new Uint8Array(1024);
		for (let n = 0; n < 32; n++) t.set(e, n * 32);
		return t;
	}
	var i = gd(), a = V(i);
	Z(a, "width", 32), Z(a, "height", 32), di(a, (e) => n = e, () => n), P(i), W(() => {
		Z(i, "aria-label", t.label), Z(i, "title", t.label);
	}), Y(e, i), Le();
}
// src/playground/UnitPanel.svelte
var yd = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-1i86h9\"> </th><td class=\"svelte-1i86h9\"><input type=\"number\" step=\"0.1\" class=\"svelte-1i86h9\"/></td><td class=\"svelte-1i86h9\"> </td></tr>"), bd = /* @__PURE__ */ J("<section class=\"panel svelte-1i86h9\" aria-labelledby=\"unit-title\"><h3 id=\"unit-title\" class=\"svelte-1i86h9\"> </h3> <div class=\"picture svelte-1i86h9\"><!></div> <p class=\"svelte-1i86h9\"> </p> <table class=\"svelte-1i86h9\"><thead><tr><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th></tr></thead><tbody class=\"svelte-1i86h9\"></tbody></table> <div class=\"buttons svelte-1i86h9\"><button> </button> <button> </button></div> <p class=\"hint svelte-1i86h9\"> </p></section>"), xd = {
	hash: "svelte-1i86h9",
	code: ".panel.svelte-1i86h9 {margin-top:0.6rem;padding:0.6rem 0.8rem;border:1px solid var(--line);border-radius:8px;}h3.svelte-1i86h9 {margin:0 0 0.4rem;font-size:1rem;}.picture.svelte-1i86h9 {float:left;width:8rem;height:8rem;margin:0 0.8rem 0.4rem 0;}p.svelte-1i86h9 {margin:0 0 0.5rem;font-size:0.85rem;}table.svelte-1i86h9 {clear:both;width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}th.svelte-1i86h9,\n  td.svelte-1i86h9 {padding:0.15rem 0.3rem;text-align:right;}tbody.svelte-1i86h9 th:where(.svelte-1i86h9) {text-align:left;font-weight:normal;}input.svelte-1i86h9 {width:6.5rem;text-align:right;}.buttons.svelte-1i86h9 {display:flex;gap:0.4rem;margin-top:0.5rem;}.hint.svelte-1i86h9 {margin:0.4rem 0 0;color:var(--muted);}"
};
function Sd(e, t) {
	Ie(t, !0), Ur(e, xd);
	let n = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), r = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), i = /* @__PURE__ */ L(() => sd(t.lab.state?.arrays ?? [], "dense.W")[t.unit.layer]), a = /* @__PURE__ */ L(() => sd(t.lab.state?.arrays ?? [], "dense.b")[t.unit.layer]), o = /* @__PURE__ */ L(() => (t.lab.state?.silenced ?? []).some(([e, n]) => e === t.unit.layer && n === t.unit.unit)), s = /* @__PURE__ */ L(() => t.lab.frame.get("unit_scales")?.values[t.place] ?? 0), c = /* @__PURE__ */ L(() => {
		let e = [], [n = 0, r = 0] = q(i)?.shape ?? [];
		for (let a = 0; a < Math.min(n, 24); a++) {
			let n = t.unit.layer === 0 ? t.inputName(a) : Q("unit_of", {
				n: t.unit.layer,
				unit: a + 1
			}), o = (q(i)?.at ?? 0) + a * r + t.unit.unit;
			e.push({
				name: n,
				tensor: q(i)?.name ?? "",
				index: [a, t.unit.unit],
				at: o
			});
		}
		if (q(a)) {
			let n = q(a).at + t.unit.unit;
			e.push({
				name: Q("bias"),
				tensor: q(a).name,
				index: [t.unit.unit],
				at: n
			});
		}
		return e;
	}), l = (e) => Number((q(n)?.[e.at] ?? 0).toPrecision(4)), u = /* @__PURE__ */ z(null);
	function d({ tensor: e, index: n }, r) {
		let i = Number(r.value);
		r.value.trim() !== "" && Number.isFinite(i) && t.lab.send("edit", {
			tensor: e,
			index: n,
			value: i
		});
	}
	var f = bd(), p = V(f), m = H(p, !0), h = U(p, 2), g = V(h);
	{
		let e = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), n = /* @__PURE__ */ L(() => Q("unit_picture"));
		vd(g, {
			get values() {
				return q(e);
			},
			get place() {
				return t.place;
			},
			get isPlane() {
				return t.isPlane;
			},
			get label() {
				return q(n);
			}
		});
	}
	P(h);
	var _ = U(h, 2), v = H(_, !0), y = U(_, 2), b = V(y), x = V(b), S = V(x), C = H(S, !0), w = U(S), T = H(w, !0), E = H(U(w), !0);
	P(x), P(b);
	var D = U(b);
	Ir(D, 21, () => q(c), (e) => e.tensor + String(e.index), (e, t) => {
		var n = yd(), i = V(n), a = H(i, !0), o = U(i), s = V(o);
		ii(s), P(o);
		var c = H(U(o), !0);
		P(n), W((e, n, r) => {
			X(a, q(t).name), Z(s, "aria-label", e), ai(s, n), X(c, r);
		}, [
			() => Q("unit_edit", { name: q(t).name }),
			() => q(u)?.at === q(t).at ? q(u).value : l(q(t)),
			() => q(r)?.[q(t).at]?.toPrecision(3) ?? "–"
		]), or("focus", s, () => B(u, {
			at: q(t).at,
			value: l(q(t))
		})), or("blur", s, () => B(u, null)), sr("change", s, (e) => d(q(t), e.currentTarget)), Y(e, n);
	}), P(D), P(y);
	var ee = U(y, 2), O = V(ee), te = H(O, !0), k = U(O, 2), ne = H(k, !0);
	P(ee);
	var re = H(U(ee, 2), !0);
	P(f), W((e, t, n, r, i, a, s, c) => {
		X(m, e), X(v, t), X(C, n), X(T, r), X(E, i), Z(O, "aria-pressed", q(o)), X(te, a), X(ne, s), X(re, c);
	}, [
		() => Q("unit_title", {
			unit: t.unit.unit + 1,
			layer: t.unit.layer + 1
		}),
		() => Q("unit_explained", { most: q(s).toPrecision(3) }),
		() => Q("unit_from"),
		() => Q("unit_weight"),
		() => Q("unit_gradient"),
		() => Q("silence"),
		() => Q("close"),
		() => Q("silence_hint")
	]), sr("click", O, () => t.lab.send("silence", {
		...t.unit,
		on: !q(o)
	})), sr("click", k, function(...e) {
		t.close?.apply(this, e);
	}), Y(e, f), Le();
}
cr(["change", "click"]);
// src/playground/lines.ts
var Cd = 12;
function wd({ left: e, right: t, from: n, to: r }, i) {
	let a = 1 - i, o = (e + t) / 2;
	return {
		x: a ** 3 * e + 3 * a ** 2 * i * o + 3 * a * i ** 2 * o + i ** 3 * t,
		y: (a ** 3 + 3 * a ** 2 * i) * n + (3 * a * i ** 2 + i ** 3) * r
	};
}
function Td(e, t, n) {
	let r = null, i = n;
	for (let n of e) if (!(t.x < n.left || t.x > n.right)) for (let e = 0; e <= Cd; e++) {
		let a = wd(n, e / Cd), o = Math.hypot(a.x - t.x, a.y - t.y);
		o < i && ([r, i] = [n, o]);
	}
	return r;
}
// src/playground/WeightLines.svelte
var Ed = /* @__PURE__ */ J("<output class=\"value svelte-gykhtq\"> </output>"), Dd = /* @__PURE__ */ J("<canvas aria-hidden=\"true\" class=\"svelte-gykhtq\"></canvas> <!>", 1), Od = {
	hash: "svelte-gykhtq",
	code: "canvas.svelte-gykhtq {position:absolute;inset:0;width:100%;height:100%;}.value.svelte-gykhtq {position:absolute;z-index:2;padding:0.2rem 0.5rem;font-size:0.8rem;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;pointer-events:none;transform:translate(-50%, -130%);white-space:nowrap;}"
};
function kd(e, t) {
	Ie(t, !0), Ur(e, Od);
	let n, r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ L(() => q(r) === null ? null : Td(t.lines, q(r), 8));
	function a(e, r) {
		let i = Math.min(2, devicePixelRatio), [a, o] = [Math.round(t.width * i), Math.round(t.height * i)];
		(n.width !== a || n.height !== o) && (n.width = a, n.height = o);
		let c = n.getContext("2d");
		if (!c) return;
		c.setTransform(i, 0, 0, i, 0, 0), c.clearRect(0, 0, t.width, t.height);
		let l = Math.max(...e.map(({ value: e }) => Math.abs(e)), 1e-9);
		for (let t of e) s(c, t, Math.abs(t.value) / l, t === r);
	}
	let o = mu(40);
	sn(() => {
		let [e, n] = [t.lines, q(i)];
		return o(() => a(e, n));
	});
	function s(e, t, n, r) {
		let { left: i, right: a, from: o, to: s } = t, c = (i + a) / 2;
		e.beginPath(), e.moveTo(i, o), e.bezierCurveTo(c, o, c, s, a, s), e.setLineDash(t.value < 0 ? [6, 3] : []), e.strokeStyle = Tu(t.value < 0 ? Su : Cu), e.globalAlpha = r ? 1 : .25 + .7 * n, e.lineWidth = r ? 6 : .4 + 5 * n, e.stroke();
	}
	function c(e) {
		B(r, {
			x: e.offsetX,
			y: e.offsetY
		});
	}
	var l = Dd(), u = Jt(l);
	di(u, (e) => n = e, () => n);
	var d = U(u, 2), f = (e) => {
		let n = /* @__PURE__ */ L(() => wd(q(i), .5));
		var r = Ed(), a = H(r, !0);
		Wr(r, () => (e) => {
			e.style.left = `${q(n).x}px`, e.style.top = `${q(n).y}px`;
		}), W((e) => X(a, e), [() => t.textOf(q(i))]), Y(e, r);
	};
	jr(d, (e) => {
		q(i) && e(f);
	}), sr("pointermove", u, c), or("pointerleave", u, () => B(r, null)), Y(e, l), Le();
}
cr(["pointermove"]);
// src/playground/NetworkView.svelte
var Ad = /* @__PURE__ */ J("<button><!></button>"), jd = /* @__PURE__ */ J("<span class=\"end svelte-1cnw3n6\"> </span>"), Md = /* @__PURE__ */ _r("<foreignObject><!></foreignObject>"), Nd = /* @__PURE__ */ _r("<text text-anchor=\"middle\" font-size=\"11\"> </text>"), Pd = /* @__PURE__ */ _r("<!><!>", 1), Fd = /* @__PURE__ */ J("<p class=\"hint svelte-1cnw3n6\"> </p>"), Id = /* @__PURE__ */ J("<section aria-labelledby=\"network-title\"><h2 id=\"network-title\"> </h2> <!> <div class=\"scroll svelte-1cnw3n6\"><div class=\"drawing svelte-1cnw3n6\"><!> <svg role=\"group\" class=\"svelte-1cnw3n6\"></svg></div></div> <!></section>"), Ld = {
	hash: "svelte-1cnw3n6",
	code: ".scroll.svelte-1cnw3n6 {overflow-x:auto;}.drawing.svelte-1cnw3n6 {position:relative;}svg.svelte-1cnw3n6 {position:relative;display:block;pointer-events:none;max-width:none;fill:var(--muted);}.unit.svelte-1cnw3n6 {pointer-events:auto;width:100%;height:100%;min-height:0;padding:0;border:0;}.unit.silent.svelte-1cnw3n6 {opacity:0.25;}.end.svelte-1cnw3n6 {display:grid;place-items:center;height:100%;font-size:0.75rem;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden;}.hint.svelte-1cnw3n6 {font-size:0.85rem;color:var(--muted);}"
};
function Rd(e, t) {
	Ie(t, !0), Ur(e, Ld);
	let n = /* @__PURE__ */ z(null), r = /* @__PURE__ */ L(() => t.lab.state?.hidden ?? []), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.columns ?? []), a = /* @__PURE__ */ L(() => t.lab.state?.arrays[0]?.shape[0] ?? q(i).length), o = /* @__PURE__ */ L(() => [
		q(a),
		...q(r),
		t.lab.outputs
	]), s = /* @__PURE__ */ L(() => q(o).map((e) => Math.min(e, 12))), c = /* @__PURE__ */ L(() => Math.max(...q(s), 1) * 50 + 10), l = /* @__PURE__ */ L(() => (q(o).length - 1) * 120 + 40), u = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), d = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), f = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), p = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.shape.length === 3), m = /* @__PURE__ */ L(() => sd(t.lab.state?.arrays ?? [], "dense.W")), h = /* @__PURE__ */ L(() => sd(t.lab.state?.arrays ?? [], "dense.b")), g = /* @__PURE__ */ L(() => new Set((t.lab.state?.silenced ?? []).map(String))), _ = /* @__PURE__ */ L(() => q(n) !== null && q(n).unit < (q(r)[q(n).layer] ?? 0) ? q(n) : null), v = /* @__PURE__ */ L(() => {
		let e = [];
		return q(u) === void 0 ? e : (q(m).forEach(({ at: t, shape: n }, r) => {
			let [i = 0, a = 0] = n;
			for (let n = 0; n < Math.min(i, q(s)[r] ?? 0); n++) for (let i = 0; i < Math.min(a, q(s)[r + 1] ?? 0); i++) {
				let o = t + n * a + i;
				e.push({
					left: y(r) + 20,
					right: y(r + 1) - 20,
					from: b(r, n),
					to: b(r + 1, i),
					value: q(u)[o] ?? 0,
					gradient: q(d)?.[o],
					layer: r,
					units: [n, i]
				});
			}
		}), e.slice(0, 1500));
	}), y = (e) => e * 120 + 20, b = (e, t) => q(c) / 2 + (t - ((q(s)[e] ?? 1) - 1) / 2) * 50, x = (e, t) => q(r).slice(0, e - 1).reduce((e, t) => e + t, 0) + t, S = (e) => q(i)[e] ?? `x${e + 1}`, C = (e, t) => e === 0 ? S(t) : Q("unit_of", {
		n: e,
		unit: t + 1
	});
	function w({ layer: e, units: [t, n], value: r, gradient: i }) {
		let [a, o] = [C(e, t), C(e + 1, n)], s = {
			from: a,
			to: o,
			value: r.toPrecision(3)
		};
		return i === void 0 ? Q("weight_text", s) : Q("weight_gradient_text", {
			...s,
			gradient: i.toPrecision(3)
		});
	}
	function T(e) {
		B(n, e, !0), t.lab.see(e ? [
			"output",
			"units",
			"weights",
			"gradients"
		] : [
			"output",
			"units",
			"weights"
		]);
	}
	var E = Id(), D = V(E), ee = H(D, !0), O = U(D, 2);
	od(O, { get lab() {
		return t.lab;
	} });
	var te = U(O, 2), k = V(te), ne = V(k);
	kd(ne, {
		get lines() {
			return q(v);
		},
		get width() {
			return q(l);
		},
		get height() {
			return q(c);
		},
		textOf: w
	});
	var re = U(ne, 2);
	Ir(re, 21, () => q(s), Mr, (e, n, r) => {
		var i = Pd(), a = Jt(i);
		Ir(a, 17, () => ({ length: q(n) }), Mr, (e, n, i) => {
			var a = Md();
			Z(a, "width", 40), Z(a, "height", 40);
			var o = V(a), c = (e) => {
				var t = Ad();
				let n;
				var a = V(t);
				{
					let e = /* @__PURE__ */ L(() => x(r, i)), t = /* @__PURE__ */ L(() => Q("unit_text", {
						unit: i + 1,
						layer: r,
						bias: (q(u)?.[(q(h)[r - 1]?.at ?? 0) + i] ?? 0).toPrecision(3)
					}));
					vd(a, {
						get values() {
							return q(f);
						},
						get place() {
							return q(e);
						},
						get isPlane() {
							return q(p);
						},
						get label() {
							return q(t);
						}
					});
				}
				P(t), W((e) => {
					n = qr(t, 1, "unit svelte-1cnw3n6", null, n, { silent: e }), Z(t, "aria-pressed", q(_)?.layer === r - 1 && q(_).unit === i);
				}, [() => q(g).has(`${r - 1},${i}`)]), sr("click", t, () => T({
					layer: r - 1,
					unit: i
				})), Y(e, t);
			}, l = (e) => {
				var n = jd(), a = H(n, !0);
				W((e) => X(a, e), [() => r === 0 ? S(i) : t.lab.dataFacts?.classes[i] ?? Q("output")]), Y(e, n);
			};
			jr(o, (e) => {
				r > 0 && r < q(s).length - 1 ? e(c) : e(l, -1);
			}), P(a), W((e, t) => {
				Z(a, "x", e), Z(a, "y", t);
			}, [() => y(r) - 20, () => b(r, i) - 20]), Y(e, a);
		});
		var l = U(a), d = (e) => {
			var t = Nd(), i = H(t, !0);
			W((e, n) => {
				Z(t, "x", e), Z(t, "y", q(c)), X(i, n);
			}, [() => y(r), () => Q("more_units_not_shown", { n: (q(o)[r] ?? 0) - q(n) })]), Y(e, t);
		};
		jr(l, (e) => {
			(q(o)[r] ?? 0) > q(n) && e(d);
		}), Y(e, i);
	}), P(re), P(k), Wr(k, () => (e) => {
		e.style.width = `${q(l)}px`, e.style.height = `${q(c)}px`;
	}), P(te);
	var ie = U(te, 2), ae = (e) => {
		{
			let n = /* @__PURE__ */ L(() => x(q(_).layer + 1, q(_).unit));
			Sd(e, {
				get lab() {
					return t.lab;
				},
				get unit() {
					return q(_);
				},
				get isPlane() {
					return q(p);
				},
				inputName: S,
				get place() {
					return q(n);
				},
				close: () => T(null)
			});
		}
	}, oe = (e) => {
		var t = Fd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("network_hint", { first: S(0) })]), Y(e, t);
	};
	jr(ie, (e) => {
		q(_) ? e(ae) : e(oe, -1);
	}), P(E), W((e, t) => {
		X(ee, e), Z(re, "viewBox", `0 0 ${q(l) ?? ""} ${q(c) ?? ""}`), Z(re, "width", q(l)), Z(re, "height", q(c)), Z(re, "aria-label", t);
	}, [() => Q("network"), () => Q("network")]), Y(e, E), Le();
}
cr(["click"]);
// src/playground/ConfusionTable.svelte
var zd = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-41hqjx\"> </th>"), Bd = /* @__PURE__ */ J("<td> </td>"), Vd = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-41hqjx\"> </th><!></tr>"), Hd = /* @__PURE__ */ J("<table class=\"svelte-41hqjx\"><caption class=\"svelte-41hqjx\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-41hqjx\"> </th><!></tr></thead><tbody></tbody></table>"), Ud = {
	hash: "svelte-41hqjx",
	code: "table.svelte-41hqjx {width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-41hqjx {text-align:left;color:var(--muted);}th.svelte-41hqjx,\n  td.svelte-41hqjx {padding:0.15rem 0.3rem;text-align:right;border:1px solid var(--line);}.right.svelte-41hqjx {font-weight:bold;background:var(--surface);}"
};
function Wd(e, t) {
	Ie(t, !0), Ur(e, Ud);
	let n = /* @__PURE__ */ z([]), r = /* @__PURE__ */ z([]), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.rows.held_out ? "held_out" : "train");
	sn(() => {
		let e = q(i), a = !0, o = async () => {
			let i = await t.lab.ask("confusion", { part: e }).catch(() => null);
			i && a && (B(n, i.classes), B(r, i.counts));
		};
		o();
		let s = setInterval(() => void o(), 1e3);
		return () => {
			a = !1, clearInterval(s);
		};
	});
	var a = Hd(), o = V(a), s = H(o, !0), c = U(o), l = V(c), u = V(l), d = H(u, !0);
	Ir(U(u), 16, () => q(n), (e) => e, (e, t) => {
		var n = zd(), r = H(n, !0);
		W(() => X(r, t)), Y(e, n);
	}), P(l), P(c);
	var f = U(c);
	Ir(f, 21, () => q(r), Mr, (e, t, r) => {
		var i = Vd(), a = V(i), o = H(a, !0);
		Ir(U(a), 17, () => q(t), Mr, (e, t, n) => {
			var i = Bd();
			qr(i, 1, "svelte-41hqjx", null, {}, { right: r === n });
			var a = H(i, !0);
			W(() => X(a, q(t))), Y(e, i);
		}), P(i), W(() => X(o, q(n)[r])), Y(e, i);
	}), P(f), P(a), W((e, t) => {
		X(s, e), X(d, t);
	}, [() => Q("confusion_caption", { part: Q(q(i) === "train" ? "training" : "held_out") }), () => Q("confusion_true")]), Y(e, a), Le();
}
// src/playground/OutputView.svelte
var Gd = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\"> </th>"), Kd = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\">R²</th>"), qd = /* @__PURE__ */ J("<td class=\"svelte-vwwk2l\"> </td>"), Jd = /* @__PURE__ */ J("<tr><th class=\"svelte-vwwk2l\"> </th><td class=\"svelte-vwwk2l\"> </td><!></tr>"), Yd = /* @__PURE__ */ J("<details class=\"svelte-vwwk2l\"><summary class=\"svelte-vwwk2l\"> </summary> <!></details>"), Xd = /* @__PURE__ */ J("<section aria-labelledby=\"output-title\"><div class=\"title svelte-vwwk2l\"><h2 id=\"output-title\"> </h2> <button> </button></div> <div class=\"picture svelte-vwwk2l\" role=\"img\"><canvas class=\"svelte-vwwk2l\"></canvas> <canvas class=\"svelte-vwwk2l\"></canvas></div> <table class=\"svelte-vwwk2l\"><thead><tr><th class=\"svelte-vwwk2l\"></th><th class=\"svelte-vwwk2l\"> </th><!></tr></thead><tbody class=\"svelte-vwwk2l\"></tbody></table> <!></section>"), Zd = {
	hash: "svelte-vwwk2l",
	code: ".title.svelte-vwwk2l {display:flex;justify-content:space-between;align-items:center;}details.svelte-vwwk2l {margin-top:0.5rem;}summary.svelte-vwwk2l {cursor:pointer;}.picture.svelte-vwwk2l {position:relative;aspect-ratio:1;margin:0.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;}canvas.svelte-vwwk2l {position:absolute;inset:0;width:100%;height:100%;}table.svelte-vwwk2l {width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;}th.svelte-vwwk2l,\n  td.svelte-vwwk2l {padding:0.2rem 0.4rem;text-align:right;border-bottom:1px solid var(--line);}tbody.svelte-vwwk2l th:where(.svelte-vwwk2l) {text-align:left;font-weight:normal;color:var(--muted);}"
};
function Qd(e, t) {
	Ie(t, !0), Ur(e, Zd);
	let n, r, i = /* @__PURE__ */ L(() => t.lab.frame.get("output")), a = /* @__PURE__ */ L(() => t.lab.dataFacts?.edges ?? []), o = /* @__PURE__ */ L(() => q(a).length === 1), s = /* @__PURE__ */ L(() => {
		let e = [];
		for (let [n, r] of [["train", !1], ["held_out", !0]]) {
			let i = t.lab.data.get(`${n}_x`)?.values, a = t.lab.data.get(`${n}_y`)?.values;
			i && a && e.push({
				x: i,
				y: a,
				hollow: r
			});
		}
		return e;
	});
	sn(() => {
		if (q(i) === void 0) return;
		if (q(o)) {
			n.getContext("2d")?.clearRect(0, 0, 100, 100);
			return;
		}
		let e = q(i).shape[0] ?? 1, t = e === 1 ? ud(q(i).values, 100) : ld(q(i).values, e, 100);
		fd(n, t, 100);
	}), sn(() => {
		q(o) && q(i) ? hd(r, q(i).values, q(s), q(a)) : pd(r, q(s), q(a));
	});
	let c = /* @__PURE__ */ L(() => {
		let e = t.lab.facts, n = (e) => e?.toPrecision(3) ?? "–", r = (e) => e == null ? "–" : `${(100 * e).toFixed(1)} %`;
		return [{
			name: Q("training"),
			loss: n(e?.train?.loss),
			right: r(e?.train?.accuracy),
			fit: n(e?.train?.r2)
		}, {
			name: Q("held_out"),
			loss: n(e?.held_out?.loss),
			right: r(e?.held_out?.accuracy),
			fit: n(e?.held_out?.r2)
		}];
	}), l = /* @__PURE__ */ z(!1), u = /* @__PURE__ */ L(() => t.lab.state?.task !== "regression");
	var d = Xd(), f = V(d), p = V(f), m = H(p, !0), h = U(p, 2), g = H(h, !0);
	P(f);
	var _ = U(f, 2), v = V(_);
	Z(v, "width", 100), Z(v, "height", 100), di(v, (e) => n = e, () => n);
	var y = U(v, 2);
	Z(y, "width", 600), Z(y, "height", 600), di(y, (e) => r = e, () => r), P(_);
	var b = U(_, 2), x = V(b), S = V(x), C = U(V(S)), w = H(C, !0), T = U(C), E = (e) => {
		var t = Gd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("accuracy")]), Y(e, t);
	}, D = (e) => {
		Y(e, Kd());
	};
	jr(T, (e) => {
		q(u) ? e(E) : e(D, -1);
	}), P(S), P(x);
	var ee = U(x);
	Ir(ee, 21, () => q(c), (e) => e.name, (e, t) => {
		var n = Jd(), r = V(n), i = H(r, !0), a = U(r), o = H(a, !0), s = U(a), c = (e) => {
			var n = qd(), r = H(n, !0);
			W(() => X(r, q(t).right)), Y(e, n);
		}, l = (e) => {
			var n = qd(), r = H(n, !0);
			W(() => X(r, q(t).fit)), Y(e, n);
		};
		jr(s, (e) => {
			q(u) ? e(c) : e(l, -1);
		}), P(n), W(() => {
			X(i, q(t).name), X(o, q(t).loss);
		}), Y(e, n);
	}), P(ee), P(b);
	var O = U(b, 2), te = (e) => {
		var n = Yd(), r = V(n), i = H(r, !0), a = U(r, 2), o = (e) => {
			Wd(e, { get lab() {
				return t.lab;
			} });
		};
		jr(a, (e) => {
			q(l) && e(o);
		}), P(n), W((e) => X(i, e), [() => Q("confusion")]), fi("open", "toggle", n, (e) => B(l, e), () => q(l)), Y(e, n);
	};
	jr(O, (e) => {
		q(u) && e(te);
	}), P(d), W((e, n, r, i) => {
		X(m, e), h.disabled = !t.lab.facts, X(g, n), Z(_, "aria-label", r), X(w, i);
	}, [
		() => Q("output"),
		() => Q("pin"),
		() => Q("picture_text"),
		() => Q("loss")
	]), sr("click", h, () => t.lab.pin()), Y(e, d), Le();
}
cr(["click"]);
// src/playground/PinnedRun.svelte
var $d = /* @__PURE__ */ J("<div role=\"img\"><canvas class=\"svelte-i2vpmu\"></canvas></div>"), ef = /* @__PURE__ */ J("<li> </li>"), tf = /* @__PURE__ */ J("<ul class=\"svelte-i2vpmu\"></ul>"), nf = /* @__PURE__ */ J("<p class=\"svelte-i2vpmu\"> </p>"), rf = /* @__PURE__ */ J("<section aria-labelledby=\"pinned-title\"><h2 id=\"pinned-title\"> </h2> <!> <p class=\"svelte-i2vpmu\"> </p> <!> <button> </button></section>"), af = {
	hash: "svelte-i2vpmu",
	code: "canvas.svelte-i2vpmu {width:100%;max-width:10rem;aspect-ratio:1;border:1px solid var(--line);border-radius:6px;}p.svelte-i2vpmu,\n  ul.svelte-i2vpmu {margin:0.4rem 0;font-size:0.85rem;}ul.svelte-i2vpmu {padding-left:1.1rem;}"
};
function of(e, t) {
	Ie(t, !0), Ur(e, af);
	let n = hi(t, "lab", 7), r = /* @__PURE__ */ z(void 0), i = /* @__PURE__ */ L(() => t.pinned.output?.shape.length === 3);
	sn(() => {
		let e = t.pinned.output;
		if (!q(r) || !e || !q(i)) return;
		let n = e.shape[0] ?? 1, a = n === 1 ? ud(e.values, 100) : ld(e.values, n, 100);
		fd(q(r), a, 100);
	});
	let a = (e) => (e?.held_out?.loss ?? e?.train?.loss)?.toPrecision(3) ?? "–", o = (e) => e == null ? Q("usual") : typeof e == "object" ? JSON.stringify(e) : String(e), s = /* @__PURE__ */ L(() => {
		let e = n().state?.recipe ?? {};
		return Object.keys({
			...t.pinned.recipe,
			...e
		}).filter((n) => JSON.stringify(t.pinned.recipe[n]) !== JSON.stringify(e[n])).map((n) => ({
			key: n,
			before: o(t.pinned.recipe[n]),
			after: o(e[n])
		}));
	});
	var c = rf(), l = V(c), u = H(l, !0), d = U(l, 2), f = (e) => {
		var t = $d(), n = V(t);
		Z(n, "width", 100), Z(n, "height", 100), di(n, (e) => B(r, e), () => q(r)), P(t), W((e) => Z(t, "aria-label", e), [() => Q("pinned_picture")]), Y(e, t);
	};
	jr(d, (e) => {
		q(i) && e(f);
	});
	var p = U(d, 2), m = H(p, !0), h = U(p, 2), g = (e) => {
		var t = tf();
		Ir(t, 21, () => q(s), ({ key: e, before: t, after: n }) => e, (e, t) => {
			let n = () => q(t).key, r = () => q(t).before, i = () => q(t).after;
			var a = ef(), o = H(a, !0);
			W((e) => X(o, e), [() => Q("pinned_differs", {
				key: n(),
				before: r(),
				after: i()
			})]), Y(e, a);
		}), P(t), Y(e, t);
	}, _ = (e) => {
		var t = nf(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned_same")]), Y(e, t);
	};
	jr(h, (e) => {
		q(s).length > 0 ? e(g) : e(_, -1);
	});
	var v = U(h, 2), y = H(v, !0);
	P(c), W((e, t, n) => {
		X(u, e), X(m, t), X(y, n);
	}, [
		() => Q("pinned"),
		() => Q("pinned_text", {
			step: t.pinned.facts.step,
			loss: a(t.pinned.facts),
			now: a(n().facts)
		}),
		() => Q("unpin")
	]), sr("click", v, () => n().pinned = null), Y(e, c), Le();
}
cr(["click"]);
// src/playground/Playground.svelte
var sf = /* @__PURE__ */ J("<p class=\"ended svelte-1u5dzuy\" role=\"status\"> <!></p>"), cf = /* @__PURE__ */ J("<div class=\"top svelte-1u5dzuy\"><!> <!> <!> <!></div> <div class=\"columns svelte-1u5dzuy\"><div><!> <!></div> <!> <div class=\"results svelte-1u5dzuy\"><!> <!> <!> <!></div></div>", 1), lf = {
	hash: "svelte-1u5dzuy",
	code: ".top.svelte-1u5dzuy {display:grid;gap:0.6rem;margin-bottom:1rem;}.ended.svelte-1u5dzuy {margin:0;padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);}.columns.svelte-1u5dzuy {display:grid;grid-template-columns:minmax(12rem, 15rem) minmax(0, 1fr) minmax(16rem, 20rem);gap:1.5rem;}.results.svelte-1u5dzuy {display:grid;gap:1rem;align-content:start;}\n  @media (max-width: 60rem) {.columns.svelte-1u5dzuy {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function uf(e, t) {
	Ie(t, !0), Ur(e, lf);
	var n = cf(), r = Jt(n), i = V(r);
	sa(i, { get lab() {
		return t.lab;
	} });
	var a = U(i, 2), o = (e) => {
		Bu(e, {
			get lab() {
				return t.lab;
			},
			get diverged() {
				return t.lab.diverged;
			}
		});
	};
	jr(a, (e) => {
		t.lab.diverged && e(o);
	});
	var s = U(a, 2), c = (e) => {
		var n = sf(), r = V(n), i = U(r), a = (e) => {
			var n = vr();
			W(() => X(n, t.lab.ended.reason)), Y(e, n);
		}, o = /* @__PURE__ */ L(() => Gi() === "en");
		jr(i, (e) => {
			q(o) && e(a);
		}), P(n), W((e) => X(r, `${e ?? ""} `), [() => Q("ended", { step: t.lab.ended.step })]), Y(e, n);
	};
	jr(s, (e) => {
		t.lab.ended && e(c);
	});
	var l = U(s, 2), u = (e) => {
		Wu(e, { get refused() {
			return t.lab.refused;
		} });
	};
	jr(l, (e) => {
		t.lab.refused && e(u);
	}), P(r);
	var d = U(r, 2), f = V(d), p = V(f);
	Iu(p, { get lab() {
		return t.lab;
	} }), td(U(p, 2), { get lab() {
		return t.lab;
	} }), P(f);
	var m = U(f, 2);
	Rd(m, { get lab() {
		return t.lab;
	} });
	var h = U(m, 2), g = V(h);
	Qd(g, { get lab() {
		return t.lab;
	} });
	var _ = U(g, 2);
	bu(_, { get lab() {
		return t.lab;
	} });
	var v = U(_, 2);
	Zu(v, { get lab() {
		return t.lab;
	} });
	var y = U(v, 2), b = (e) => {
		of(e, {
			get lab() {
				return t.lab;
			},
			get pinned() {
				return t.lab.pinned;
			}
		});
	};
	jr(y, (e) => {
		t.lab.pinned && e(b);
	}), P(h), P(d), Y(e, n), Le();
}
// src/widget/Widget.svelte
var df = /* @__PURE__ */ J("<p role=\"status\"> </p>"), ff = /* @__PURE__ */ J("<div class=\"widget svelte-fpbx4k\"><!></div>"), pf = {
	hash: "svelte-fpbx4k",
	code: ".widget.svelte-fpbx4k {padding:0.8rem;color:var(--ink);background:var(--paper);}"
};
function mf(e, t) {
	Ie(t, !0), Ur(e, pf);
	let n = { playground: uf }, r = /* @__PURE__ */ L(() => n[t.page] ?? uf);
	var i = ff(), a = V(i), o = (e) => {
		var n = yr();
		Hr(Jt(n), () => q(r), (e, n) => {
			n(e, { get lab() {
				return t.lab;
			} });
		}), Y(e, n);
	}, s = (e) => {
		var t = df(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("connecting")]), Y(e, t);
	};
	jr(a, (e) => {
		t.lab.state ? e(o) : e(s, -1);
	}), P(i), Y(e, i), Le();
}
// src/widget/widget.ts
var hf = "frame";
function gf(e) {
	return (t) => (e.on("msg:custom", (e, n) => {
		let [r] = n;
		if (e !== hf || r === void 0) t.received(e);
		else {
			let e = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
			t.received(e.slice().buffer);
		}
	}), queueMicrotask(() => t.opened()), {
		send: (t) => e.send(t),
		close: () => void 0
	});
}
function _f({ model: e, el: t }) {
	let n = t.attachShadow({ mode: "open" });
	n.adoptedStyleSheets = [_i, gi].map((e) => {
		let t = new CSSStyleSheet();
		return t.replaceSync(e), t;
	}), matchMedia("(prefers-color-scheme: dark)").matches && (t.dataset.theme = "dark"), Ki(e.get("language") === "vi" ? "vi" : "en");
	let r = Tr(mf, {
		target: n,
		props: {
			lab: new Pi("playground", String(e.get("link")), gf(e)),
			page: String(e.get("page"))
		}
	});
	return () => void kr(r);
}
var vf = { render: _f };
export { vf as default };
