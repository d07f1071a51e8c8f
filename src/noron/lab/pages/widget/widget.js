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
}(), le = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), ue = {}, j = Symbol("uninitialized"), de = "http://www.w3.org/1999/xhtml", fe = "http://www.w3.org/2000/svg", pe = "http://www.w3.org/1998/Math/MathML";
function me() {
	console.warn("https://svelte.dev/e/derived_inert");
}
function he(e) {
	console.warn("https://svelte.dev/e/hydration_mismatch");
}
function ge() {
	console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function _e() {
	console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var M = !1;
function ve(e) {
	M = e;
}
var N;
function ye(e) {
	if (e === null) throw he(), ue;
	return N = e;
}
function be() {
	return ye(/* @__PURE__ */ Xt(N));
}
function P(e) {
	if (M) {
		if (/* @__PURE__ */ Xt(N) !== null) throw he(), ue;
		N = e;
	}
}
function xe(e = 1) {
	if (M) {
		for (var t = e, n = N; t--;) n = /* @__PURE__ */ Xt(n);
		N = n;
	}
}
function Se(e = !0) {
	for (var t = 0, n = N;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ Xt(n);
		e && n.remove(), n = i;
	}
}
function Ce(e) {
	if (!e || e.nodeType !== 8) throw he(), ue;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function we(e) {
	return e === this.v;
}
function F(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function I(e) {
	return !F(e, this.v);
}
// node_modules/svelte/src/internal/client/errors.js
function Te() {
	throw Error("https://svelte.dev/e/async_derived_orphan");
}
function Ee(e, t, n) {
	throw Error("https://svelte.dev/e/each_key_duplicate");
}
function De(e) {
	throw Error("https://svelte.dev/e/effect_in_teardown");
}
function Oe() {
	throw Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function ke(e) {
	throw Error("https://svelte.dev/e/effect_orphan");
}
function Ae() {
	throw Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function je(e) {
	throw Error("https://svelte.dev/e/props_invalid_value");
}
function Me() {
	throw Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Ne() {
	throw Error("https://svelte.dev/e/state_prototype_fixed");
}
function Pe() {
	throw Error("https://svelte.dev/e/state_unsafe_mutation");
}
function Fe() {
	throw Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var Ie = null;
function Le(e) {
	Ie = e;
}
function Re(e, t = !1, n) {
	Ie = {
		p: Ie,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: K,
		l: null
	};
}
function ze(e) {
	var t = Ie, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) dn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, Ie = t.p, Be(e);
}
function Be(e = {}) {
	return i(e, k, { value: !0 }), e;
}
function Ve() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var He = [];
function Ue() {
	var e = He;
	He = [], f(e);
}
function We(e) {
	if (He.length === 0 && !gt) {
		var t = He;
		queueMicrotask(() => {
			t === He && Ue();
		});
	}
	He.push(e);
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Ge = ~(_ | v | g);
function Ke(e, t) {
	e.f = e.f & Ge | t;
}
function qe(e) {
	e.f & 512 || e.deps === null ? Ke(e, g) : Ke(e, v);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function Je(e, t) {
	e.f & 2048 ? t.set(e, _) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, v), Ke(e, g);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var Ye = !1;
function Xe() {
	Ye || (Ye = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[ce]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function Ze(e) {
	var t = G, n = K;
	Pn(null), Fn(null);
	try {
		return e();
	} finally {
		Pn(t), Fn(n);
	}
}
function Qe(e, t, n, r = n) {
	e.addEventListener(t, () => Ze(n));
	let i = e[ce];
	e[ce] = i ? () => {
		i(), r(!0);
	} : () => r(!0), Xe();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function $e(e, t, n, r) {
	let i = Ve() ? rt : ot;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = K, c = et(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				rn(e, s);
			}
			tt();
		}
	}
	var d = nt();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ at(e))).then(u).catch((e) => rn(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), tt());
	}) : f();
}
function et() {
	var e = K, t = G, n = Ie, r = R;
	return function(i = !0) {
		Fn(e), Pn(t), Le(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function tt(e = !0) {
	Fn(null), Pn(null), Le(null), e && R?.deactivate();
}
function nt() {
	var e = K, t = e.b, n = R, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function rt(e) {
	var t = 2 | _;
	return K !== null && (K.f |= w), {
		ctx: Ie,
		deps: null,
		effects: null,
		equals: we,
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
var it = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function at(e, t, n) {
	let r = K;
	r === null && Te();
	var i = void 0, a = Mt(j), o = !G, s = /* @__PURE__ */ new Set();
	return mn(() => {
		var t = K, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== A && n.reject(e);
			}).finally(tt);
		} catch (e) {
			n.reject(e), tt();
		}
		var c = R;
		if (o) {
			if (t.f & 32768) var l = nt();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(it);
			else for (let e of s.values()) e.reject(it);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== it && (c.activate(), t ? (a.f |= O, It(a, t)) : (a.f & 8388608 && (a.f ^= O), It(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), ln(() => {
		for (let e of s) e.reject(it);
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
	let t = /* @__PURE__ */ rt(e);
	return Ln(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function ot(e) {
	let t = /* @__PURE__ */ rt(e);
	return t.equals = I, t;
}
function st(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) Sn(t[n]);
	}
}
function ct(e) {
	var t, n = K, r = e.parent;
	if (!jn && r !== null && e.v !== j && r.f & 24576) return me(), e.v;
	Fn(r);
	try {
		st(e), t = Yn(e);
	} finally {
		Fn(n);
	}
	return t;
}
function lt(e) {
	var t = ct(e);
	!e.equals(t) && (e.wv = Kn(), (!R?.is_fork || e.deps === null) && (R === null ? e.v = t : (R.capture(e, t, !0), pt?.capture(e, t, !0)), e.deps === null)) ? Ke(e, g) : jn || (mt === null ? qe(e) : (cn() || R?.is_fork) && mt.set(e, t));
}
function ut(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && Ze(() => {
		t.ac.abort(A), t.ac = null;
	}), t.fn !== null && (t.teardown = d), Qn(t, 0), bn(t));
}
function dt(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && $n(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var ft = null, R = null, pt = null, mt = null, ht = null, gt = !1, _t = !1, vt = null, yt = null, bt = 0, xt = 1, St = class e {
	id = xt++;
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
		ft === null ? ft = this : (ft.next = this, this.prev = ft), ft = this;
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
			for (var r of n.d) Ke(r, _), t(r);
			for (r of n.m) Ke(r, v), t(r);
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
		for (let [e, t] of this.#s) Ke(e, t), this.schedule(e);
		this.apply();
		for (var t = vt = [], n = [], r = yt = []; this.#a.length > 0;) {
			bt++ > 1e3 && (this.#b(), Ct());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Ot(e), this.#d() || this.discard(), t;
			}
		}
		if (R = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (vt = null, yt = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) Dt(e, t);
			r.length > 0 && R.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), pt = this, Tt(n), Tt(t), pt = null, this.#i?.resolve();
			var o = R;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (At.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= g;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= g : i & 4 ? t.push(r) : qn(r) && (i & 16 && this.add_dirty_reaction(r, v), $n(r));
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
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), Ke(i, _), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), R = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) Je(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== j && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), mt?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		R = this;
	}
	deactivate() {
		R = null, mt = null;
	}
	flush() {
		try {
			_t = !0, R = this, this.#m();
		} finally {
			bt = 0, ht = null, vt = null, yt = null, _t = !1, R = null, mt = null, At.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(it);
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
		this.#u || (this.#u = !0, We(() => {
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
			!_t && We(() => {
				t.started || t.flush();
			});
		}
		return R;
	}
	apply() {
		mt = null;
	}
	schedule(e) {
		ht = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? ft = e : t.prev = e, this.linked = !1;
		}
	}
};
function Ct() {
	try {
		Ae();
	} catch (e) {
		rn(e, ht);
	}
}
var wt = null;
function Tt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && qn(r) && (wt = /* @__PURE__ */ new Set(), $n(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && wn(r), wt?.size > 0)) {
				At.clear();
				for (let e of wt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) wt.has(n) && (wt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || $n(n);
					}
				}
				wt.clear();
			}
		}
		wt = null;
	}
}
function Et(e) {
	R.schedule(e);
}
function Dt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), Ke(e, g);
		for (var n = e.first; n !== null;) Dt(n, t), n = n.next;
	}
}
function Ot(e) {
	Ke(e, g);
	for (var t = e.first; t !== null;) Ot(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var kt = /* @__PURE__ */ new Set(), At = /* @__PURE__ */ new Map(), jt = !1;
function Mt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: we,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function z(e, t) {
	let n = Mt(e, t);
	return Ln(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Nt(e, t = !1, n = !0) {
	let r = Mt(e);
	return t || (r.equals = I), r;
}
function B(e, t, n = !1) {
	return G !== null && (!Nn || G.f & 131072) && Ve() && G.f & 4325394 && (In === null || !In.has(e)) && Pe(), It(e, n ? Bt(t) : t, yt);
}
var Pt = null, Ft = 0;
function It(e, t, n = null) {
	if (!e.equals(t)) {
		jn ? At.set(e, t) : At.has(e) || At.set(e, e.v);
		var r = St.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && ct(t), mt === null && qe(t);
		}
		e.wv = Kn(), Pt = null, Ft = 0, zt(e, _, n), Pt = null, Ve() && K !== null && K.f & 1024 && !(K.f & 96) && (Bn === null ? Vn([e]) : Bn.push(e)), !r.is_fork && kt.size > 0 && !jt && Lt();
	}
	return t;
}
function Lt() {
	jt = !1;
	for (let e of kt) {
		e.f & 1024 && Ke(e, v);
		let t;
		try {
			t = qn(e);
		} catch {
			t = !0;
		}
		t && $n(e);
	}
	kt.clear();
}
function Rt(e) {
	B(e, e.v + 1);
}
function zt(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = Ve(), a = r.length;
		if (Ft += a, Ft > 1e5 && Pt === null && (Pt = /* @__PURE__ */ new Set()), Pt !== null) {
			if (Pt.has(e)) return;
			Pt.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== K) {
				var l = (c & _) === 0;
				if (l && Ke(s, t), c & 131072) kt.add(s);
				else if (c & 2) {
					var u = s;
					mt?.delete(u), zt(u, v, n);
				} else if (l) {
					var d = s;
					c & 16 && wt !== null && wt.add(d), n === null ? Et(d) : n.push(d);
				}
			}
		}
	}
}
function Bt(t) {
	if (typeof t != "object" || !t || te in t || k in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ z(0), u = null, d = Wn, f = (e) => {
		if (Wn === d) return e();
		var t = G, n = Wn;
		Pn(null), Gn(d);
		var r = e();
		return Pn(t), Gn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ z(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Me();
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
					r.set(t, e), Rt(o);
				}
			} else B(n, j), Rt(o);
			return !0;
		},
		get(e, n, i) {
			if (n === te) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ z(Bt(s ? e[n] : j), u)), r.set(n, o)), o !== void 0) {
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
			return (n !== void 0 || (K !== null || G !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ z(i ? Bt(e[t]) : j, u)), r.set(t, n)), q(n) === j) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ z(j, u)), r.set(d + "", p)) : B(p, j);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ z(void 0, u)), B(c, Bt(n)), r.set(t, c));
			else {
				l = c.v !== j;
				var m = f(() => Bt(n));
				B(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && B(g, _ + 1);
				}
				Rt(o);
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
			Ne();
		}
	});
}
function Vt(e) {
	try {
		if (typeof e == "object" && e && te in e) return e[te];
	} catch {}
	return e;
}
function Ht(e, t) {
	return Object.is(Vt(e), Vt(t));
}
var Ut, Wt, Gt, Kt;
function qt() {
	if (Ut === void 0) {
		Ut = window, Wt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Gt = a(t, "firstChild").get, Kt = a(t, "nextSibling").get, u(e) && (e[ae] = void 0, e[ie] = null, e[oe] = void 0, e.__e = void 0), u(n) && (n[se] = void 0);
	}
}
function Jt(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Yt(e) {
	return Gt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Xt(e) {
	return Kt.call(e);
}
function V(e, t) {
	if (!M) return /* @__PURE__ */ Yt(e);
	var n = /* @__PURE__ */ Yt(N);
	if (n === null) n = N.appendChild(Jt());
	else if (t && n.nodeType !== 3) {
		var r = Jt();
		return n?.before(r), ye(r), r;
	}
	return t && tn(n), ye(n), n;
}
function Zt(e, t = !1) {
	if (!M) {
		var n = /* @__PURE__ */ Yt(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ Xt(n) : n;
	}
	if (t) {
		if (N?.nodeType !== 3) {
			var r = Jt();
			return N?.before(r), ye(r), r;
		}
		tn(N);
	}
	return N;
}
function H(e, t = !1) {
	if (!M) return /* @__PURE__ */ Yt(e);
	var n = V(e, t);
	return P(e), n;
}
function U(e, t = 1, n = !1) {
	let r = M ? N : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ Xt(r);
	if (!M) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = Jt();
			return r === null ? i?.after(a) : r.before(a), ye(a), a;
		}
		tn(r);
	}
	return ye(r), r;
}
function Qt(e) {
	e.textContent = "";
}
function $t() {
	return !1;
}
function en(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function tn(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function nn(e) {
	var t = K;
	if (t === null) return G.f |= O, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	rn(e, t);
}
function rn(e, t) {
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
function an(e) {
	K === null && (G === null && ke(e), Oe()), jn && De(e);
}
function on(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function sn(e, t) {
	var n = K;
	n !== null && n.f & 8192 && (e |= y);
	var r = {
		ctx: Ie,
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
	if (e & 4) vt === null ? St.ensure().schedule(r) : vt.push(r);
	else if (t !== null) {
		try {
			$n(r);
		} catch (e) {
			throw Sn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= C));
	}
	if (i !== null && (i.parent = n, n !== null && on(i, n), G !== null && G.f & 2 && !(e & 64))) {
		var a = G;
		(a.effects ??= []).push(i);
	}
	return r;
}
function cn() {
	return G !== null && !Nn;
}
function ln(e) {
	let t = sn(8, null);
	return Ke(t, g), t.teardown = e, t;
}
function un(e) {
	an("$effect");
	var t = K.f;
	if (!G && t & 32 && Ie !== null && !Ie.i) {
		var n = Ie;
		(n.e ??= []).push(e);
	} else return dn(e);
}
function dn(e) {
	return sn(4 | T, e);
}
function fn(e) {
	St.ensure();
	let t = sn(64 | w, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? Tn(t, () => {
			Sn(t), n(void 0);
		}) : (Sn(t), n(void 0));
	});
}
function pn(e) {
	return sn(4, e);
}
function mn(e) {
	return sn(ee | w, e);
}
function hn(e, t = 0) {
	return sn(8 | t, e);
}
function W(e, t = [], n = [], r = []) {
	$e(r, t, n, (t) => {
		sn(8, () => {
			e(...t.map(q));
		});
	});
}
function gn(e, t = 0) {
	return sn(16 | t, e);
}
function _n(e, t = 0) {
	return sn(h | t, e);
}
function vn(e) {
	return sn(32 | w, e);
}
function yn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = jn, r = G;
		Mn(!0), Pn(null);
		try {
			t.call(null);
		} catch (t) {
			rn(t, e.parent);
		} finally {
			Mn(n), Pn(r);
		}
	}
}
function bn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && Ze(() => {
			e.abort(A);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : Sn(n, t), n = r;
	}
}
function xn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || Sn(t), t = n;
	}
}
function Sn(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (Cn(e.nodes.start, e.nodes.end), n = !0), e.f |= S, bn(e, t && !n), Qn(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	yn(e), e.f ^= S, e.f |= b;
	var i = e.parent;
	i !== null && i.first !== null && wn(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function Cn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ Xt(e);
		e.remove(), e = n;
	}
}
function wn(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function Tn(e, t, n = !0) {
	var r = [];
	e.f |= 256, En(e, r, !0);
	var i = () => {
		n && Sn(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function En(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= y;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				En(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function Dn(e) {
	e.f &= -257, On(e, !0);
}
function On(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= y, e.f & 1024 || (Ke(e, _), St.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			On(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function kn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ Xt(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var An = null, jn = !1;
function Mn(e) {
	jn = e;
}
var G = null, Nn = !1;
function Pn(e) {
	G = e;
}
var K = null;
function Fn(e) {
	K = e;
}
var In = null;
function Ln(e) {
	G !== null && (G.f & 2097152 || G.f & 2) && (In ??= /* @__PURE__ */ new Set()).add(e);
}
var Rn = null, zn = 0, Bn = null;
function Vn(e) {
	Bn = e;
}
var Hn = 1, Un = 0, Wn = Un;
function Gn(e) {
	Wn = e;
}
function Kn() {
	return ++Hn;
}
function qn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (qn(a) && lt(a), a.wv > e.wv) return !0;
		}
		t & 512 && mt === null && Ke(e, g);
	}
	return !1;
}
function Jn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(In !== null && In.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Jn(a, t, !1) : t === a && (n ? Ke(a, _) : a.f & 1024 && Ke(a, v), Et(a));
	}
}
function Yn(e) {
	var t = Rn, n = zn, r = Bn, i = G, a = In, o = Ie, s = Nn, c = Wn, l = e.f;
	Rn = null, zn = 0, Bn = null, G = l & 96 ? null : e, In = null, Le(e.ctx), Nn = !1, Wn = ++Un, e.ac !== null && (Ze(() => {
		e.ac.abort(A);
	}), e.ac = null);
	try {
		e.f |= D;
		var u = e.fn, d = u();
		e.f |= x;
		var f = Xn(e);
		if (Ve() && Bn !== null && !Nn && f !== null && !(e.f & 6146)) for (var p = 0; p < Bn.length; p++) Jn(Bn[p], e);
		if (i !== null && i !== e) {
			if (Un++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Un;
			if (t !== null) for (let e of t) e.rv = Un;
			Bn !== null && (r === null ? r = Bn : r.push(...Bn));
		}
		return e.f & 8388608 && (e.f ^= O), d;
	} catch (t) {
		return Xn(e), nn(t);
	} finally {
		e.f ^= D, Rn = t, zn = n, Bn = r, G = i, In = a, Le(o), Nn = s, Wn = c;
	}
}
function Xn(e) {
	var t = e.deps, n = R?.is_fork;
	if (Rn !== null) {
		var r;
		if (n || Qn(e, zn), t !== null && zn > 0) for (t.length = zn + Rn.length, r = 0; r < Rn.length; r++) t[zn + r] = Rn[r];
		else e.deps = t = Rn;
		if (cn() && e.f & 512) for (r = zn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && zn < t.length && (Qn(e, zn), t.length = zn);
	return t;
}
function Zn(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Rn === null || !n.call(Rn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== j && qe(s), s.ac !== null && Ze(() => {
			s.ac.abort(A), s.ac = null, Ke(s, _);
		}), ut(s), Qn(s, 0);
	}
}
function Qn(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) Zn(e, n[r]);
}
function $n(e) {
	var t = e.f;
	if (!(t & 16384)) {
		Ke(e, g);
		var n = K;
		K = e;
		try {
			t & 16777232 ? xn(e) : bn(e), yn(e);
			var r = Yn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Hn;
		} finally {
			K = n;
		}
	}
}
function q(e) {
	var t = !!(e.f & 2);
	if (An?.add(e), G !== null && !Nn && !(K !== null && K.f & 16384) && (In === null || !In.has(e))) {
		var r = G.deps;
		if (G.f & 2097152) e.rv < Un && (e.rv = Un, Rn === null && r !== null && r[zn] === e ? zn++ : Rn === null ? Rn = [e] : Rn.push(e));
		else {
			G.deps ??= [], n.call(G.deps, e) || G.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [G] : n.call(i, G) || i.push(G);
		}
	}
	if (jn && At.has(e)) return At.get(e);
	if (t) {
		var a = e;
		if (jn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || tr(a)) && (o = ct(a)), At.set(a, o), o;
		}
		var s = !(a.f & 512) && !Nn && G !== null && !!(G.f & 512), c = (a.f & x) === 0;
		qn(a) && (s && (a.f |= 512), lt(a)), s && !c && (dt(a), er(a));
	}
	if (mt?.has(e)) return mt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function er(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (dt(r), er(r));
	}
}
function tr(e) {
	if (e.v === j) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (At.has(t) || t.f & 2 && tr(t)) return !0;
	return !1;
}
function nr(e) {
	var t = Nn;
	try {
		return Nn = !0, e();
	} finally {
		Nn = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var rr = ["touchstart", "touchmove"];
function ir(e) {
	return rr.includes(e);
}
// node_modules/svelte/src/internal/client/dev/css.js
var ar = Symbol("events"), or = /* @__PURE__ */ new Set(), sr = /* @__PURE__ */ new Set();
function cr(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || mr.call(t, e), !e.cancelBubble) return Ze(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, We(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function lr(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = cr(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && ln(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function ur(e, t, n) {
	(t[ar] ??= {})[e] = n;
}
function dr(e) {
	for (var t = 0; t < e.length; t++) or.add(e[t]);
	for (var n of sr) n(e);
}
var fr = null, pr = !1;
function mr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	fr = e, pr || (pr = !0, setTimeout(() => {
		pr = !1, fr = null;
	}));
	var s = 0, c = fr === e && e[ar];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[ar] = t;
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
		Pn(null), Fn(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[ar]?.[r];
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
			e[ar] = t, delete e.currentTarget, Pn(d), Fn(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var hr = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function gr(e) {
	return hr?.createHTML(e) ?? e;
}
function _r(e) {
	var t = en("template");
	return t.innerHTML = gr(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function vr(e, t) {
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
		if (M) return vr(N, null), N;
		i === void 0 && (i = _r(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Yt(i)));
		var t = r || Wt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Yt(t), s = t.lastChild;
			vr(o, s);
		} else vr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function yr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (M) return vr(N, null), N;
		if (!o) {
			var e = /* @__PURE__ */ Yt(_r(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Yt(e);) o.appendChild(/* @__PURE__ */ Yt(e));
			else o = /* @__PURE__ */ Yt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Yt(t), r = t.lastChild;
			vr(n, r);
		} else vr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function br(e, t) {
	return /* @__PURE__ */ yr(e, t, "svg");
}
function xr(e = "") {
	if (!M) {
		var t = Jt(e + "");
		return vr(t, t), t;
	}
	var n = N;
	return n.nodeType === 3 ? tn(n) : (n.before(n = Jt()), ye(n)), vr(n, n), n;
}
function Sr() {
	if (M) return vr(N, null), N;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Jt();
	return e.append(t, n), vr(t, n), e;
}
function Y(e, t) {
	if (M) {
		var n = K;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = N), be();
	} else e !== null && e.before(t);
}
function Cr() {
	if (M && N && N.nodeType === 8 && N.textContent?.startsWith("$")) {
		let e = N.textContent.substring(1);
		return be(), e;
	}
	return (window.__svelte ??= {}).uid ??= 1, `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function wr(e) {
	let t = 0, n = Mt(0), r;
	return () => {
		cn() && (q(n), hn(() => (t === 0 && (r = nr(() => e(() => Rt(n)))), t += 1, () => {
			We(() => {
				--t, t === 0 && (r?.(), r = void 0, Rt(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Tr = C | w;
function Er(e, t, n, r) {
	new Dr(e, t, n, r);
}
var Dr = class {
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
	#m = wr(() => (this.#p = Mt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = K;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = K.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = gn(() => {
			if (M) {
				let e = Ce(this.#t);
				be();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Tr), M && (this.#e = N);
	}
	#h() {
		try {
			this.#a = vn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		We(r), t && (this.#s = vn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? _e() : (t = !0, n && Fe(), this.#s !== null && Tn(this.#s, () => {
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
					rn(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (b | S)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = vn(() => e(this.#e)), We(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = Jt(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return vn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							rn(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(R)) : this.#u === 0 && (this.#e.before(e), this.#c = null, Tn(this.#o, () => {
					this.#o = null;
				}), this.#x(R));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = vn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				kn(this.#a, e);
				let t = this.#n.pending;
				this.#o = vn(() => t(this.#e));
			} else this.#x(R);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		Je(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = K, n = G, r = Ie;
		Fn(this.#i), Pn(this.#i), Le(this.#i.ctx);
		try {
			return St.ensure(), e();
		} finally {
			Fn(t), Pn(n), Le(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && Tn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, We(() => {
			this.#d = !1, this.#p && It(this.#p, this.#l);
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
		this.#a &&= (Sn(this.#a), null), this.#o &&= (Sn(this.#o), null), this.#s &&= (Sn(this.#s), null), M && (ye(this.#t), xe(), ye(Se()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return vn(() => {
						var r = K;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return rn(e, this.#i.parent), null;
				}
			}));
		};
		We(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					rn(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => rn(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function X(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[se] ??= e.nodeValue) && (e[se] = n, e.nodeValue = `${n}`);
}
function Or(e, t) {
	return Ar(e, t);
}
var kr = /* @__PURE__ */ new Map();
function Ar(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	qt();
	var l = void 0, u = fn(() => {
		var s = n ?? t.appendChild(Jt());
		Er(s, { pending: () => {} }, (t) => {
			Re({});
			var n = Ie;
			if (o && (n.c = o), a && (i.$$events = a), M && vr(t, null), l = e(t, i) || Be(), M && (K.nodes.end = N, N === null || N.nodeType !== 8 || N.data !== "]")) throw he(), ue;
			ze();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = ir(r);
					for (let e of [t, document]) {
						var a = kr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), kr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, mr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(or)), sr.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = kr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, mr), r.delete(e), r.size === 0 && kr.delete(n)) : r.set(e, i);
			}
			sr.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return jr.set(l, u), l;
}
var jr = /* @__PURE__ */ new WeakMap();
function Mr(e, t) {
	let n = jr.get(e);
	return n ? (jr.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Nr = class {
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
			if (n) Dn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (Dn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (Sn(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						kn(r, t), t.append(Jt()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else Sn(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), Tn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (Sn(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = R, r = $t();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Jt();
				i.append(a), this.#n.set(e, {
					effect: vn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, vn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else M && (this.anchor = N), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function Pr(e, t, n = !1) {
	var r;
	M && (r = N, be());
	var i = new Nr(e), a = n ? C : 0;
	function o(e, t) {
		if (M) {
			var n = Ce(r);
			if (e !== parseInt(n.substring(1))) {
				var a = Se();
				ye(a), i.anchor = a, ve(!1), i.ensure(e, t), ve(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	gn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Fr(e, t) {
	return t;
}
function Ir(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		Tn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Lr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			Qt(d), d.append(u), e.items.clear();
		}
		Lr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Lr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= E, kn(a, document.createDocumentFragment())) : Sn(t[i], n);
	}
}
var Rr;
function zr(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = M ? ye(/* @__PURE__ */ Yt(u)) : u.appendChild(Jt());
	}
	M && be();
	var d = null, f = /* @__PURE__ */ ot(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = q(f);
			_.fallback = d, Vr(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= E, Ur(d, null, c)) : Dn(d) : Tn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: gn(() => {
			var e = q(f), t = e.length;
			let r = !1;
			M && Ce(c) === "[!" != (t === 0) && (c = Se(), ye(c), ve(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = R, v = $t(), y = 0; y < t; y += 1) {
				M && N.nodeType === 8 && N.data === "]" && (c = N, r = !0, ve(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && It(S.v, b), S.i && It(S.i, y), v && _.unskip_effect(S.e)) : (S = Hr(l, m ? c : Rr ??= Jt(), b, x, y, o, n, i), m || (S.e.f |= E), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = vn(() => s(c)) : (d = vn(() => s(Rr ??= Jt())), d.f |= E)), t > u.size && Ee("", "", ""), M && t > 0 && ye(Se()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && ve(!0), q(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, M && (c = N);
}
function Br(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Vr(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Br(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (Dn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= E, _ === l) Ur(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), Wr(e, d, _), Wr(e, _, y), Ur(_, y, n), d = _, p = [], m = [], l = Br(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Ur(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					Wr(e, S.prev, C.next), Wr(e, d, S), Wr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Ur(_, l, n), Wr(e, _.prev, _.next), Wr(e, _, d === null ? e.effect.first : d.next), Wr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Br(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Br(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Lr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Br(l.next);
		var T = w.length;
		if (T > 0) {
			var D = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.fix();
			}
			Ir(e, w, D);
		}
	}
	o && We(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function Hr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? Mt(n) : /* @__PURE__ */ Nt(n, !1, !1) : null, l = o & 2 ? Mt(i) : null;
	return {
		v: c,
		i: l,
		e: vn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Ur(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ Xt(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function Wr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
function Gr(e, t, n = !1, r = !1, i = !1, a = !1) {
	var o = e, s = "";
	if (n) {
		var c = e;
		M && (o = ye(/* @__PURE__ */ Yt(c)));
	}
	W(() => {
		var e = K;
		if (s === (s = t() ?? "")) M && be();
		else if (n && !M) e.nodes = null, c.innerHTML = s, s !== "" && vr(/* @__PURE__ */ Yt(c), c.lastChild);
		else if (e.nodes !== null && (Cn(e.nodes.start, e.nodes.end), e.nodes = null), s !== "") {
			if (M) {
				for (var a = N.data, l = be(), u = l; l !== null && (l.nodeType !== 8 || l.data !== "");) u = l, l = /* @__PURE__ */ Xt(l);
				if (l === null) throw he(), ue;
				vr(N, u), o = ye(l);
			} else {
				var d = en(r ? "svg" : i ? "math" : "template", r ? fe : i ? pe : void 0);
				d.innerHTML = s;
				var f = r || i ? d : d.content;
				if (vr(/* @__PURE__ */ Yt(f), f.lastChild), r || i) for (; /* @__PURE__ */ Yt(f);) o.before(/* @__PURE__ */ Yt(f));
				else o.before(f);
			}
		}
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
function Kr(e, t, n) {
	var r;
	M && (r = N, be());
	var i = new Nr(e);
	gn(() => {
		var e = t() ?? null;
		if (M && Ce(r) === "[" != (e !== null)) {
			var a = Se();
			ye(a), i.anchor = a, ve(!1), i.ensure(e, e && ((t) => n(t, e))), ve(!0);
		} else i.ensure(e, e && ((t) => n(t, e)));
	}, C);
}
// node_modules/svelte/src/internal/client/dom/css.js
function qr(e, t) {
	pn(() => {
		e = K?.parent?.nodes?.start ?? e;
		var n = e.getRootNode(), r = n.host ? n : n.head ?? n.ownerDocument.head;
		if (!r.querySelector("#" + t.hash)) {
			let e = en("style");
			e.id = t.hash, e.textContent = t.code, r.appendChild(e);
		}
	});
}
// node_modules/svelte/src/internal/client/dom/elements/attachments.js
function Jr(e, t) {
	var n = void 0, r;
	_n(() => {
		n !== (n = t()) && (r &&= (Sn(r), null), n && (r = vn(() => {
			pn(() => n(e));
		})));
	});
}
// node_modules/svelte/src/internal/shared/attributes.js
var Yr = [..." 	\n\r\f\xA0\v﻿"];
function Xr(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Yr.includes(r[o - 1])) && (s === r.length || Yr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function Zr(e, t, n, r, i, a) {
	var o = e[ae];
	if (M || o !== n || o === void 0) {
		var s = Xr(n, r, a);
		M && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[ae] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function Qr(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function $r(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = ri(c);
			Qr(c, i ? a.includes(l) : Ht(l, r));
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
function ei(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return ge();
		for (var i of t.options) i.selected = n.includes(ri(i));
	} else {
		for (i of t.options) if (Ht(ri(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function ti(e) {
	var t = new MutationObserver((t) => {
		t.every(ii) || ("__defaultValue" in e && $r(e, !1), "__value" in e && ei(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), ln(() => {
		t.disconnect();
	});
}
function ni(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet(), i = !0;
	Qe(e, "change", (t) => {
		var i = t ? "[selected]" : ":checked", a;
		if (e.multiple) a = [].map.call(e.querySelectorAll(i), ri);
		else {
			var o = e.querySelector(i) ?? e.querySelector("option:not([disabled])");
			a = o && ri(o);
		}
		n(a), e.__value = a, R !== null && r.add(R);
	}), pn(() => {
		var a = t();
		if (e === document.activeElement) {
			var o = R;
			if (r.has(o)) return;
		}
		if (ei(e, a, i), i && a === void 0) {
			var s = e.querySelector(":checked");
			s !== null && (a = ri(s), n(a));
		}
		e.__value = a, i = !1;
	});
}
function ri(e) {
	return "__value" in e ? e.__value : e.value;
}
function ii(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var ai = Symbol("is custom element"), oi = Symbol("is html"), si = le ? "link" : "LINK", ci = le ? "progress" : "PROGRESS";
function li(e) {
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
		e[ce] = n, We(n), Xe();
	}
}
function ui(e, t) {
	var n = fi(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === ci) && (e.value = t ?? "");
}
function di(e, t) {
	var n = fi(e);
	n.checked !== (n.checked = t ?? void 0) && (e.checked = t);
}
function Z(e, t, n, r) {
	var i = fi(e);
	if (!(M && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === si))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[re] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && mi(e).has(t) ? e[t] = n : (!M || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function fi(e) {
	return e[ie] ??= {
		[ai]: e.nodeName.includes("-"),
		[oi]: e.namespaceURI === de
	};
}
var pi = /* @__PURE__ */ new Map();
function mi(e) {
	var t = e.getAttribute("is") || e.nodeName, n = pi.get(t);
	if (n) return n;
	pi.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function hi(e, t) {
	return e === t || e?.[te] === t;
}
function gi(e = Be(), t, n, r) {
	var i = Ie.r, a = K;
	return pn(() => {
		var o, s;
		return hn(() => {
			o = s, s = r?.() || [], nr(() => {
				hi(n(...s), e) || (t(e, ...s), o && hi(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && hi(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/universal.js
function _i(e, t, n, r, i) {
	var a = () => {
		r(n[e]);
	};
	n.addEventListener(t, a), i ? hn(() => {
		n[e] = i();
	}) : a(), (n === document.body || n === window || n === document) && ln(() => {
		n.removeEventListener(t, a);
	});
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var vi = !1;
function yi(e) {
	var t = vi;
	try {
		return vi = !1, [e(), vi];
	} finally {
		vi = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function bi(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ rt(r), q(u)) : (l && (l = !1, c = s ? nr(r) : r), c);
	let f;
	if (o) {
		var p = te in e || ne in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = yi(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && je(t), f(m)));
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
	var v = !1, y = (n & 1 ? rt : ot)(() => (v = !1, g()));
	o && q(y);
	var b = K;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? q(y) : i && o ? Bt(e) : e;
			return B(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return jn && v || b.f & 16384 ? y.v : q(y);
	});
}
var xi = ".uplot,.uplot *,.uplot :before,.uplot :after{box-sizing:border-box}.uplot{width:min-content;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,Apple Color Emoji,Segoe UI Emoji,Segoe UI Symbol,Noto Color Emoji;line-height:1.5}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{-webkit-user-select:none;user-select:none;position:relative}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{width:100%;height:100%;display:block;position:relative}.u-axis{position:absolute}.u-legend{text-align:center;margin:auto;font-size:14px}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:\":\";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{pointer-events:none;background:#00000012;position:absolute}.u-cursor-x,.u-cursor-y{pointer-events:none;will-change:transform;position:absolute;top:0;left:0}.u-hz .u-cursor-x,.u-vt .u-cursor-y{border-right:1px dashed #607d8b;height:100%}.u-hz .u-cursor-y,.u-vt .u-cursor-x{border-bottom:1px dashed #607d8b;width:100%}.u-cursor-pt{pointer-events:none;will-change:transform;border:0 solid;border-radius:50%;position:absolute;top:0;left:0;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}", Si = ":root,:host{--paper:#fff;--surface:#f4f5f7;--ink:#1c1f24;--muted:#5b626d;--line:#d4d8de;--accent:#0072b2;--warn:#b34700;color:var(--ink);background:var(--paper);font-family:system-ui,Noto Sans,DejaVu Sans,sans-serif;line-height:1.4}:root[data-theme=dark],:host([data-theme=dark]){--paper:#15181c;--surface:#1f242a;--ink:#eceef1;--muted:#a5adb8;--line:#39414b;--accent:#56b4e9;--warn:#f0a35e}body{margin:0}*,:before,:after{box-sizing:border-box}h1,h2{margin:0;font-size:1rem}button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;min-height:2.1rem;padding:.3rem .6rem}button{cursor:pointer}button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}button.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}.hidden{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}", Ci = 12, wi = "NRN1", Ti = (e) => Math.ceil(e / 8) * 8;
function Ei(e, t, n, r) {
	return t === "u8" ? new Uint8Array(e, n, r) : t === "f32" ? new Float32Array(e, n, r) : new Int32Array(e, n, r);
}
function Di(e) {
	let t = new DataView(e);
	if (new TextDecoder().decode(new Uint8Array(e, 0, 4)) !== wi) throw Error("this is no frame of the engine");
	let n = t.getUint32(4, !0), r = new TextDecoder().decode(new Uint8Array(e, Ci, n)), { arrays: i, ...a } = JSON.parse(r), o = /* @__PURE__ */ new Map(), s = Ti(Ci + n);
	for (let { name: t, type: n, shape: r } of i) {
		let i = r.reduce((e, t) => e * t, 1), a = Ei(e, n, s, i);
		o.set(t, {
			values: a,
			shape: r
		}), s = Ti(s + a.byteLength);
	}
	return {
		facts: a,
		arrays: o
	};
}
// src/engine/transport.ts
var Oi = "noron.lab.1", ki = "noron-lab-key", Ai = "noron-lab-session", ji = 1e3, Mi = 3e4, Ni = "noron-lab", Pi = 300;
function Fi() {
	let e = new BroadcastChannel(Ni);
	return new Promise((t) => {
		let n = (n) => {
			e.close(), t(n);
		};
		e.onmessage = ({ data: e }) => {
			typeof e.key == "string" && n(e.key);
		}, e.postMessage({ wanted: !0 }), setTimeout(() => n(null), Pi);
	});
}
function Ii() {
	let e = new BroadcastChannel(Ni);
	e.onmessage = ({ data: t }) => {
		let n = sessionStorage.getItem(ki);
		t.wanted === !0 && n !== null && e.postMessage({ key: n });
	};
}
function Li(e) {
	let t, n = ji, r = !1;
	function i() {
		let o = sessionStorage.getItem(ki) ?? "", s = sessionStorage.getItem(Ai), c = [Oi, `key.${o}`];
		s !== null && c.push(`session.${s}`), t = new WebSocket(`ws://${location.host}/ws`, c), t.binaryType = "arraybuffer", t.onopen = () => {
			n = ji, e.opened();
		}, t.onmessage = (t) => {
			typeof t.data == "string" && a(t.data), e.received(t.data);
		}, t.onclose = () => {
			r || (e.lost("lost"), setTimeout(i, n), n = Math.min(2 * n, Mi));
		};
	}
	function a(e) {
		let t = JSON.parse(e);
		t.t === "session" && (t.key !== void 0 && sessionStorage.setItem(ki, t.key), t.name !== void 0 && sessionStorage.setItem(Ai, t.name));
	}
	async function o() {
		if (sessionStorage.getItem(ki) === null) {
			let t = await Fi();
			if (t === null) {
				e.lost("no_key");
				return;
			}
			sessionStorage.setItem(ki, t);
		}
		Ii(), i();
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
var Ri = 4096, zi = class {
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
	constructor(e, t = "", n = Li) {
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
			let { facts: t, arrays: n } = Di(e);
			this.dataFacts = t, this.data = n, this.curve = [];
		} else this.#v = e, this.#y += 1;
	}
	#N() {
		if (requestAnimationFrame(() => this.#N()), this.#P(), this.#v === null) return;
		let { facts: e, arrays: t } = Di(this.#v);
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
		this.curve = Bi([...r, n]);
	}
};
function Bi(e, t = Ri) {
	return e.length <= t ? e : e.filter((t, n) => n % 2 == 0 || n === e.length - 1);
}
var Vi = {
	functions_page: "Activations and losses",
	functions_waiting: "The engine is computing …",
	functions_main: "Activation",
	functions_compare: "Compare with",
	functions_range: "Range",
	functions_usual: "Usual value",
	functions_curves: "An activation and its slope",
	functions_curves_look: "Move over the curve. The tangent is as steep as the lower curve is high; where the lower curve is near 0, little of the gradient gets through.",
	functions_value: "f(z)",
	functions_slope: "f′(z)",
	functions_value_plot: "f(z), the value",
	functions_slope_plot: "f′(z), the slope",
	functions_at: "At z = {x} the value of {name} is {value} and its slope {slope}.",
	functions_at_kink: "At z = {x} the slope of {name} jumps; noron takes {slope}.",
	functions_keys: "With the keys: ← and →, in fine steps with Shift, Home and End.",
	functions_name: "Function",
	functions_layers: "The activation in a deep network",
	functions_layers_look: "Read the gradient from the last row up to layer 1. Where its bars get shorter, the first layers hardly learn; where they get longer, the steps become too large. Then try relu, another initializer, fewer layers.",
	functions_layers_how: "A network of noron's, a random batch of 64 rows with two classes, one pass forward and one back.",
	functions_initializer: "Initializer",
	functions_initializer_usual: "the one that suits it ({name})",
	functions_initializer_deviation: "a standard deviation of my own",
	functions_deviation: "Standard deviation of the weights",
	functions_n_layers: "Layers",
	functions_units: "Units in each layer",
	functions_redraw: "Draw other weights",
	functions_in_powers: "Bars in powers of ten",
	functions_layer: "Layer",
	functions_activations: "Size of the activations",
	functions_spread: "Differ from row to row",
	functions_gradient: "Size of the gradient",
	functions_weight_gradient: "Gradient of the weights",
	functions_by_activation: "× slope",
	functions_by_weights: "× weights",
	functions_moved: "Way of the weights",
	functions_columns: "The bars of the activations and of the gradient go from 10⁻¹⁰ to 10¹⁰; the mark in the middle is 1. The gradient is dL/dz of a layer: how much the loss depends on its sums. One layer down it is multiplied by the weights of the layer above and by the slope of the layer itself; times the activations that come in, it is the gradient of the weights. The way of the weights is how far they are from their first values, in percent of their size.",
	functions_columns_share: "Each bar is a share of the longest one in its column. The gradient is dL/dz of a layer: how much the loss depends on its sums. One layer down it is multiplied by the weights of the layer above and by the slope of the layer itself; times the activations that come in, it is the gradient of the weights. The way of the weights is how far they are from their first values, in percent of their size.",
	functions_vanishes: "The gradient vanishes: in layer 1 it is {ratio} times as large as in layer {n}. On the way back each layer multiplies it by about {slope} (slope of {name}) and by about {weights} (weights); together {both}, and that {times} times.",
	functions_explodes: "The gradient explodes: in layer 1 it is {ratio} times as large as in layer {n}. On the way back each layer multiplies it by about {slope} (slope of {name}) and by about {weights} (weights); together {both}, and that {times} times.",
	functions_keeps: "The gradient keeps its size: in layer 1 it is {ratio} times as large as in layer {n}. On the way back each layer multiplies it by about {slope} (slope of {name}) and by about {weights} (weights); together {both}.",
	functions_one_layer: "With a single layer the gradient has no way to go. Add layers.",
	functions_no_gradient: "No gradient arrives in layer 1: its weights stay as they are.",
	functions_overflow: "The numbers have become too large for a computer: the network cannot learn.",
	functions_learning: "The same network learns",
	functions_learning_look: "A loss that stays at 0.69 has learnt nothing: that is the loss of guessing between two classes. Move over the curve, and the table above shows the layers at that step.",
	functions_learning_plot: "Loss over the steps of gradient descent",
	functions_guessing: "guessing",
	functions_rate: "Learning rate",
	functions_play: "Play the training",
	functions_step: "Step",
	functions_loss: "Loss",
	functions_step_is: "Step {step}: the loss of {name} is {loss}.",
	functions_first_loss: "Loss at the start",
	functions_last_loss: "Loss after {n} steps",
	functions_numbers: "Losses for numbers",
	functions_numbers_look: "The prediction moves, the target stands still. See which loss makes a far miss very expensive, and which pulls equally hard however far away you are.",
	functions_classes: "Losses for classes",
	functions_classes_look: "On the left the network is sure and wrong, on the right sure and right. See what being sure and wrong costs, and how the slope fades once the answer is right.",
	functions_target: "Target",
	functions_n_classes: "Classes",
	functions_losses: "Losses",
	functions_score: "score s",
	functions_prediction: "prediction",
	functions_loss_plot: "The loss",
	functions_loss_slope_plot: "Its slope: the gradient of the score",
	functions_loss_slope: "slope",
	functions_no_target: "{name} does not take the target {target}: it is for counts of 0 or more.",
	functions_binary_note: "binary_cross_entropy has one score, that of the class 1. The others have a score for each class; those of the wrong classes are 0.",
	functions_loss_at: "At the score {x} the loss {name} is {value} and its slope {slope}.",
	functions_loss_at_kink: "At the score {x} the slope of {name} jumps; noron takes {slope}.",
	functions_softmax: "Softmax with a temperature",
	functions_softmax_look: "Lower the temperature: the largest score takes nearly all. Raise it: all classes become alike. Add 1 to every score: nothing changes.",
	functions_temperature: "Temperature T",
	functions_class: "Class {k}",
	functions_score_of: "Score of class {k}",
	functions_true: "True class",
	functions_true_is: "Class {k} is the true one",
	functions_probability: "Probability",
	functions_pull: "Gradient p − y",
	functions_softmax_loss: "Cross-entropy: −log p of the true class = {loss}",
	functions_add_class: "Add a class",
	functions_remove_class: "Remove the last class",
	functions_add_one: "Add 1 to every score",
	functions_save: "Save as SVG",
	functions_formula: "Formula"
}, Hi = {
	page_glass: "Under glass",
	glass_batch: "The batch",
	glass_first_row: "First row",
	glass_rows: "Rows (1 to 16)",
	glass_stages: "The step, stage by stage",
	glass_forward: "Forward: layer {n}, {name}",
	glass_backward: "Back: layer {n}, {name}",
	glass_loss: "Loss: {name}",
	glass_update: "Update: {name}",
	glass_break: "Break it: a fault in the backward pass",
	glass_no_fault: "no fault",
	glass_mend: "Mend it",
	glass_back: "Back",
	glass_next: "Next",
	glass_play: "Play",
	glass_take: "Train on one batch",
	glass_at: "after step {step}",
	glass_running: "The network is running: pause it to look at a step.",
	glass_corner: "the first 16 × 16 of it",
	glass_source: "What has just run",
	glass_no_source: "Nothing is calculated here: these are the rows.",
	glass_more: "{n} more",
	glass_product: "How each row adds to dW[{i}, {j}]: its input times the derivative behind it. The loss is a mean of {n} rows, so each dy holds 1/{n}.",
	glass_row: "row",
	glass_check: "Check the gradients",
	glass_check_text: "Each weight is moved a little to both sides; how the loss changes must be what the backward pass says.",
	glass_check_button: "Check",
	glass_check_right: "The backward pass is right.",
	glass_check_wrong: "The backward pass is WRONG.",
	glass_worst: "worst weight",
	glass_backward_number: "backward",
	glass_differences: "differences",
	glass_text_rows: "The rows of the batch: x are the inputs, y what should come out.",
	glass_text_forward_dense: "Each unit adds up its inputs, each times a weight, and its bias.",
	glass_text_forward: "The layer changes each number by itself.",
	glass_text_loss: "The loss says how wrong the scores s are. Its derivative ds begins the way back.",
	glass_text_backward_dense: "The derivative dy of what came out becomes that of the weights, of the bias, and of what went in.",
	glass_text_backward: "The derivative is multiplied by the slope of the function at what went in.",
	glass_text_update: "All weights and biases, one behind the other as θ, take a step against their gradient g.",
	fault_mean_forgotten: "loss: the mean over the rows is forgotten (1/n)",
	fault_sign_of_loss: "loss: the wrong sign",
	fault_half_of_loss: "loss: half of the derivative",
	fault_first_row_only: "loss: only the first row counts",
	fault_rows_mixed_up: "loss: rows are mixed up",
	fault_derivative_forgotten: "activation: its derivative is forgotten",
	fault_derivative_squared: "activation: its derivative counts twice",
	fault_derivative_at_output: "activation: derivative at the output, not at the input",
	fault_value_for_derivative: "activation: its value in place of its derivative",
	fault_sign_lost: "activation: the sign is lost",
	fault_first_unit_only: "activation: only the first unit passes anything back",
	fault_bias_forgotten: "dense: the bias gets no gradient",
	fault_bias_mean: "dense: the bias gets the mean, not the sum",
	fault_input_forgotten: "dense: dW without its input",
	fault_input_of_next_row: "dense: the input of another row",
	fault_added_twice: "dense: dW is added twice",
	fault_decay_twice: "dense: a penalty that is not in the loss",
	fault_rounded: "dense: dW is rounded to two places",
	fault_inputs_reversed: "dense: dx in the wrong order",
	fault_not_passed_back: "dense: nothing is passed back",
	fault_weights_forgotten: "dense: dx without the weights",
	glass_rows_title: "The rows"
}, Ui = {
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
}, Wi = {
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
}, Gi = {
	functions_page: "Hàm kích hoạt và hàm mất mát",
	functions_waiting: "Engine đang tính …",
	functions_main: "Hàm kích hoạt",
	functions_compare: "So sánh với",
	functions_range: "Khoảng vẽ",
	functions_usual: "Giá trị mặc định",
	functions_curves: "Hàm kích hoạt và độ dốc của nó",
	functions_curves_look: "Hãy rê chuột trên đường cong. Tiếp tuyến dốc bao nhiêu thì đường bên dưới cao bấy nhiêu; nơi nào đường dưới gần 0, gradient hầu như không truyền qua được.",
	functions_value: "f(z)",
	functions_slope: "f′(z)",
	functions_value_plot: "f(z), giá trị",
	functions_slope_plot: "f′(z), độ dốc",
	functions_at: "Tại z = {x}, {name} có giá trị {value} và độ dốc {slope}.",
	functions_at_kink: "Tại z = {x}, độ dốc của {name} nhảy bậc; noron lấy {slope}.",
	functions_keys: "Bằng bàn phím: ← và →, giữ Shift để đi bước nhỏ, Home và End.",
	functions_name: "Hàm",
	functions_layers: "Hàm kích hoạt trong một mạng sâu",
	functions_layers_look: "Hãy đọc cột gradient từ hàng cuối ngược lên tầng 1. Thanh ngắn dần thì các tầng đầu hầu như không học; thanh dài dần thì bước đi trở nên quá lớn. Sau đó hãy thử relu, cách khởi tạo khác, hoặc bớt tầng.",
	functions_layers_how: "Một mạng của noron, một lô ngẫu nhiên gồm 64 mẫu thuộc hai lớp, một lượt truyền xuôi và một lượt truyền ngược.",
	functions_initializer: "Cách khởi tạo trọng số",
	functions_initializer_usual: "cách hợp với nó ({name})",
	functions_initializer_deviation: "tự chọn độ lệch chuẩn",
	functions_deviation: "Độ lệch chuẩn của trọng số",
	functions_n_layers: "Số tầng",
	functions_units: "Số nơ-ron mỗi tầng",
	functions_redraw: "Lấy trọng số ngẫu nhiên khác",
	functions_in_powers: "Thanh theo lũy thừa của mười",
	functions_layer: "Tầng",
	functions_activations: "Độ lớn đầu ra của tầng",
	functions_spread: "Khác nhau giữa các mẫu",
	functions_gradient: "Độ lớn của gradient",
	functions_weight_gradient: "Gradient của trọng số",
	functions_by_activation: "× độ dốc",
	functions_by_weights: "× trọng số",
	functions_moved: "Trọng số đã dời",
	functions_columns: "Thanh của đầu ra và của gradient đi từ 10⁻¹⁰ đến 10¹⁰; vạch ở giữa là 1. Gradient ở đây là dL/dz của tầng: mất mát phụ thuộc vào các tổng của tầng ấy bao nhiêu. Xuống một tầng, nó được nhân với trọng số của tầng trên và với độ dốc của chính tầng ấy; nhân với đầu vào của tầng thì thành gradient của trọng số. Cột cuối cho biết trọng số đã cách giá trị ban đầu bao xa, tính theo phần trăm độ lớn của chúng.",
	functions_columns_share: "Mỗi thanh là tỉ lệ so với thanh dài nhất trong cột. Gradient ở đây là dL/dz của tầng: mất mát phụ thuộc vào các tổng của tầng ấy bao nhiêu. Xuống một tầng, nó được nhân với trọng số của tầng trên và với độ dốc của chính tầng ấy; nhân với đầu vào của tầng thì thành gradient của trọng số. Cột cuối cho biết trọng số đã cách giá trị ban đầu bao xa, tính theo phần trăm độ lớn của chúng.",
	functions_vanishes: "Gradient triệt tiêu: ở tầng 1 nó chỉ bằng {ratio} lần ở tầng {n}. Trên đường truyền ngược, mỗi tầng nhân nó với khoảng {slope} (độ dốc của {name}) và khoảng {weights} (trọng số); gộp lại là {both}, và cứ thế {times} lần.",
	functions_explodes: "Gradient bùng nổ: ở tầng 1 nó lớn gấp {ratio} lần ở tầng {n}. Trên đường truyền ngược, mỗi tầng nhân nó với khoảng {slope} (độ dốc của {name}) và khoảng {weights} (trọng số); gộp lại là {both}, và cứ thế {times} lần.",
	functions_keeps: "Gradient giữ được độ lớn: ở tầng 1 nó bằng {ratio} lần ở tầng {n}. Trên đường truyền ngược, mỗi tầng nhân nó với khoảng {slope} (độ dốc của {name}) và khoảng {weights} (trọng số); gộp lại là {both}.",
	functions_one_layer: "Chỉ có một tầng thì gradient không phải đi qua đâu cả. Hãy thêm tầng.",
	functions_no_gradient: "Không có gradient nào đến được tầng 1: trọng số của nó đứng yên.",
	functions_overflow: "Các số đã lớn quá mức máy tính biểu diễn được: mạng không thể học.",
	functions_learning: "Cho chính mạng ấy học",
	functions_learning_look: "Mất mát đứng ở 0,69 nghĩa là chưa học được gì: đoán mò giữa hai lớp cũng được chừng ấy. Hãy rê chuột trên đường cong, bảng phía trên sẽ cho thấy các tầng ở bước đó.",
	functions_learning_plot: "Mất mát theo số bước hạ gradient",
	functions_guessing: "đoán mò",
	functions_rate: "Tốc độ học",
	functions_play: "Xem quá trình học",
	functions_step: "Bước",
	functions_loss: "Mất mát",
	functions_step_is: "Bước {step}: mất mát của {name} là {loss}.",
	functions_first_loss: "Mất mát lúc đầu",
	functions_last_loss: "Mất mát sau {n} bước",
	functions_numbers: "Hàm mất mát cho số",
	functions_numbers_look: "Dự đoán di chuyển, giá trị đúng đứng yên. Hãy xem hàm nào bắt trả giá rất đắt khi đoán lệch xa, và hàm nào luôn kéo mạnh như nhau dù lệch bao xa.",
	functions_classes: "Hàm mất mát cho lớp",
	functions_classes_look: "Bên trái là mạng tin chắc mà sai, bên phải là tin chắc và đúng. Hãy xem tin chắc mà sai phải trả giá bao nhiêu, và độ dốc tắt dần ra sao khi câu trả lời đã đúng.",
	functions_target: "Giá trị đúng",
	functions_n_classes: "Số lớp",
	functions_losses: "Các hàm mất mát",
	functions_score: "điểm số s",
	functions_prediction: "dự đoán",
	functions_loss_plot: "Mất mát",
	functions_loss_slope_plot: "Độ dốc của nó: gradient theo điểm số",
	functions_loss_slope: "độ dốc",
	functions_no_target: "{name} không nhận giá trị đúng {target}: hàm này dành cho số đếm, từ 0 trở lên.",
	functions_binary_note: "binary_cross_entropy chỉ có một điểm số, của lớp 1. Các hàm kia có một điểm số cho mỗi lớp; điểm của các lớp sai là 0.",
	functions_loss_at: "Tại điểm số {x}, mất mát {name} là {value} và độ dốc là {slope}.",
	functions_loss_at_kink: "Tại điểm số {x}, độ dốc của {name} nhảy bậc; noron lấy {slope}.",
	functions_softmax: "Softmax với nhiệt độ",
	functions_softmax_look: "Hạ nhiệt độ: điểm cao nhất chiếm gần hết. Tăng nhiệt độ: các lớp trở nên ngang nhau. Cộng 1 vào mọi điểm số: không có gì thay đổi.",
	functions_temperature: "Nhiệt độ T",
	functions_class: "Lớp {k}",
	functions_score_of: "Điểm số của lớp {k}",
	functions_true: "Lớp đúng",
	functions_true_is: "Lớp {k} là lớp đúng",
	functions_probability: "Xác suất",
	functions_pull: "Gradient p − y",
	functions_softmax_loss: "Entropy chéo: −log p của lớp đúng = {loss}",
	functions_add_class: "Thêm một lớp",
	functions_remove_class: "Bỏ lớp cuối",
	functions_add_one: "Cộng 1 vào mọi điểm số",
	functions_save: "Lưu thành SVG",
	functions_formula: "Công thức"
}, Ki = {
	page_glass: "Dưới kính",
	glass_batch: "Lô dữ liệu",
	glass_first_row: "Hàng đầu tiên",
	glass_rows: "Số hàng (1 đến 16)",
	glass_stages: "Một bước, từng chặng",
	glass_forward: "Tiến: tầng {n}, {name}",
	glass_backward: "Lùi: tầng {n}, {name}",
	glass_loss: "Mất mát: {name}",
	glass_update: "Cập nhật: {name}",
	glass_break: "Làm hỏng: một lỗi trong lượt lùi",
	glass_no_fault: "không có lỗi",
	glass_mend: "Sửa lại",
	glass_back: "Trước",
	glass_next: "Tiếp",
	glass_play: "Tự chạy",
	glass_take: "Huấn luyện một lô",
	glass_at: "sau bước {step}",
	glass_running: "Mạng đang chạy: hãy tạm dừng để xem một bước.",
	glass_corner: "16 × 16 số đầu tiên",
	glass_source: "Đoạn mã vừa chạy",
	glass_no_source: "Ở đây không tính gì: đây là các hàng dữ liệu.",
	glass_more: "{n} số hạng nữa",
	glass_product: "Mỗi hàng góp gì vào dW[{i}, {j}]: đầu vào nhân với đạo hàm ở phía sau. Mất mát là trung bình của {n} hàng, nên mỗi dy đã chứa 1/{n}.",
	glass_row: "hàng",
	glass_check: "Kiểm tra gradient",
	glass_check_text: "Mỗi trọng số được nhích một chút về hai phía; mất mát thay đổi thế nào thì lượt lùi phải nói đúng như thế.",
	glass_check_button: "Kiểm tra",
	glass_check_right: "Lượt lùi đúng.",
	glass_check_wrong: "Lượt lùi SAI.",
	glass_worst: "trọng số lệch nhất",
	glass_backward_number: "lượt lùi",
	glass_differences: "sai phân",
	glass_text_rows: "Các hàng của lô: x là đầu vào, y là kết quả mong đợi.",
	glass_text_forward_dense: "Mỗi nơ-ron cộng các đầu vào, mỗi cái nhân với một trọng số, rồi cộng độ lệch.",
	glass_text_forward: "Tầng này biến đổi riêng từng con số.",
	glass_text_loss: "Mất mát cho biết điểm số s sai đến đâu. Đạo hàm ds của nó mở đầu đường về.",
	glass_text_backward_dense: "Từ đạo hàm dy của đầu ra suy ra đạo hàm theo trọng số, theo độ lệch và theo đầu vào.",
	glass_text_backward: "Đạo hàm được nhân với độ dốc của hàm tại giá trị đi vào.",
	glass_text_update: "Mọi trọng số và độ lệch, xếp nối nhau thành θ, đi một bước ngược với gradient g.",
	fault_mean_forgotten: "mất mát: quên lấy trung bình theo hàng (1/n)",
	fault_sign_of_loss: "mất mát: sai dấu",
	fault_half_of_loss: "mất mát: chỉ một nửa đạo hàm",
	fault_first_row_only: "mất mát: chỉ tính hàng đầu",
	fault_rows_mixed_up: "mất mát: lẫn lộn các hàng",
	fault_derivative_forgotten: "hàm kích hoạt: quên đạo hàm",
	fault_derivative_squared: "hàm kích hoạt: đạo hàm nhân hai lần",
	fault_derivative_at_output: "hàm kích hoạt: lấy đạo hàm tại đầu ra thay vì đầu vào",
	fault_value_for_derivative: "hàm kích hoạt: dùng giá trị thay cho đạo hàm",
	fault_sign_lost: "hàm kích hoạt: mất dấu",
	fault_first_unit_only: "hàm kích hoạt: chỉ nơ-ron đầu truyền ngược",
	fault_bias_forgotten: "dense: độ lệch không có gradient",
	fault_bias_mean: "dense: độ lệch lấy trung bình thay vì tổng",
	fault_input_forgotten: "dense: dW thiếu đầu vào",
	fault_input_of_next_row: "dense: đầu vào của hàng khác",
	fault_added_twice: "dense: dW bị cộng hai lần",
	fault_decay_twice: "dense: khoản phạt không có trong mất mát",
	fault_rounded: "dense: dW bị làm tròn hai chữ số",
	fault_inputs_reversed: "dense: dx sai thứ tự",
	fault_not_passed_back: "dense: không truyền ngược gì cả",
	fault_weights_forgotten: "dense: dx thiếu trọng số",
	glass_rows_title: "Các hàng"
}, qi = {
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
}, Ji = {
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
}, Yi = {
	...Wi,
	...Ui,
	...Hi,
	...Vi
}, Xi = {
	en: Yi,
	vi: {
		...Ji,
		...qi,
		...Ki,
		...Gi
	}
}, Zi = "noron-lab-language";
function Qi() {
	let e = localStorage.getItem(Zi);
	return e === "en" || e === "vi" ? e : navigator.language.startsWith("vi") ? "vi" : "en";
}
var $i = new class {
	#e = /* @__PURE__ */ z(Bt(Qi()));
	get language() {
		return q(this.#e);
	}
	set language(e) {
		B(this.#e, e, !0);
	}
}(), ea = () => $i.language;
function ta(e) {
	$i.language = e, localStorage.setItem(Zi, e), document.documentElement.lang = e;
}
function Q(e, t = {}) {
	return Xi[$i.language][e].replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? ""));
}
function na(e, t) {
	let n = `${e}_${t}`;
	return n in Yi ? Q(n) : t;
}
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/playground/NumberField.svelte
var ra = /* @__PURE__ */ J("<div class=\"svelte-1xqdewy\"><label> </label> <input type=\"number\" class=\"svelte-1xqdewy\"/></div>"), ia = {
	hash: "svelte-1xqdewy",
	code: "div.svelte-1xqdewy {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}input.svelte-1xqdewy {width:100%;}"
};
function aa(e, t) {
	let n = Cr();
	Re(t, !0), qr(e, ia);
	let r = bi(t, "placeholder", 3, "");
	function i(e) {
		let n = e.value.trim();
		t.chosen(n === "" ? null : Number(n));
	}
	var a = ra(), o = V(a), s = H(o, !0), c = U(o, 2);
	li(c), P(a), W((e) => {
		Z(o, "for", n), X(s, e), Z(c, "id", n), Z(c, "min", t.min), Z(c, "max", t.max), Z(c, "step", t.step), Z(c, "placeholder", r()), ui(c, t.value ?? "");
	}, [() => Q(t.label)]), ur("change", c, (e) => i(e.currentTarget)), Y(e, a), ze();
}
dr(["change"]);
// src/shell/keys.svelte.ts
var oa = Bt({ current: {} }), sa = /* @__PURE__ */ J(" <details><summary> </summary> <span lang=\"en\"> </span></details>", 1), ca = /* @__PURE__ */ J("<div class=\"refused svelte-h589mw\" role=\"alert\"><!></div>"), la = {
	hash: "svelte-h589mw",
	code: ".refused.svelte-h589mw {padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);overflow-wrap:anywhere;}"
};
function ua(e, t) {
	Re(t, !0), qr(e, la);
	let n = /* @__PURE__ */ L(() => t.refused.key in Yi ? Q(t.refused.key) : t.refused.key), r = /* @__PURE__ */ L(() => `refused_${t.refused.code}`), i = /* @__PURE__ */ L(() => Q(q(r) in Yi ? q(r) : "refused_illegal", { setting: q(n) }));
	var a = ca(), o = V(a), s = (e) => {
		var n = xr();
		W(() => X(n, t.refused.text)), Y(e, n);
	}, c = /* @__PURE__ */ L(() => ea() === "en"), l = (e) => {
		var n = sa(), r = Zt(n), a = U(r), o = V(a), s = H(o, !0), c = H(U(o, 2), !0);
		P(a), W((e) => {
			X(r, `${q(i) ?? ""} `), X(s, e), X(c, t.refused.text);
		}, [() => Q("refused_detail")]), Y(e, n);
	};
	Pr(o, (e) => {
		q(c) ? e(s) : e(l, -1);
	}), P(a), Y(e, a), ze();
}
// src/glass/stages.ts
var da = 4, fa = (e) => {
	if (e === void 0) return "?";
	let t = Math.abs(e);
	return e === 0 || Number.isInteger(e) ? String(e) : t < .001 || t >= 1e4 ? e.toExponential(2) : e.toPrecision(4);
}, pa = (e, t, n, r) => e?.arrays[t]?.numbers[n]?.[r];
function ma(e, t) {
	let n = e.slice(0, da).map(([e, t]) => `${fa(e)} · ${ha(t)}`), r = e.length - da;
	return n.join(" + ") + (r > 0 ? ` + … (${t.replace("{n}", String(r))})` : "");
}
var ha = (e) => e !== void 0 && e < 0 ? `(${fa(e)})` : fa(e), ga = (e, t) => (t === 0 ? e?.numbers.length : e?.numbers[0]?.length) ?? 0, _a = (e) => Array.from({ length: e }, (e, t) => t);
function va(e, t, n, r) {
	let { array: i, row: a, column: o } = n, s = fa(pa(t, i, a, o)), c = (e, n, r) => pa(t, e, n, r), l = e.find((e) => e.kind === "forward" && e.layer === t.layer), u = `${i}[${a}, ${o}]`;
	if (t.kind === "forward" && t.name === "dense" && i === "y") {
		let e = _a(ga(t.arrays.W, 0)).map((e) => [c("x", a, e), c("W", e, o)]), n = t.arrays.b ? ` + ${ha(c("b", 0, o))}` : "";
		return `${u} = ${ma(e, r)}${n} = ${s}`;
	}
	if (t.kind === "forward" && i === "y") return `${u} = ${t.name}(${fa(c("x", a, o))}) = ${s}`;
	if (t.kind === "loss" && i === "ds" && t.name === "cross_entropy") {
		let e = t.arrays.ds?.shape[0] ?? 1, n = +(c("y", 0, a) === o);
		return `${u} = (${fa(c("p", a, o))} − ${n}) / ${e} = ${s}`;
	}
	if (t.kind === "backward" && t.name === "dense") return d();
	if (t.kind === "backward" && i === "dx") {
		let e = c("dy", a, o), n = e ? (c("dx", a, o) ?? 0) / e : void 0, r = pa(l, "x", a, o), i = `${t.name}′(${fa(r)})`;
		return `${u} = ${fa(e)} · ${i} = ${fa(e)} · ${ha(n)} = ${s}`;
	}
	return t.kind === "update" && i === "theta'" ? `${u} = ${fa(c("theta", a, o))} + ${ha(c("step", a, o))} = ${s}` : "";
	function d() {
		let e = ga(t.arrays.dy, 0);
		if (i === "dW") {
			let t = _a(e).map((e) => [pa(l, "x", e, a), c("dy", e, o)]);
			return `${u} = ${ma(t, r)} = ${s}`;
		}
		if (i === "db") {
			let t = _a(e).map((e) => ha(c("dy", e, o)));
			return `${u} = ${t.slice(0, da).join(" + ")}${e > da ? " + …" : ""} = ${s}`;
		}
		if (i === "dx") {
			let e = _a(ga(t.arrays.dy, 1)).map((e) => [c("dy", a, e), c("W", o, e)]);
			return `${u} = ${ma(e, r)} = ${s}`;
		}
		return "";
	}
}
function ya(e) {
	return {
		rows: ["x"],
		forward: ["y"],
		loss: ["ds"],
		backward: ["dW", "dx"],
		update: ["theta'"]
	}[e.kind].find((t) => t in e.arrays) ?? "x";
}
// src/glass/CheckPanel.svelte
var ba = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-11r2tlc\"> </th><td class=\"svelte-11r2tlc\"> </td><td class=\"svelte-11r2tlc\"> </td></tr>"), xa = /* @__PURE__ */ J("<p role=\"status\"><strong> </strong></p> <table class=\"svelte-11r2tlc\"><thead><tr><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th></tr></thead><tbody class=\"svelte-11r2tlc\"></tbody></table>", 1), Sa = /* @__PURE__ */ J("<section aria-labelledby=\"check-title\" class=\"svelte-11r2tlc\"><h2 id=\"check-title\"> </h2> <p class=\"svelte-11r2tlc\"> </p> <button> </button> <!> <!></section>"), Ca = {
	hash: "svelte-11r2tlc",
	code: "section.svelte-11r2tlc {margin-top:1rem;}p.svelte-11r2tlc {margin:0.4rem 0;font-size:0.85rem;}table.svelte-11r2tlc {width:100%;border-collapse:collapse;font-size:0.75rem;font-variant-numeric:tabular-nums;}th.svelte-11r2tlc,\n  td.svelte-11r2tlc {padding:0.15rem 0.2rem;text-align:right;}tbody.svelte-11r2tlc th:where(.svelte-11r2tlc) {text-align:left;font-weight:normal;overflow-wrap:anywhere;}.wrong.svelte-11r2tlc {color:var(--warn);font-weight:600;}"
};
function wa(e, t) {
	Re(t, !0), qr(e, Ca);
	let n = /* @__PURE__ */ z(null), r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ z(!1), a = /* @__PURE__ */ z(!1);
	un(() => {
		t.asked, B(n, B(r, null));
	});
	async function o() {
		B(a, !0), await t.lab.ask("check_gradients", t.asked).then((e) => {
			B(n, [...e.tensors].sort((e, t) => t.error - e.error)), ((e) => {
				var t = m(e, 2);
				B(i, t[0], !0), B(r, t[1]);
			})([e.passed, null]);
		}, (e) => B(r, e)), B(a, !1);
	}
	var s = Sa(), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2), p = H(f, !0), h = U(f, 2), g = (e) => {
		ua(e, { get refused() {
			return q(r);
		} });
	};
	Pr(h, (e) => {
		q(r) && e(g);
	});
	var _ = U(h, 2), v = (e) => {
		var t = xa(), r = Zt(t);
		let a;
		var o = H(V(r), !0);
		P(r);
		var s = U(r, 2), c = V(s), l = V(c), u = V(l), d = H(u, !0), f = U(u), p = H(f, !0), m = H(U(f), !0);
		P(l), P(c);
		var h = U(c);
		zr(h, 21, () => q(n), ({ name: e, worst: t, backward: n, differences: r, error: i }) => e, (e, t) => {
			let n = () => q(t).name, r = () => q(t).worst, i = () => q(t).backward, a = () => q(t).differences, o = () => q(t).error;
			var s = ba();
			let c;
			var l = V(s), u = H(l), d = U(l), f = H(d, !0), p = H(U(d), !0);
			P(s), W((e, t, r) => {
				c = Zr(s, 1, "svelte-11r2tlc", null, c, { wrong: o() > 1e-7 }), X(u, `${n() ?? ""}[${e ?? ""}]`), X(f, t), X(p, r);
			}, [
				() => r().join(", "),
				() => fa(i()),
				() => fa(a())
			]), Y(e, s);
		}), P(h), P(s), W((e, t, n, s) => {
			a = Zr(r, 1, "svelte-11r2tlc", null, a, { wrong: !q(i) }), X(o, e), X(d, t), X(p, n), X(m, s);
		}, [
			() => Q(q(i) ? "glass_check_right" : "glass_check_wrong"),
			() => Q("glass_worst"),
			() => Q("glass_backward_number"),
			() => Q("glass_differences")
		]), Y(e, t);
	};
	Pr(_, (e) => {
		q(n) && e(v);
	}), P(s), W((e, n, r) => {
		X(l, e), X(d, n), f.disabled = q(a) || t.lab.isRunning, X(p, r);
	}, [
		() => Q("glass_check"),
		() => Q("glass_check_text"),
		() => Q("glass_check_button")
	]), ur("click", f, o), Y(e, s), ze();
}
dr(["click"]);
// src/glass/ProductTable.svelte
var Ta = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td></tr>"), Ea = /* @__PURE__ */ J("<table class=\"svelte-1unqsb7\"><caption class=\"svelte-1unqsb7\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\">x · dy</th></tr></thead><tbody></tbody><tfoot><tr><th scope=\"row\" colspan=\"3\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td></tr></tfoot></table>"), Da = {
	hash: "svelte-1unqsb7",
	code: "table.svelte-1unqsb7 {margin-top:0.8rem;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-1unqsb7 {text-align:left;color:var(--muted);}th.svelte-1unqsb7,\n  td.svelte-1unqsb7 {padding:0.15rem 0.6rem;text-align:right;border-bottom:1px solid var(--line);}"
};
function Oa(e, t) {
	Re(t, !0), qr(e, Da);
	let n = /* @__PURE__ */ z([]);
	un(() => {
		let e = !0;
		return t.lab.ask("derivative", {
			...t.asked,
			layer: t.layer,
			i: t.i,
			j: t.j
		}).then(({ rows: t }) => {
			e && B(n, t);
		}, () => B(n, [])), () => {
			e = !1;
		};
	});
	let r = /* @__PURE__ */ L(() => q(n).reduce((e, { product: t }) => e + t, 0));
	var i = Ea(), a = V(i), o = H(a, !0), s = U(a), c = V(s), l = V(c), u = H(l, !0), d = U(l), f = H(d), p = H(U(d));
	xe(), P(c), P(s);
	var m = U(s);
	zr(m, 21, () => q(n), Fr, (e, n, r) => {
		let i = () => q(n).x, a = () => q(n).dz, o = () => q(n).product;
		var s = Ta(), c = V(s), l = H(c, !0), u = U(c), d = H(u, !0), f = U(u), p = H(f, !0), m = H(U(f), !0);
		P(s), W((e, n, i) => {
			X(l, t.asked.rows[r]), X(d, e), X(p, n), X(m, i);
		}, [
			() => fa(i()),
			() => fa(a()),
			() => fa(o())
		]), Y(e, s);
	}), P(m);
	var h = U(m), g = V(h), _ = V(g), v = H(_), y = H(U(_), !0);
	P(g), P(h), P(i), W((e, n, r) => {
		X(o, e), X(u, n), X(f, `x[r, ${t.i ?? ""}]`), X(p, `dy[r, ${t.j ?? ""}]`), X(v, `dW[${t.i ?? ""}, ${t.j ?? ""}]`), X(y, r);
	}, [
		() => Q("glass_product", {
			i: t.i,
			j: t.j,
			n: q(n).length
		}),
		() => Q("glass_row"),
		() => fa(q(r))
	]), Y(e, i), ze();
}
// src/glass/SourceView.svelte
var ka = /* @__PURE__ */ J("<span><span class=\"number svelte-boltfu\"> </span> </span>"), Aa = /* @__PURE__ */ J("<h3 class=\"svelte-boltfu\"> <span class=\"svelte-boltfu\"> </span></h3> <pre class=\"svelte-boltfu\"><code></code></pre>", 1), ja = /* @__PURE__ */ J("<p class=\"svelte-boltfu\"> </p>"), Ma = /* @__PURE__ */ J("<section aria-labelledby=\"source-title\"><h2 id=\"source-title\"> </h2> <!></section>"), Na = {
	hash: "svelte-boltfu",
	code: "h3.svelte-boltfu {margin:0.6rem 0 0.2rem;font-size:0.9rem;}h3.svelte-boltfu span:where(.svelte-boltfu) {font-weight:normal;color:var(--muted);}pre.svelte-boltfu {margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:0.78rem;background:var(--surface);border-radius:6px;}.line.svelte-boltfu {display:block;padding:0 0.5rem 0 2.7rem;text-indent:-2.2rem;color:var(--muted);}.ran.svelte-boltfu {color:var(--ink);background:color-mix(in srgb, var(--accent) 18%, transparent);box-shadow:inset 3px 0 0 var(--accent);}.number.svelte-boltfu {display:inline-block;width:2.2rem;text-indent:0;user-select:none;}p.svelte-boltfu {color:var(--muted);}"
};
function Pa(e, t) {
	Re(t, !0), qr(e, Na);
	function n(e) {
		let t = e.filter((e) => e.trim()).map((e) => e.search(/\S/)), n = Math.min(...t);
		return e.map((e) => e.slice(n));
	}
	var r = Ma(), i = V(r), a = H(i, !0);
	zr(U(i, 2), 17, () => t.sources, (e) => e.file + e.start, (e, t) => {
		var r = Aa(), i = Zt(r), a = V(i), o = H(U(a));
		P(i);
		var s = U(i, 2), c = V(s);
		zr(c, 21, () => n(q(t).lines), Fr, (e, n, r) => {
			var i = ka();
			let a;
			var o = V(i), s = H(o, !0), c = U(o);
			P(i), W((e) => {
				a = Zr(i, 1, "line svelte-boltfu", null, a, { ran: e }), X(s, q(t).start + r), X(c, `${q(n) ?? ""}
`);
			}, [() => q(t).ran.includes(q(t).start + r)]), Y(e, i);
		}), P(c), P(s), W(() => {
			X(a, `${q(t).function ?? ""} `), X(o, `${q(t).file ?? ""}:${q(t).start ?? ""}`);
		}), Y(e, r);
	}, (e) => {
		var t = ja(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("glass_no_source")]), Y(e, t);
	}), P(r), W((e) => X(a, e), [() => Q("glass_source")]), Y(e, r), ze();
}
// src/draw/palette.ts
var Fa = [
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
], Ia = [
	230,
	159,
	0
], La = [
	0,
	114,
	178
], Ra = [
	255,
	255,
	255
], za = ([e, t, n]) => `rgb(${e} ${t} ${n})`;
function Ba(e, t, n) {
	let r = (r) => Math.round(e[r] + (t[r] - e[r]) * n);
	return [
		r(0),
		r(1),
		r(2)
	];
}
function Va(e) {
	return e < 0 ? Ba(Ra, Ia, -e) : Ba(Ra, La, e);
}
var Ha = (e) => Fa[e % Fa.length] ?? Fa[0], Ua = /* @__PURE__ */ J("<span> </span>"), Wa = /* @__PURE__ */ J("<td class=\"svelte-6nqprp\"><button> </button></td>"), Ga = /* @__PURE__ */ J("<tr></tr>"), Ka = /* @__PURE__ */ J("<figure><figcaption class=\"svelte-6nqprp\"><strong class=\"svelte-6nqprp\"> </strong> <span> </span> <!></figcaption> <div class=\"scroll svelte-6nqprp\"><table class=\"svelte-6nqprp\"><tbody></tbody></table></div></figure>"), qa = {
	hash: "svelte-6nqprp",
	code: "figure.svelte-6nqprp {margin:0;padding:0.4rem;border-radius:8px;max-width:100%;}.result.svelte-6nqprp {box-shadow:inset 0 0 0 2px var(--accent);}figcaption.svelte-6nqprp {display:flex;gap:0.6rem;font-size:0.85rem;color:var(--muted);}strong.svelte-6nqprp {color:var(--ink);}.scroll.svelte-6nqprp {overflow:auto;max-height:16rem;}table.svelte-6nqprp {border-collapse:collapse;}td.svelte-6nqprp {padding:1px;}button.svelte-6nqprp {min-width:4.2rem;min-height:1.7rem;padding:0.1rem 0.3rem;border:0;border-radius:3px;color:#1c1f24;font-size:0.8rem;font-variant-numeric:tabular-nums;}button.dark.svelte-6nqprp {color:#fff;}button[aria-pressed=\"true\"].svelte-6nqprp {outline:3px solid var(--ink);outline-offset:-2px;}"
};
function Ja(e, t) {
	Re(t, !0), qr(e, qa);
	let n = /* @__PURE__ */ L(() => t.array.most || 1), r = (e, n) => t.chosen?.array === t.name && t.chosen.row === e && t.chosen.column === n, i = (e) => Math.max(-1, Math.min(1, e / q(n)));
	var a = Ka();
	let o;
	var s = V(a), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2), p = (e) => {
		var t = Ua(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("glass_corner")]), Y(e, t);
	};
	Pr(f, (e) => {
		t.array.is_whole || e(p);
	}), P(s);
	var m = U(s, 2), h = V(m), g = V(h);
	zr(g, 21, () => t.array.numbers, Fr, (e, n, a) => {
		var o = Ga();
		zr(o, 21, () => q(n), Fr, (e, n, o) => {
			var s = Wa(), c = V(s);
			let l;
			var u = H(c, !0);
			Jr(c, () => (e) => {
				e.style.background = za(Va(i(q(n))));
			}), P(s), W((e, n, r, i) => {
				Z(c, "aria-pressed", e), Z(c, "aria-label", `${t.name ?? ""}[${a}, ${o}] = ${n ?? ""}`), l = Zr(c, 1, "svelte-6nqprp", null, l, { dark: r }), X(u, i);
			}, [
				() => r(a, o),
				() => fa(q(n)),
				() => i(q(n)) > .92,
				() => fa(q(n))
			]), ur("click", c, () => t.choose({
				array: t.name,
				row: a,
				column: o
			})), Y(e, s);
		}), P(o), Y(e, o);
	}), P(g), P(h), P(m), P(a), W((e) => {
		o = Zr(a, 1, "svelte-6nqprp", null, o, { result: t.isResult }), X(l, t.name), X(d, e);
	}, [() => t.array.shape.join(" × ")]), Y(e, a), ze();
}
dr(["click"]);
// src/glass/formulas.ts
var $ = (e) => `<mi>${e}</mi>`, Ya = (e) => `<mo>${e}</mo>`, Xa = (e) => `<mn>${e}</mn>`, Za = (...e) => `<mrow>${e.join("")}</mrow>`, Qa = (e, t) => `<msup>${e}${t}</msup>`, $a = (e, t) => `<msub>${e}${t}</msub>`, eo = (e, t) => `<mfrac>${e}${t}</mfrac>`, to = (e) => `<munder>${Ya("∑")}${e}</munder>`, no = (e, t) => eo(Za(Ya("∂"), $(e)), Za(Ya("∂"), t)), ro = (...e) => e.map((e) => `<math display="block">${e}</math>`).join(""), io = (e) => Qa($(e), $("T")), ao = (e, ...t) => Za(e, Ya("="), ...t), oo = ro(ao($("y"), $("x"), $("W"), Ya("+"), $("b"))), so = ro(ao($("dW"), io("x"), $("dy")), ao($("db"), to($("r")), $a($("dy"), $("r"))), ao($("dx"), $("dy"), io("W"))), co = ro(ao($("y"), $("f"), Ya("("), $("x"), Ya(")"))), lo = ro(ao($("dx"), $("dy"), Ya("⊙"), Qa($("f"), Ya("′")), Ya("("), $("x"), Ya(")"))), uo = ro(ao($("p"), $("softmax"), Ya("("), $("s"), Ya(")")), ao($("L"), Ya("−"), eo(Xa("1"), $("n")), to($("r")), $("ln"), $a($("p"), Za($("r"), Ya(","), $a($("y"), $("r"))))), ao(no("L", $("s")), eo(Za($("p"), Ya("−"), $("onehot"), Ya("("), $("y"), Ya(")")), $("n")))), fo = ro(ao($("L"), eo(Xa("1"), $("n")), to($("r")), Qa(Za(Ya("("), $("s"), Ya("−"), $("y"), Ya(")")), Xa("2"))), ao(no("L", $("s")), eo(Xa("2"), $("n")), Ya("("), $("s"), Ya("−"), $("y"), Ya(")"))), po = ro(ao($("L"), eo(Xa("1"), $("n")), to($("r")), $("ℓ"), Ya("("), $a($("s"), $("r")), Ya(","), $a($("y"), $("r")), Ya(")"))), mo = ro(ao(Qa($("θ"), Ya("′")), $("θ"), Ya("+"), $("step"), Ya("("), $("g"), Ya(")"))), ho = ro(ao(Qa($("θ"), Ya("′")), $("θ"), Ya("−"), $("η"), $("g"))), go = {
	cross_entropy: uo,
	mse: fo
};
function _o(e, t) {
	return e === "forward" ? t === "dense" ? oo : co : e === "backward" ? t === "dense" ? so : lo : e === "loss" ? go[t] ?? po : e === "update" ? t === "sgd" ? ho : mo : "";
}
// src/glass/StageView.svelte
var vo = /* @__PURE__ */ J("<p class=\"numbers svelte-qn1k3n\"> </p>"), yo = /* @__PURE__ */ J("<section aria-labelledby=\"stage-title\"><h2 id=\"stage-title\"> </h2> <p class=\"svelte-qn1k3n\"> </p> <div class=\"formula svelte-qn1k3n\"></div> <p class=\"numbers svelte-qn1k3n\" role=\"status\"> </p> <!> <div class=\"arrays svelte-qn1k3n\"></div></section>"), bo = {
	hash: "svelte-qn1k3n",
	code: "p.svelte-qn1k3n {margin:0.4rem 0;}.formula.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.4rem 2rem;margin:0.6rem 0;font-size:1.15rem;overflow-x:auto;}.numbers.svelte-qn1k3n {padding:0.3rem 0.6rem;font-variant-numeric:tabular-nums;background:var(--surface);border-radius:6px;overflow-wrap:anywhere;}.numbers.svelte-qn1k3n:empty {display:none;}.arrays.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.6rem;margin-top:0.6rem;}"
};
function xo(e, t) {
	Re(t, !0), qr(e, bo);
	let n = /* @__PURE__ */ L(() => ya(t.stage)), r = /* @__PURE__ */ L(() => t.chosen ?? {
		array: q(n),
		row: 0,
		column: 0
	}), i = /* @__PURE__ */ L(() => _o(t.stage.kind, t.stage.name)), a = /* @__PURE__ */ L(() => va(t.stages, t.stage, q(r), Q("glass_more"))), o = /* @__PURE__ */ L(() => Object.entries(t.stage.facts).map(([e, t]) => `${e} = ${fa(t ?? NaN)}`));
	var s = yo(), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2);
	Gr(f, () => q(i), !0), P(f);
	var p = U(f, 2), h = H(p, !0), g = U(p, 2);
	zr(g, 16, () => q(o), (e) => e, (e, t) => {
		var n = vo(), r = H(n, !0);
		W(() => X(r, t)), Y(e, n);
	});
	var _ = U(g, 2);
	zr(_, 21, () => Object.entries(t.stage.arrays), ([e, t]) => e, (e, i) => {
		var a = /* @__PURE__ */ L(() => m(q(i), 2));
		let o = () => q(a)[0], s = () => q(a)[1];
		{
			let i = /* @__PURE__ */ L(() => o() === q(n));
			Ja(e, {
				get name() {
					return o();
				},
				get array() {
					return s();
				},
				get chosen() {
					return q(r);
				},
				get choose() {
					return t.choose;
				},
				get isResult() {
					return q(i);
				}
			});
		}
	}), P(_), P(s), W((e) => {
		X(l, t.title), X(d, e), X(h, q(a));
	}, [() => na("glass_text", t.stage.name === "dense" ? `${t.stage.kind}_dense` : t.stage.kind)]), Y(e, s), ze();
}
// src/glass/Glass.svelte
var So = /* @__PURE__ */ J("<li class=\"svelte-or5ya2\"><button class=\"svelte-or5ya2\"> </button></li>"), Co = /* @__PURE__ */ J("<option> </option>"), wo = /* @__PURE__ */ J("<button> </button>"), To = /* @__PURE__ */ J("<p role=\"status\"> </p>"), Eo = /* @__PURE__ */ J("<!> <!>", 1), Do = /* @__PURE__ */ J("<div class=\"page svelte-or5ya2\"><aside><h2> </h2> <div class=\"fields svelte-or5ya2\"><!> <!></div> <h2> </h2> <ol class=\"svelte-or5ya2\"></ol> <label class=\"fault svelte-or5ya2\" for=\"fault\"> </label> <select id=\"fault\" class=\"svelte-or5ya2\"><option> </option><!></select> <!> <!></aside> <div class=\"story\"><div class=\"buttons svelte-or5ya2\"><button> </button> <button class=\"primary\"> </button> <button> </button> <button> </button> <span class=\"svelte-or5ya2\"> </span></div> <!> <!> <!></div> <div class=\"source\"><!></div></div>"), Oo = {
	hash: "svelte-or5ya2",
	code: ".page.svelte-or5ya2 {display:grid;grid-template-columns:minmax(12rem, 16rem) minmax(0, 1.3fr) minmax(0, 1fr);gap:1.2rem;}.fields.svelte-or5ya2 {display:grid;grid-template-columns:1fr 1fr;gap:0.5rem;margin:0.5rem 0 1rem;}ol.svelte-or5ya2 {margin:0.5rem 0 1rem;padding:0;list-style:none;}li.svelte-or5ya2 button:where(.svelte-or5ya2) {width:100%;margin-bottom:0.2rem;text-align:left;font-size:0.85rem;}li.svelte-or5ya2 button[aria-current]:where(.svelte-or5ya2) {border-color:var(--accent);box-shadow:inset 3px 0 0 var(--accent);}.buttons.svelte-or5ya2 {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;margin-bottom:0.8rem;}.buttons.svelte-or5ya2 span:where(.svelte-or5ya2) {color:var(--muted);}.fault.svelte-or5ya2 {display:block;font-size:0.85rem;color:var(--muted);}select.svelte-or5ya2 {width:100%;margin-bottom:0.4rem;}\n  @media (max-width: 70rem) {.page.svelte-or5ya2 {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function ko(e, t) {
	Re(t, !0), qr(e, Oo);
	let n = /* @__PURE__ */ z(0), r = /* @__PURE__ */ z(4), i = /* @__PURE__ */ z(""), a = /* @__PURE__ */ z([]), o = /* @__PURE__ */ z(null), s = /* @__PURE__ */ z(0), c = /* @__PURE__ */ z(null), l = /* @__PURE__ */ z(!1), u = /* @__PURE__ */ L(() => t.lab.dataFacts?.rows.train ?? 1), d = /* @__PURE__ */ L(() => Array.from({ length: Math.min(q(r), q(u) - q(n)) }, (e, t) => q(n) + t)), f = /* @__PURE__ */ L(() => q(a)[Math.min(q(s), q(a).length - 1)]), p = /* @__PURE__ */ L(() => t.lab.isRunning ? null : t.lab.facts?.step ?? t.lab.state?.step ?? 0), h = /* @__PURE__ */ L(() => ({
		rows: q(d),
		fault: q(i) || null
	}));
	un(() => {
		if (q(p), t.lab.state?.marks, q(p) === null) return;
		let e = !0;
		return t.lab.ask("look", q(h)).then((t) => {
			e && ((e) => {
				var t = m(e, 2);
				B(a, t[0]), B(o, t[1]);
			})([t.stages, null]);
		}, (t) => {
			e && B(o, t);
		}), () => {
			e = !1;
		};
	});
	function g(e) {
		B(s, Math.max(0, Math.min(q(a).length - 1, q(s) + e)), !0), B(c, null);
	}
	un(() => (oa.current = {
		".": () => g(1),
		",": () => g(-1)
	}, () => {
		oa.current = {};
	})), un(() => {
		if (!q(l)) return;
		let e = setInterval(() => {
			q(s) >= q(a).length - 1 ? B(l, !1) : g(1);
		}, 1500);
		return () => clearInterval(e);
	});
	function _({ kind: e, layer: t, name: n }) {
		return e === "rows" ? Q("glass_rows_title") : Q(`glass_${e}`, {
			name: n,
			n: (t ?? 0) + 1
		});
	}
	var v = Do(), y = V(v), b = V(y), x = H(b, !0), S = U(b, 2), C = V(S);
	{
		let e = /* @__PURE__ */ L(() => q(u) - 1);
		aa(C, {
			label: "glass_first_row",
			get value() {
				return q(n);
			},
			min: 0,
			get max() {
				return q(e);
			},
			step: 1,
			chosen: (e) => B(n, Math.max(0, Math.min(q(u) - 1, Math.round(e ?? 0))), !0)
		});
	}
	aa(U(C, 2), {
		label: "glass_rows",
		get value() {
			return q(r);
		},
		min: 1,
		max: 16,
		step: 1,
		chosen: (e) => B(r, Math.max(1, Math.min(16, Math.round(e ?? 4))), !0)
	}), P(S);
	var w = U(S, 2), T = H(w, !0), E = U(w, 2);
	zr(E, 21, () => q(a), Fr, (e, t, n) => {
		var r = So(), i = V(r), a = H(i, !0);
		P(r), W((e) => {
			Z(i, "aria-current", q(t) === q(f) ? "step" : void 0), X(a, e);
		}, [() => _(q(t))]), ur("click", i, () => g(n - q(s))), Y(e, r);
	}), P(E);
	var D = U(E, 2), ee = H(D, !0), O = U(D, 2), te = V(O), k = H(te, !0);
	te.value = te.__value = "", zr(U(te), 16, () => t.lab.welcome?.catalogue.fault ?? [], (e) => e, (e, t) => {
		var n = Co(), r = H(n, !0), i = {};
		W((e) => {
			X(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => na("fault", t)]), Y(e, n);
	}), P(O), ti(O);
	var ne = U(O, 2), re = (e) => {
		var t = wo(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("glass_mend")]), ur("click", t, () => B(i, "")), Y(e, t);
	};
	Pr(ne, (e) => {
		q(i) && e(re);
	}), wa(U(ne, 2), {
		get lab() {
			return t.lab;
		},
		get asked() {
			return q(h);
		}
	}), P(y);
	var ie = U(y, 2), ae = V(ie), oe = V(ae), se = H(oe, !0), ce = U(oe, 2), A = H(ce, !0), le = U(ce, 2), ue = H(le, !0), j = U(le, 2), de = H(j, !0), fe = H(U(j, 2), !0);
	P(ae);
	var pe = U(ae, 2), me = (e) => {
		ua(e, { get refused() {
			return q(o);
		} });
	};
	Pr(pe, (e) => {
		q(o) && e(me);
	});
	var he = U(pe, 2), ge = (e) => {
		var t = To(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("glass_running")]), Y(e, t);
	};
	Pr(he, (e) => {
		t.lab.isRunning && e(ge);
	});
	var _e = U(he, 2), M = (e) => {
		var n = Eo(), r = Zt(n);
		{
			let e = /* @__PURE__ */ L(() => _(q(f)));
			xo(r, {
				get stages() {
					return q(a);
				},
				get stage() {
					return q(f);
				},
				get title() {
					return q(e);
				},
				get chosen() {
					return q(c);
				},
				choose: (e) => B(c, e)
			});
		}
		var i = U(r, 2), o = (e) => {
			{
				let n = /* @__PURE__ */ L(() => q(f).layer ?? 0);
				Oa(e, {
					get lab() {
						return t.lab;
					},
					get asked() {
						return q(h);
					},
					get layer() {
						return q(n);
					},
					get i() {
						return q(c).row;
					},
					get j() {
						return q(c).column;
					}
				});
			}
		};
		Pr(i, (e) => {
			q(f).kind === "backward" && q(f).name === "dense" && q(c)?.array === "dW" && e(o);
		}), Y(e, n);
	};
	Pr(_e, (e) => {
		q(f) && e(M);
	}), P(ie);
	var ve = U(ie, 2), N = V(ve), ye = (e) => {
		Pa(e, { get sources() {
			return q(f).sources;
		} });
	};
	Pr(N, (e) => {
		q(f) && e(ye);
	}), P(ve), P(v), W((e, t, n, r, i, o, c, u, d) => {
		X(x, e), X(T, t), X(ee, n), X(k, r), oe.disabled = q(s) <= 0, X(se, i), ce.disabled = q(s) >= q(a).length - 1, X(A, o), Z(le, "aria-pressed", q(l)), X(ue, c), X(de, u), X(fe, d);
	}, [
		() => Q("glass_batch"),
		() => Q("glass_stages"),
		() => Q("glass_break"),
		() => Q("glass_no_fault"),
		() => Q("glass_back"),
		() => Q("glass_next"),
		() => Q(q(l) ? "pause" : "glass_play"),
		() => Q("glass_take"),
		() => Q("glass_at", { step: q(p) ?? "…" })
	]), ni(O, () => q(i), (e) => B(i, e)), ur("click", oe, () => g(-1)), ur("click", ce, () => g(1)), ur("click", le, () => B(l, !q(l))), ur("click", j, () => t.lab.send("step", { n: 1 })), Y(e, v), ze();
}
dr(["click"]);
// src/playground/Choice.svelte
var Ao = /* @__PURE__ */ J("<option> </option>"), jo = /* @__PURE__ */ J("<div class=\"svelte-4iyz10\"><label> </label> <select class=\"svelte-4iyz10\"><!><!></select></div>"), Mo = {
	hash: "svelte-4iyz10",
	code: "div.svelte-4iyz10 {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}select.svelte-4iyz10 {width:100%;}"
};
function No(e, t) {
	let n = Cr();
	Re(t, !0), qr(e, Mo);
	let r = /* @__PURE__ */ L(() => typeof t.value == "object" && t.value !== null && "name" in t.value ? String(t.value.name) : String(t.value ?? ""));
	var i = jo(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s), l = (e) => {
		var n = Ao(), r = H(n, !0);
		n.value = n.__value = "", W((e) => X(r, e), [() => Q(t.none)]), Y(e, n);
	};
	Pr(c, (e) => {
		t.none && e(l);
	}), zr(U(c), 16, () => t.options, (e) => e, (e, n) => {
		var r = Ao(), i = H(r, !0), a = {};
		W((e, t) => {
			X(i, e), a !== (a = t) && (r.value = (r.__value = a) ?? "");
		}, [() => t.prefix ? na(t.prefix, String(n)) : n, () => String(n)]), Y(e, r);
	}), P(s);
	var u;
	ti(s), P(i), W((e) => {
		Z(i, "title", t.hint), Z(a, "for", n), X(o, e), Z(s, "id", n), u !== (u = q(r)) && (s.value = (s.__value = u) ?? "", ei(s, u));
	}, [() => Q(t.label)]), ur("change", s, (e) => t.chosen(e.currentTarget.value)), Y(e, i), ze();
}
dr(["change"]);
// src/playground/layers.ts
var Po = [
	"batch_norm",
	"dropout",
	"standardize"
], Fo = "identity";
function Io(e) {
	let t = [];
	for (let n of e) {
		let e = t.at(-1);
		n.name === "dense" ? t.push({
			units: n.units ?? 1,
			activation: Fo,
			batchNorm: !1,
			dropout: 0
		}) : e && n.name === "batch_norm" ? e.batchNorm = !0 : e && n.name === "dropout" ? e.dropout = Number(n.rate ?? 0) : e && !Po.includes(n.name) && (e.activation = n.name);
	}
	return t.slice(0, -1);
}
function Lo(e, t, n) {
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
			...t === Fo ? [] : [t],
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
var Ro = /* @__PURE__ */ J("<section class=\"controls\"><div class=\"clock svelte-1bzsayr\"><button class=\"primary\"> </button> <button> </button> <button> </button> <button> </button> <output class=\"svelte-1bzsayr\"> </output></div> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!></div> <details><summary class=\"svelte-1bzsayr\"> </summary> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!> <!> <label class=\"check svelte-1bzsayr\"><input type=\"checkbox\" class=\"svelte-1bzsayr\"/> </label></div></details></section>"), zo = {
	hash: "svelte-1bzsayr",
	code: ".clock.svelte-1bzsayr {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;}output.svelte-1bzsayr {margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted);}.fields.svelte-1bzsayr {display:grid;grid-template-columns:repeat(auto-fill, minmax(9rem, 1fr));align-items:end;gap:0.5rem;margin-top:0.6rem;}summary.svelte-1bzsayr {margin-top:0.6rem;color:var(--muted);cursor:pointer;}.check.svelte-1bzsayr {display:flex;align-items:center;gap:0.4rem;font-size:0.85rem;color:var(--muted);}.check.svelte-1bzsayr input:where(.svelte-1bzsayr) {min-height:0;}"
};
function Bo(e, t) {
	Re(t, !0), qr(e, zo);
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
	], s = ["warm_up", "constant"], c = ["clip_norm"], l = /* @__PURE__ */ L(() => t.lab.state?.recipe ?? {}), u = /* @__PURE__ */ L(() => t.lab.welcome?.catalogue), d = (e) => (q(u)?.[e] ?? []).map(({ name: e }) => e), f = /* @__PURE__ */ L(() => Io(t.lab.state?.layers ?? [])), p = (e) => new Set(e).size === 1 ? e[0] : "", m = (e, t) => {
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
		q(l).layers ? t.lab.change(Lo(q(f), t.lab.outputs, n)) : t.lab.change({ initializer: n });
	}
	function b(e) {
		let t = q(l).epochs ?? 100;
		g(e ? {
			schedule: e,
			epochs: t
		} : { schedule: null });
	}
	var x = Ro(), S = V(x), C = V(S), w = H(C, !0), T = U(C, 2), E = H(T, !0), D = U(T, 2), ee = H(D, !0), O = U(D, 2), te = H(O, !0), k = H(U(O, 2), !0);
	P(S);
	var ne = U(S, 2), re = V(ne);
	{
		let e = /* @__PURE__ */ L(() => m(n, q(l).learning_rate));
		No(re, {
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
		No(ie, {
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
		No(ae, {
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
		No(oe, {
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
		No(se, {
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
	No(U(se, 2), {
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
		No(j, {
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
		No(de, {
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
		No(fe, {
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
		No(pe, {
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
		aa(me, {
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
		aa(he, {
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
	var ge = U(he, 2);
	{
		let e = /* @__PURE__ */ L(() => q(l).seed ?? 0);
		aa(ge, {
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
	var _e = U(ge, 2), M = V(_e);
	li(M);
	var ve = U(M);
	P(_e), P(ue), P(ce), P(x), W((e, n, r, i, a, o, s, c, l, u) => {
		Z(x, "aria-label", e), Z(C, "aria-pressed", t.lab.isRunning), C.disabled = !t.lab.state, X(w, n), T.disabled = !t.lab.state, X(E, r), D.disabled = !t.lab.state, X(ee, i), O.disabled = !t.lab.state, Z(O, "title", a), X(te, o), X(k, s), X(le, c), di(M, l), X(ve, ` ${u ?? ""}`);
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
	]), ur("click", C, () => t.lab.toggle()), ur("click", T, () => t.lab.send("step", { n: 1 })), ur("click", D, () => t.lab.send("step", {
		n: 1,
		unit: "epoch"
	})), ur("click", O, () => t.lab.send("rewind", { to: 0 })), ur("change", M, (e) => _("batch_norm", e.currentTarget.checked)), Y(e, x), ze();
}
dr(["click", "change"]);
// node_modules/uplot/dist/uPlot.esm.js
var Vo = !0, Ho = "uplot", Uo = "u-hz", Wo = "u-vt", Go = "u-title", Ko = "u-wrap", qo = "u-under", Jo = "u-over", Yo = "u-axis", Xo = "u-off", Zo = "u-select", Qo = "u-cursor-x", $o = "u-cursor-y", es = "u-cursor-pt", ts = "u-legend", ns = "u-live", rs = "u-inline", is = "u-series", as = "u-marker", os = "u-label", ss = "u-value", cs = "width", ls = "height", us = "top", ds = "bottom", fs = "left", ps = "right", ms = "#000", hs = "#0000", gs = "mousemove", _s = "mousedown", vs = "mouseup", ys = "mouseenter", bs = "mouseleave", xs = "dblclick", Ss = "resize", Cs = "scroll", ws = "change", Ts = "dppxchange", Es = "--", Ds = typeof window < "u", Os = Ds ? document : null, ks = Ds ? window : null, As = Ds ? navigator : null, js, Ms;
function Ns() {
	let e = devicePixelRatio;
	js != e && (js = e, Ms && Js(ws, Ms, Ns), Ms = matchMedia(`(min-resolution: ${js - .001}dppx) and (max-resolution: ${js + .001}dppx)`), qs(ws, Ms, Ns), ks.dispatchEvent(new CustomEvent(Ts)));
}
function Ps(e, t) {
	if (t != null) {
		let n = e.classList;
		!n.contains(t) && n.add(t);
	}
}
function Fs(e, t) {
	let n = e.classList;
	n.contains(t) && n.remove(t);
}
function Is(e, t, n) {
	e.style[t] = n + "px";
}
function Ls(e, t, n, r) {
	let i = Os.createElement(e);
	return t != null && Ps(i, t), n?.insertBefore(i, r), i;
}
function Rs(e, t) {
	return Ls("div", e, t);
}
var zs = /* @__PURE__ */ new WeakMap();
function Bs(e, t, n, r, i) {
	let a = "translate(" + t + "px," + n + "px)";
	a != zs.get(e) && (e.style.transform = a, zs.set(e, a), t < 0 || n < 0 || t > r || n > i ? Ps(e, Xo) : Fs(e, Xo));
}
var Vs = /* @__PURE__ */ new WeakMap();
function Hs(e, t, n) {
	let r = t + n;
	r != Vs.get(e) && (Vs.set(e, r), e.style.background = t, e.style.borderColor = n);
}
var Us = /* @__PURE__ */ new WeakMap();
function Ws(e, t, n, r) {
	let i = t + "" + n;
	i != Us.get(e) && (Us.set(e, i), e.style.height = n + "px", e.style.width = t + "px", e.style.marginLeft = r ? -t / 2 + "px" : 0, e.style.marginTop = r ? -n / 2 + "px" : 0);
}
var Gs = { passive: !0 }, Ks = {
	...Gs,
	capture: !0
};
function qs(e, t, n, r) {
	t.addEventListener(e, n, r ? Ks : Gs);
}
function Js(e, t, n, r) {
	t.removeEventListener(e, n, Gs);
}
Ds && Ns();
function Ys(e, t, n, r) {
	let i;
	n ||= 0, r ||= t.length - 1;
	let a = r <= 2147483647;
	for (; r - n > 1;) i = a ? n + r >> 1 : _c((n + r) / 2), t[i] < e ? n = i : r = i;
	return e - t[n] <= t[r] - e ? n : r;
}
function Xs(e) {
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
var Zs = (e) => e != null, Qs = (e) => e != null && e > 0, $s = Xs(Zs), ec = Xs(Qs);
function tc(e, t, n, r = 0, i = !1) {
	let a = i ? ec : $s, o = i ? Qs : Zs;
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
	return [s ?? Oc, c ?? -Oc];
}
function nc(e, t, n, r) {
	let i = Cc(e), a = Cc(t);
	e == t && (i == -1 ? (e *= n, t /= n) : (e /= n, t *= n));
	let o = n == 10 ? wc : Tc, s = i == 1 ? _c : yc, c = a == 1 ? yc : _c, l = s(o(gc(e))), u = c(o(gc(t))), d = Sc(n, l), f = Sc(n, u);
	return n == 10 && (l < 0 && (d = Wc(d, -l)), u < 0 && (f = Wc(f, -u))), r || n == 2 ? (e = d * i, t = f * a) : (e = Uc(e, d), t = Hc(t, f)), [e, t];
}
function rc(e, t, n, r) {
	let i = nc(e, t, n, r);
	return e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i;
}
var ic = .1, ac = {
	mode: 3,
	pad: ic
}, oc = {
	pad: 0,
	soft: null,
	mode: 0
}, sc = {
	min: oc,
	max: oc
};
function cc(e, t, n, r) {
	return tl(n) ? dc(e, t, n) : (oc.pad = n, oc.soft = r ? 0 : null, oc.mode = r ? 3 : 0, dc(e, t, sc));
}
function lc(e, t) {
	return e ?? t;
}
function uc(e, t, n) {
	for (t = lc(t, 0), n = lc(n, e.length - 1); t <= n;) {
		if (e[t] != null) return !0;
		t++;
	}
	return !1;
}
function dc(e, t, n) {
	let r = n.min, i = n.max, a = lc(r.pad, 0), o = lc(i.pad, 0), s = lc(r.hard, -Oc), c = lc(i.hard, Oc), l = lc(r.soft, Oc), u = lc(i.soft, -Oc), d = lc(r.mode, 0), f = lc(i.mode, 0), p = t - e, m = wc(p), h = xc(gc(e), gc(t)), g = gc(wc(h) - m);
	(p < 1e-24 || g > 10) && (p = 0, (e == 0 || t == 0) && (p = 1e-24, d == 2 && l != Oc && (a = 0), f == 2 && u != -Oc && (o = 0)));
	let _ = p || h || 1e3, v = Sc(10, _c(wc(_))), y = Wc(Uc(e - _ * (p == 0 ? e == 0 ? .1 : 1 : a), v / 10), 24), b = e >= l && (d == 1 || d == 3 && y <= l || d == 2 && y >= l) ? l : Oc, x = xc(s, y < b && e >= b ? b : bc(b, y)), S = Wc(Hc(t + _ * (p == 0 ? t == 0 ? .1 : 1 : o), v / 10), 24), C = t <= u && (f == 1 || f == 3 && S >= u || f == 2 && S <= u) ? u : -Oc, w = bc(c, S > C && t <= C ? C : xc(C, S));
	return x == w && x == 0 && (w = 100), [x, w];
}
var fc = new Intl.NumberFormat(Ds ? As.language : "en-US"), pc = (e) => fc.format(e), mc = Math, hc = mc.PI, gc = mc.abs, _c = mc.floor, vc = mc.round, yc = mc.ceil, bc = mc.min, xc = mc.max, Sc = mc.pow, Cc = mc.sign, wc = mc.log10, Tc = mc.log2, Ec = (e, t = 1) => mc.sinh(e) * t, Dc = (e, t = 1) => mc.asinh(e / t), Oc = Infinity;
function kc(e) {
	return (wc((e ^ e >> 31) - (e >> 31)) | 0) + 1;
}
function Ac(e, t, n) {
	return bc(xc(e, t), n);
}
function jc(e) {
	return typeof e == "function";
}
function Mc(e) {
	return jc(e) ? e : () => e;
}
var Nc = () => {}, Pc = (e) => e, Fc = (e, t) => t, Ic = (e) => null, Lc = (e) => !0, Rc = (e, t) => e == t, zc = /\.\d*?(?=9{6,}|0{6,})/gm, Bc = (e) => {
	if (Qc(e) || Gc.has(e)) return e;
	let t = `${e}`, n = t.match(zc);
	if (n == null) return e;
	let r = n[0].length - 1;
	if (t.indexOf("e-") != -1) {
		let [e, n] = t.split("e");
		return +`${Bc(e)}e${n}`;
	}
	return Wc(e, r);
};
function Vc(e, t) {
	return Bc(Wc(Bc(e / t)) * t);
}
function Hc(e, t) {
	return Bc(yc(Bc(e / t)) * t);
}
function Uc(e, t) {
	return Bc(_c(Bc(e / t)) * t);
}
function Wc(e, t = 0) {
	if (Qc(e)) return e;
	let n = 10 ** t;
	return vc(e * n * (1 + 2 ** -52)) / n;
}
var Gc = /* @__PURE__ */ new Map();
function Kc(e) {
	return (("" + e).split(".")[1] || "").length;
}
function qc(e, t, n, r) {
	let i = [], a = r.map(Kc);
	for (let o = t; o < n; o++) {
		let t = gc(o), n = Wc(Sc(e, o), t);
		for (let s = 0; s < r.length; s++) {
			let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n, l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]), u = e == 10 ? c : Wc(c, l);
			i.push(u), Gc.set(u, l);
		}
	}
	return i;
}
var Jc = {}, Yc = [], Xc = [null, null], Zc = Array.isArray, Qc = Number.isInteger, $c = (e) => e === void 0;
function el(e) {
	return typeof e == "string";
}
function tl(e) {
	let t = !1;
	if (e != null) {
		let n = e.constructor;
		t = n == null || n == Object;
	}
	return t;
}
function nl(e) {
	return typeof e == "object" && !!e;
}
var rl = Object.getPrototypeOf(Uint8Array), il = "__proto__";
function al(e, t = tl) {
	let n;
	if (Zc(e)) {
		let r = e.find((e) => e != null);
		if (Zc(r) || t(r)) {
			n = Array(e.length);
			for (let r = 0; r < e.length; r++) n[r] = al(e[r], t);
		} else n = e.slice();
	} else if (e instanceof rl) n = e.slice();
	else if (t(e)) {
		n = {};
		for (let r in e) r != il && (n[r] = al(e[r], t));
	} else n = e;
	return n;
}
function ol(e) {
	let t = arguments;
	for (let n = 1; n < t.length; n++) {
		let r = t[n];
		for (let t in r) t != il && (tl(e[t]) ? ol(e[t], al(r[t])) : e[t] = al(r[t]));
	}
	return e;
}
var sl = 0, cl = 1, ll = 2;
function ul(e, t, n) {
	for (let r = 0, i, a = -1; r < t.length; r++) {
		let o = t[r];
		if (o > a) {
			for (i = o - 1; i >= 0 && e[i] == null;) e[i--] = null;
			for (i = o + 1; i < n && e[i] == null;) e[a = i++] = null;
		}
	}
}
function dl(e, t) {
	if (ml(e)) {
		let t = e[0].slice();
		for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
		return hl(t[0]) || (t = pl(t)), t;
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
			let c = o[e], l = Array(i).fill(void 0), u = t ? t[n][e] : cl, d = [];
			for (let e = 0; e < c.length; e++) {
				let t = c[e], n = a.get(s[e]);
				t === null ? u != sl && (l[n] = t, u == ll && d.push(n)) : l[n] = t;
			}
			ul(l, d, i), r.push(l);
		}
	}
	return r;
}
var fl = typeof queueMicrotask > "u" ? (e) => Promise.resolve().then(e) : queueMicrotask;
function pl(e) {
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
function ml(e) {
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
function hl(e, t = 100) {
	let n = e.length;
	if (n <= 1) return !0;
	let r = 0, i = n - 1;
	for (; r <= i && e[r] == null;) r++;
	for (; i >= r && e[i] == null;) i--;
	if (i <= r) return !0;
	let a = xc(1, _c((i - r + 1) / t));
	for (let t = e[r], n = r + a; n <= i; n += a) {
		let r = e[n];
		if (r != null) {
			if (r <= t) return !1;
			t = r;
		}
	}
	return !0;
}
var gl = [
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
], _l = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
function vl(e) {
	return e.slice(0, 3);
}
var yl = _l.map(vl), bl = {
	MMMM: gl,
	MMM: gl.map(vl),
	WWWW: _l,
	WWW: yl
};
function xl(e) {
	return (e < 10 ? "0" : "") + e;
}
function Sl(e) {
	return (e < 10 ? "00" : e < 100 ? "0" : "") + e;
}
var Cl = {
	YYYY: (e) => e.getFullYear(),
	YY: (e) => (e.getFullYear() + "").slice(2),
	MMMM: (e, t) => t.MMMM[e.getMonth()],
	MMM: (e, t) => t.MMM[e.getMonth()],
	MM: (e) => xl(e.getMonth() + 1),
	M: (e) => e.getMonth() + 1,
	DD: (e) => xl(e.getDate()),
	D: (e) => e.getDate(),
	WWWW: (e, t) => t.WWWW[e.getDay()],
	WWW: (e, t) => t.WWW[e.getDay()],
	HH: (e) => xl(e.getHours()),
	H: (e) => e.getHours(),
	h: (e) => {
		let t = e.getHours();
		return t == 0 ? 12 : t > 12 ? t - 12 : t;
	},
	AA: (e) => e.getHours() >= 12 ? "PM" : "AM",
	aa: (e) => e.getHours() >= 12 ? "pm" : "am",
	a: (e) => e.getHours() >= 12 ? "p" : "a",
	mm: (e) => xl(e.getMinutes()),
	m: (e) => e.getMinutes(),
	ss: (e) => xl(e.getSeconds()),
	s: (e) => e.getSeconds(),
	fff: (e) => Sl(e.getMilliseconds())
};
function wl(e, t) {
	t ||= bl;
	let n = [], r = /\{([a-z]+)\}|[^{]+/gi, i;
	for (; i = r.exec(e);) n.push(i[0][0] == "{" ? Cl[i[1]] : i[0]);
	return (e) => {
		let r = "";
		for (let i = 0; i < n.length; i++) r += typeof n[i] == "string" ? n[i] : n[i](e, t);
		return r;
	};
}
var Tl = new Intl.DateTimeFormat().resolvedOptions().timeZone;
function El(e, t) {
	let n;
	return t == "UTC" || t == "Etc/UTC" ? n = /* @__PURE__ */ new Date(+e + e.getTimezoneOffset() * 6e4) : t == Tl ? n = e : (n = new Date(e.toLocaleString("en-US", { timeZone: t })), n.setMilliseconds(e.getMilliseconds())), n;
}
var Dl = (e) => e % 1 == 0, Ol = [
	1,
	2,
	2.5,
	5
], kl = qc(10, -32, 0, Ol), Al = qc(10, 0, 32, Ol), jl = Al.filter(Dl), Ml = kl.concat(Al), Nl = "\n", Pl = "{YYYY}", Fl = Nl + Pl, Il = "{M}/{D}", Ll = Nl + Il, Rl = Ll + "/{YY}", zl = "{aa}", Bl = "{h}:{mm}" + zl, Vl = Nl + Bl, Hl = ":{ss}", Ul = null;
function Wl(e) {
	let t = e * 1e3, n = t * 60, r = n * 60, i = r * 24, a = i * 30, o = i * 365, s = (e == 1 ? qc(10, 0, 3, Ol).filter(Dl) : qc(10, -3, 0, Ol)).concat([
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
			Pl,
			Ul,
			Ul,
			Ul,
			Ul,
			Ul,
			Ul,
			1
		],
		[
			i * 28,
			"{MMM}",
			Fl,
			Ul,
			Ul,
			Ul,
			Ul,
			Ul,
			1
		],
		[
			i,
			Il,
			Fl,
			Ul,
			Ul,
			Ul,
			Ul,
			Ul,
			1
		],
		[
			r,
			"{h}" + zl,
			Rl,
			Ul,
			Ll,
			Ul,
			Ul,
			Ul,
			1
		],
		[
			n,
			Bl,
			Rl,
			Ul,
			Ll,
			Ul,
			Ul,
			Ul,
			1
		],
		[
			t,
			Hl,
			Rl + " " + Bl,
			Ul,
			Ll + " " + Bl,
			Ul,
			Vl,
			Ul,
			1
		],
		[
			e,
			Hl + ".{fff}",
			Rl + " " + Bl,
			Ul,
			Ll + " " + Bl,
			Ul,
			Vl,
			Ul,
			1
		]
	];
	function l(t) {
		return (s, c, l, u, d, f) => {
			let p = [], m = d >= o, h = d >= a && d < o, g = t(l), _ = Wc(g * e, 3), v = eu(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()), y = Wc(v * e, 3);
			if (h || m) {
				let n = h ? d / a : 0, r = m ? d / o : 0, i = _ == y ? _ : Wc(eu(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3), s = new Date(vc(i / e)), c = s.getFullYear(), l = s.getMonth();
				for (let a = 0; i <= u; a++) {
					let o = eu(c + r * a, l + n * a, 1), s = o - t(Wc(o * e, 3));
					i = Wc((+o + s) * e, 3), i <= u && p.push(i);
				}
			} else {
				let a = d >= i ? i : d, o = y + (_c(l) - _c(_)) + Hc(_ - y, a);
				p.push(o);
				let m = t(o), h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r, g = d / r, v = f / s.axes[c]._space;
				for (; o = Wc(o + d, e == 1 ? 0 : 3), !(o > u);) if (g > 1) {
					let e = _c(Wc(h + g, 6)) % 24, n = t(o).getHours() - e;
					n > 1 && (n = -1), o -= n * r, h = (h + g) % 24;
					let i = p[p.length - 1];
					Wc((o - i) / d, 3) * v >= .7 && p.push(o);
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
var [Gl, Kl, ql] = Wl(1), [Jl, Yl, Xl] = Wl(.001);
qc(2, -53, 53, [1]);
function Zl(e, t) {
	return e.map((e) => e.map((n, r) => r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n)));
}
function Ql(e, t) {
	return (n, r, i, a, o) => {
		let s = t.find((e) => o >= e[0]) || t[t.length - 1], c, l, u, d, f, p;
		return r.map((t) => {
			let n = e(t), r = n.getFullYear(), i = n.getMonth(), a = n.getDate(), o = n.getHours(), m = n.getMinutes(), h = n.getSeconds(), g = r != c && s[2] || i != l && s[3] || a != u && s[4] || o != d && s[5] || m != f && s[6] || h != p && s[7] || s[1];
			return c = r, l = i, u = a, d = o, f = m, p = h, g(n);
		});
	};
}
function $l(e, t) {
	let n = wl(t);
	return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function eu(e, t, n) {
	return new Date(e, t, n);
}
function tu(e, t) {
	return t(e);
}
var nu = "{YYYY}-{MM}-{DD} {h}:{mm}{aa}";
function ru(e, t) {
	return (n, r, i, a) => a == null ? Es : t(e(r));
}
function iu(e, t) {
	let n = e.series[t];
	return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function au(e, t) {
	return e.series[t].fill(e, t);
}
var ou = {
	show: !0,
	live: !0,
	isolate: !1,
	mount: Nc,
	markers: {
		show: !0,
		width: 2,
		stroke: iu,
		fill: au,
		dash: "solid"
	},
	idx: null,
	idxs: null,
	values: []
};
function su(e, t) {
	let n = e.cursor.points, r = Rs(), i = n.size(e, t);
	Is(r, cs, i), Is(r, ls, i);
	let a = i / -2;
	Is(r, "marginLeft", a), Is(r, "marginTop", a);
	let o = n.width(e, t, i);
	return o && Is(r, "borderWidth", o), r;
}
function cu(e, t) {
	let n = e.series[t].points;
	return n._fill || n._stroke;
}
function lu(e, t) {
	let n = e.series[t].points;
	return n._stroke || n._fill;
}
function uu(e, t) {
	return e.series[t].points.size;
}
var du = [0, 0];
function fu(e, t, n) {
	return du[0] = t, du[1] = n, du;
}
function pu(e, t, n, r = !0) {
	return (e) => {
		e.button != 0 || r && e.target != t || n(e);
	};
}
function mu(e, t, n, r = !0) {
	return (e) => {
		r && e.target != t || n(e);
	};
}
var hu = {
	show: !0,
	x: !0,
	y: !0,
	lock: !1,
	move: fu,
	points: {
		one: !1,
		show: su,
		size: uu,
		width: 0,
		stroke: lu,
		fill: cu
	},
	bind: {
		mousedown: pu,
		mouseup: pu,
		click: pu,
		dblclick: pu,
		mousemove: mu,
		mouseleave: mu,
		mouseenter: mu
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
}, gu = {
	show: !0,
	stroke: "rgba(0,0,0,0.07)",
	width: 2
}, _u = ol({}, gu, { filter: Fc }), vu = ol({}, _u, { size: 10 }), yu = ol({}, gu, { show: !1 }), bu = "12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"", xu = "bold " + bu, Su = 1.5, Cu = {
	show: !0,
	scale: "x",
	stroke: ms,
	space: 50,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: xu,
	side: 2,
	grid: _u,
	ticks: vu,
	border: yu,
	font: bu,
	lineGap: Su,
	rotate: 0
}, wu = "Value", Tu = "Time", Eu = {
	show: !0,
	scale: "x",
	auto: !1,
	sorted: 1,
	min: Oc,
	max: -Infinity,
	idxs: []
};
function Du(e, t, n, r, i) {
	return t.map((e) => e == null ? "" : pc(e));
}
function Ou(e, t, n, r, i, a, o) {
	let s = [], c = Gc.get(i) || 0;
	n = o ? n : Wc(Hc(n, i), c);
	for (let e = n; e <= r; e = Wc(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
	return s;
}
function ku(e, t, n, r, i, a, o) {
	let s = [], c = e.scales[e.axes[t].scale].log;
	i = Sc(c, _c((c == 10 ? wc : Tc)(n))), c == 10 && (i = Ml[Ys(i, Ml)]);
	let l = n, u = i * c;
	c == 10 && (u = Ml[Ys(u, Ml)]);
	do
		s.push(l), l += i, c == 10 && !Gc.has(l) && (l = Wc(l, Gc.get(i))), l >= u && (i = l, u = i * c, c == 10 && (u = Ml[Ys(u, Ml)]));
	while (l <= r);
	return s;
}
function Au(e, t, n, r, i, a, o) {
	let s = e.scales[e.axes[t].scale].asinh, c = r > s ? ku(e, t, xc(s, n), r, i) : [s], l = r >= 0 && n <= 0 ? [0] : [];
	return (n < -s ? ku(e, t, xc(s, -r), -n, i) : [s]).reverse().map((e) => -e).concat(l, c);
}
var ju = /./, Mu = /[12357]/, Nu = /[125]/, Pu = /1/, Fu = (e, t, n, r) => e.map((e, i) => t == 4 && e == 0 || i % r == 0 && n.test(e.toExponential()[+(e < 0)]) ? e : null);
function Iu(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = e.scales[o], c = e.valToPos, l = a._space, u = c(10, o), d = c(9, o) - u >= l ? ju : c(7, o) - u >= l ? Mu : c(5, o) - u >= l ? Nu : Pu;
	if (d == Pu) {
		let e = gc(c(1, o) - u);
		if (e < l) return Fu(t.slice().reverse(), s.distr, d, yc(l / e)).reverse();
	}
	return Fu(t, s.distr, d, 1);
}
function Lu(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = a._space, c = e.valToPos, l = gc(c(1, o) - c(2, o));
	return l < s ? Fu(t.slice().reverse(), 3, ju, yc(s / l)).reverse() : t;
}
function Ru(e, t, n, r) {
	return r == null ? Es : t == null ? "" : pc(t);
}
var zu = {
	show: !0,
	scale: "y",
	stroke: ms,
	space: 30,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: xu,
	side: 3,
	grid: _u,
	ticks: vu,
	border: yu,
	font: bu,
	lineGap: Su,
	rotate: 0
};
function Bu(e, t) {
	return Wc((3 + (e || 1) * 2) * t, 3);
}
function Vu(e, t) {
	let { scale: n, idxs: r } = e.series[0], i = e._data[0], a = e.valToPos(i[r[0]], n, !0), o = gc(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * js);
	return r[1] - r[0] <= o;
}
var Hu = {
	scale: null,
	auto: !0,
	sorted: 0,
	min: Oc,
	max: -Infinity
}, Uu = (e, t, n, r, i) => i, Wu = {
	show: !0,
	auto: !0,
	sorted: 0,
	gaps: Uu,
	alpha: 1,
	facets: [ol({}, Hu, { scale: "x" }), ol({}, Hu, { scale: "y" })]
}, Gu = {
	scale: "y",
	auto: !0,
	sorted: 0,
	show: !0,
	spanGaps: !1,
	gaps: Uu,
	alpha: 1,
	points: {
		show: Vu,
		filter: null
	},
	values: null,
	min: Oc,
	max: -Infinity,
	idxs: [],
	path: null,
	clip: null
};
function Ku(e, t, n, r, i) {
	return n / 10;
}
var qu = {
	time: Vo,
	auto: !0,
	distr: 1,
	log: 10,
	asinh: 1,
	min: null,
	max: null,
	dir: 1,
	ori: 0
}, Ju = ol({}, qu, {
	time: !1,
	ori: 1
}), Yu = {};
function Xu(e, t) {
	let n = Yu[e];
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
	}, e != null && (Yu[e] = n)), n;
}
var Zu = 1, Qu = 2;
function $u(e, t, n) {
	let r = e.mode, i = e.series[t], a = r == 2 ? e._data[t] : e._data, o = e.scales, s = e.bbox, c = a[0], l = r == 2 ? a[1] : a[t], u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale], d = r == 2 ? o[i.facets[1].scale] : o[i.scale], f = s.left, p = s.top, m = s.width, h = s.height, g = e.valToPosH, _ = e.valToPosV;
	return u.ori == 0 ? n(i, c, l, u, d, g, _, f, p, m, h, cd, ud, fd, md, gd) : n(i, c, l, u, d, _, g, p, f, h, m, ld, dd, pd, hd, _d);
}
function ed(e, t) {
	let n = 0, r = 0, i = lc(e.bands, Yc);
	for (let e = 0; e < i.length; e++) {
		let a = i[e];
		a.series[0] == t ? n = a.dir : a.series[1] == t && (a.dir == 1 ? r |= 1 : r |= 2);
	}
	return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function td(e, t, n, r, i) {
	let a = e.mode, o = e.series[t], s = a == 2 ? o.facets[1].scale : o.scale, c = e.scales[s];
	return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? c.dir == 1 ? c.min : c.max : 0;
}
function nd(e, t, n, r, i, a) {
	return $u(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
		let h = e.pxRound, g = s.dir * (s.ori == 0 ? 1 : -1), _ = s.ori == 0 ? ud : dd, v, y;
		g == 1 ? (v = n, y = r) : (v = r, y = n);
		let b = h(l(t[v], s, p, d)), x = h(u(o[v], c, m, f)), S = h(l(t[y], s, p, d)), C = h(u(a == 1 ? c.max : c.min, c, m, f)), w = new Path2D(i);
		return _(w, S, C), _(w, b, C), _(w, b, x), w;
	});
}
function rd(e, t, n, r, i, a) {
	let o = null;
	if (e.length > 0) {
		o = new Path2D();
		let s = t == 0 ? fd : pd, c = n;
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
function id(e, t, n) {
	let r = e[e.length - 1];
	r && r[0] == t ? r[1] = n : e.push([t, n]);
}
function ad(e, t, n, r, i, a, o) {
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
function od(e) {
	return e == 0 ? Pc : e == 1 ? vc : (t) => Vc(t, e);
}
function sd(e) {
	let t = e == 0 ? cd : ld, n = e == 0 ? (e, t, n, r, i, a) => {
		e.arcTo(t, n, r, i, a);
	} : (e, t, n, r, i, a) => {
		e.arcTo(n, t, i, r, a);
	}, r = e == 0 ? (e, t, n, r, i) => {
		e.rect(t, n, r, i);
	} : (e, t, n, r, i) => {
		e.rect(n, t, i, r);
	};
	return (e, i, a, o, s, c = 0, l = 0) => {
		c == 0 && l == 0 ? r(e, i, a, o, s) : (c = bc(c, o / 2, s / 2), l = bc(l, o / 2, s / 2), t(e, i + c, a), n(e, i + o, a, i + o, a + s, c), n(e, i + o, a + s, i, a + s, l), n(e, i, a + s, i, a, l), n(e, i, a, i + o, a, c), e.closePath());
	};
}
var cd = (e, t, n) => {
	e.moveTo(t, n);
}, ld = (e, t, n) => {
	e.moveTo(n, t);
}, ud = (e, t, n) => {
	e.lineTo(t, n);
}, dd = (e, t, n) => {
	e.lineTo(n, t);
}, fd = sd(0), pd = sd(1), md = (e, t, n, r, i, a) => {
	e.arc(t, n, r, i, a);
}, hd = (e, t, n, r, i, a) => {
	e.arc(n, t, r, i, a);
}, gd = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(t, n, r, i, a, o);
}, _d = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(n, t, i, r, o, a);
};
function vd(e) {
	return (e, t, n, r, i) => $u(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
		let { pxRound: h, points: g } = t, _, v;
		s.ori == 0 ? (_ = cd, v = md) : (_ = ld, v = hd);
		let y = Wc(g.width * js, 3), b = (g.size - g.width) / 2 * js, x = Wc(b * 2, 3), S = new Path2D(), C = new Path2D(), { left: w, top: T, width: E, height: D } = e.bbox;
		fd(C, w - x, T - x, E + x * 2, D + x * 2);
		let ee = (e) => {
			if (o[e] != null) {
				let t = h(l(a[e], s, p, d)), n = h(u(o[e], c, m, f));
				_(S, t + b, n), v(S, t, n, b, 0, hc * 2);
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
function yd(e) {
	return (t, n, r, i, a, o) => {
		r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
	};
}
var bd = yd(ud), xd = yd(dd);
function Sd(e) {
	let t = lc(e?.alignGaps, 0);
	return (e, n, r, i) => $u(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
		[r, i] = $s(s, r, i);
		let g = a.pxRound, _ = (e) => g(u(e, c, m, f)), v = (e) => g(d(e, l, h, p)), y, b;
		c.ori == 0 ? (y = ud, b = bd) : (y = dd, b = xd);
		let x = c.dir * (c.ori == 0 ? 1 : -1), S = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: Zu
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
		let [T, E] = ed(e, n);
		if (a.fill != null || T != 0) {
			let t = S.fill = new Path2D(C), s = v(a.fillTo(e, n, a.min, a.max, T)), c = _(o[r]), l = _(o[i]);
			x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
		}
		if (!a.spanGaps) {
			let l = [];
			w && l.push(...ad(o, s, r, i, x, _, t)), S.gaps = l = a.gaps(e, n, r, i, l), S.clip = rd(l, c.ori, f, p, m, h);
		}
		return E != 0 && (S.band = E == 2 ? [nd(e, n, r, i, C, -1), nd(e, n, r, i, C, 1)] : nd(e, n, r, i, C, E)), S;
	});
}
function Cd(e) {
	let t = lc(e.align, 1), n = lc(e.ascDesc, !1), r = lc(e.alignGaps, 0), i = lc(e.extend, !1);
	return (e, a, o, s) => $u(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
		[o, s] = $s(u, o, s);
		let y = c.pxRound, { left: b, width: x } = e.bbox, S = (e) => y(p(e, d, _, h)), C = (e) => y(m(e, f, v, g)), w = d.ori == 0 ? ud : dd, T = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: Zu
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
		let [re, ie] = ed(e, a);
		if (c.fill != null || re != 0) {
			let t = T.fill = new Path2D(E), n = C(c.fillTo(e, a, c.min, c.max, re));
			w(t, ne, n), w(t, k, n);
		}
		if (!c.spanGaps) {
			let i = [];
			i.push(...ad(l, u, o, s, D, S, r));
			let f = c.width * js / 2, p = n || t == 1 ? f : -f, m = n || t == -1 ? -f : f;
			i.forEach((e) => {
				e[0] += p, e[1] += m;
			}), T.gaps = i = c.gaps(e, a, o, s, i), T.clip = rd(i, d.ori, h, g, _, v);
		}
		return ie != 0 && (T.band = ie == 2 ? [nd(e, a, o, s, E, -1), nd(e, a, o, s, E, 1)] : nd(e, a, o, s, E, ie)), T;
	});
}
function wd(e, t, n, r, i, a, o = Oc) {
	if (e.length > 1) {
		let s = null;
		for (let c = 0, l = Infinity; c < e.length; c++) if (t[c] !== void 0) {
			if (s != null) {
				let t = gc(e[c] - e[s]);
				t < l && (l = t, o = gc(n(e[c], r, i, a) - n(e[s], r, i, a)));
			}
			s = c;
		}
	}
	return o;
}
function Td(e) {
	e ||= Jc;
	let t = lc(e.size, [
		.6,
		Oc,
		1
	]), n = e.align || 0, r = e.gap || 0, i = e.radius;
	i = i == null ? [0, 0] : typeof i == "number" ? [i, 0] : i;
	let a = Mc(i), o = 1 - t[0], s = lc(t[1], Oc), c = lc(t[2], 1), l = lc(e.disp, Jc), u = lc(e.each, (e) => {}), { fill: d, stroke: f } = l;
	return (e, t, i, p) => $u(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
		let T = m.pxRound, E = n, D = r * js, ee = s * js, O = c * js, te, k;
		_.ori == 0 ? [te, k] = a(e, t) : [k, te] = a(e, t);
		let ne = _.dir * (_.ori == 0 ? 1 : -1), re = _.ori == 0 ? fd : pd, ie = _.ori == 0 ? u : (e, t, n, r, i, a, o) => {
			u(e, t, n, i, r, o, a);
		}, ae = lc(e.bands, Yc).find((e) => e.series[0] == t), oe = ae == null ? 0 : ae.dir, se = m.fillTo(e, t, m.min, m.max, oe), ce = T(b(se, v, w, S)), A, le, ue, j = C, de = T(m.width * js), fe = !1, pe = null, me = null, he = null, ge = null;
		d != null && (de == 0 || f != null) && (fe = !0, pe = d.values(e, t, i, p), me = /* @__PURE__ */ new Map(), new Set(pe).forEach((e) => {
			e != null && me.set(e, new Path2D());
		}), de > 0 && (he = f.values(e, t, i, p), ge = /* @__PURE__ */ new Map(), new Set(he).forEach((e) => {
			e != null && ge.set(e, new Path2D());
		})));
		let { x0: _e, size: M } = l;
		if (_e != null && M != null) {
			E = 1, h = _e.values(e, t, i, p), _e.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
			let n = M.values(e, t, i, p);
			le = M.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x), j = wd(h, g, y, _, C, x, j), ue = j - le + D;
		} else j = wd(h, g, y, _, C, x, j), ue = j * o + D, le = j - ue;
		ue < 1 && (ue = 0), de >= le / 2 && (de = 0), ue < 5 && (T = Pc);
		let ve = ue > 0, N = j - ue - (ve ? de : 0);
		le = T(Ac(N, O, ee)), A = (E == 0 ? le / 2 : E == ne ? 0 : le) - E * ne * ((E == 0 ? D / 2 : 0) + (ve ? de / 2 : 0));
		let ye = {
			stroke: null,
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: 0
		}, be = fe ? null : new Path2D(), P = null;
		if (ae != null) P = e.data[ae.series[1]];
		else {
			let { y0: n, y1: r } = l;
			n != null && r != null && (g = r.values(e, t, i, p), P = n.values(e, t, i, p));
		}
		let xe = te * le, Se = k * le;
		for (let n = ne == 1 ? i : p; n >= i && n <= p; n += ne) {
			let r = g[n];
			if (r == null) continue;
			if (P != null) {
				let e = P[n] ?? 0;
				if (r - e == 0) continue;
				ce = b(e, v, w, S);
			}
			let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x), a = b(lc(r, se), v, w, S), o = T(i - A), s = T(xc(a, ce)), c = T(bc(a, ce)), u = s - c;
			if (r != null) {
				let i = r < 0 ? Se : xe, a = r < 0 ? xe : Se;
				fe ? (de > 0 && he[n] != null && re(ge.get(he[n]), o, c + _c(de / 2), le, xc(0, u - de), i, a), pe[n] != null && re(me.get(pe[n]), o, c + _c(de / 2), le, xc(0, u - de), i, a)) : re(be, o, c + _c(de / 2), le, xc(0, u - de), i, a), ie(e, t, n, o - de / 2, c, le + de, u);
			}
		}
		return de > 0 ? ye.stroke = fe ? ge : be : fe || (ye._fill = m.width == 0 ? m._fill : m._stroke ?? m._fill, ye.width = 0), ye.fill = fe ? me : be, ye;
	});
}
function Ed(e, t) {
	let n = lc(t?.alignGaps, 0);
	return (t, r, i, a) => $u(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
		[i, a] = $s(c, i, a);
		let _ = o.pxRound, v = (e) => _(d(e, l, h, p)), y = (e) => _(f(e, u, g, m)), b, x, S;
		l.ori == 0 ? (b = cd, S = ud, x = gd) : (b = ld, S = dd, x = _d);
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
			flags: Zu
		}, O = ee.stroke, [te, k] = ed(t, r);
		if (o.fill != null || te != 0) {
			let e = ee.fill = new Path2D(O), n = y(o.fillTo(t, r, o.min, o.max, te));
			S(e, T, n), S(e, w, n);
		}
		if (!o.spanGaps) {
			let e = [];
			e.push(...ad(s, c, i, a, C, v, n)), ee.gaps = e = o.gaps(t, r, i, a, e), ee.clip = rd(e, l.ori, p, m, h, g);
		}
		return k != 0 && (ee.band = k == 2 ? [nd(t, r, i, a, O, -1), nd(t, r, i, a, O, 1)] : nd(t, r, i, a, O, k)), ee;
	});
}
function Dd(e) {
	return Ed(Od, e);
}
function Od(e, t, n, r, i, a) {
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
var kd = /* @__PURE__ */ new Set();
function Ad() {
	for (let e of kd) e.syncRect(!0);
}
Ds && (qs(Ss, ks, Ad), qs(Cs, ks, Ad, !0), qs(Ts, ks, () => {
	Kd.pxRatio = js;
}));
var jd = Sd(), Md = vd();
function Nd(e, t, n, r) {
	return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => Fd(e, r, t, n));
}
function Pd(e, t) {
	return e.map((e, n) => n == 0 ? {} : ol({}, t, e));
}
function Fd(e, t, n, r) {
	return ol({}, t == 0 ? n : r, e);
}
function Id(e, t, n) {
	return t == null ? Xc : [t, n];
}
var Ld = Id;
function Rd(e, t, n) {
	return t == null ? Xc : cc(t, n, ic, !0);
}
function zd(e, t, n, r) {
	return t == null ? Xc : nc(t, n, e.scales[r].log, !1);
}
var Bd = zd;
function Vd(e, t, n, r) {
	return t == null ? Xc : rc(t, n, e.scales[r].log, !1);
}
var Hd = Vd;
function Ud(e, t, n, r, i) {
	let a = xc(kc(e), kc(t)), o = t - e, s = Ys(i / r * o, n);
	do {
		let e = n[s], t = r * e / o;
		if (t >= i && a + (e < 5 ? Gc.get(e) : 0) <= 17) return [e, t];
	} while (++s < n.length);
	return [0, 0];
}
function Wd(e) {
	let t, n;
	return e = e.replace(/(\d+)px/, (e, r) => (t = vc((n = +r) * js)) + "px"), [
		e,
		t,
		n
	];
}
function Gd(e) {
	e.show && [e.font, e.labelFont].forEach((e) => {
		let t = Wc(e[2] * js, 1);
		e[0] = e[0].replace(/[0-9.]+px/, t + "px"), e[1] = t;
	});
}
function Kd(e, t, n) {
	let r = { mode: lc(e.mode, 1) }, i = r.mode;
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
	let l = r.root = Rs(Ho);
	if (e.id != null && (l.id = e.id), Ps(l, e.class), e.title) {
		let t = Rs(Go, l);
		t.textContent = e.title;
	}
	let u = Ls("canvas"), d = r.ctx = u.getContext("2d"), f = Rs(Ko, l);
	qs("click", f, (e) => {
		e.target === m && (an != en || on != tn) && cn.click(r, e);
	}, !0);
	let p = r.under = Rs(qo, f);
	f.appendChild(u);
	let m = r.over = Rs(Jo, f);
	e = al(e);
	let h = +lc(e.pxAlign, 1), g = od(h);
	(e.plugins || []).forEach((t) => {
		t.opts && (e = t.opts(r, e) || e);
	});
	let _ = e.ms || .001, v = r.series = i == 1 ? Nd(e.series || [], Eu, Gu, !1) : Pd(e.series || [null], Wu), y = r.axes = Nd(e.axes || [], Cu, zu, !0), b = r.scales = {}, x = r.bands = e.bands || [];
	x.forEach((e) => {
		e.fill = Mc(e.fill || null), e.dir = lc(e.dir, -1);
	});
	let S = i == 2 ? v[1].facets[0].scale : v[0].scale, C = {
		axes: Vt,
		series: Mt
	}, w = (e.drawOrder || ["axes", "series"]).map((e) => C[e]);
	function T(e) {
		let t = e.distr == 3 ? (t) => wc(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key)) : e.distr == 4 ? (t) => Dc(t, e.asinh) : e.distr == 100 ? (t) => e.fwd(t) : (e) => e;
		return (n) => {
			let r = t(n), { _min: i, _max: a } = e, o = a - i;
			return (r - i) / o;
		};
	}
	function E(t) {
		let n = b[t];
		if (n == null) {
			let r = (e.scales || Jc)[t] || Jc;
			if (r.from != null) {
				E(r.from);
				let e = ol({}, b[r.from], r, { key: t });
				e.valToPct = T(e), b[t] = e;
			} else {
				n = b[t] = ol({}, t == S ? qu : Ju, r), n.key = t;
				let e = n.time, a = n.range, o = Zc(a);
				if ((t != S || i == 2 && !e) && (o && (a[0] == null || a[1] == null) && (a = {
					min: a[0] == null ? ac : {
						mode: 1,
						hard: a[0],
						soft: a[0]
					},
					max: a[1] == null ? ac : {
						mode: 1,
						hard: a[1],
						soft: a[1]
					}
				}, o = !1), !o && tl(a))) {
					let e = a;
					a = (t, n, r) => n == null ? Xc : cc(n, r, e);
				}
				n.range = Mc(a || (e ? Ld : t == S ? n.distr == 3 ? Bd : n.distr == 4 ? Hd : Id : n.distr == 3 ? zd : n.distr == 4 ? Vd : Rd)), n.auto = Mc(!o && n.auto), n.clamp = Mc(n.clamp || Ku), n._min = n._max = null, n.valToPct = T(n);
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
	D.ori == 0 ? (Ps(l, Uo), O = a, te = o) : (Ps(l, Wo), O = o, te = a);
	let k = {};
	for (let e in b) {
		let t = b[e];
		(t.min != null || t.max != null) && (k[e] = {
			min: t.min,
			max: t.max
		}, t.min = t.max = null);
	}
	let ne = e.tzDate || ((e) => new Date(vc(e / _))), re = e.fmtDate || wl, ie = _ == 1 ? ql(ne) : Xl(ne), ae = Ql(ne, Zl(_ == 1 ? Kl : Yl, re)), oe = ru(ne, tu(nu, re)), se = [], ce = r.legend = ol({}, ou, e.legend), A = r.cursor = ol({}, hu, { drag: { y: i == 2 } }, e.cursor), le = ce.show, ue = A.show, j = ce.markers;
	ce.idxs = se, j.width = Mc(j.width), j.dash = Mc(j.dash), j.stroke = Mc(j.stroke), j.fill = Mc(j.fill);
	let de, fe, pe, me = [], he = [], ge, _e = !1, M = {};
	if (ce.live) {
		let e = v[1] ? v[1].values : null;
		_e = e != null, ge = _e ? e(r, 1, 0) : { _: 0 };
		for (let e in ge) M[e] = Es;
	}
	if (le) {
		if (de = Ls("table", ts, l), pe = Ls("tbody", null, de), ce.mount(r, de), _e) {
			fe = Ls("thead", null, de, pe);
			let e = Ls("tr", null, fe);
			for (var ve in Ls("th", null, e), ge) Ls("th", os, e).textContent = ve;
		} else Ps(de, rs), ce.live && Ps(de, ns);
	}
	let N = { show: !0 }, ye = { show: !1 };
	function be(e, t) {
		if (t == 0 && (_e || !ce.live || i == 2)) return Xc;
		let n = [], a = Ls("tr", is, pe, pe.childNodes[t]);
		Ps(a, e.class), e.show || Ps(a, Xo);
		let o = Ls("th", null, a);
		if (j.show) {
			let e = Rs(as, o);
			if (t > 0) {
				let n = j.width(r, t);
				n && (e.style.border = n + "px " + j.dash(r, t) + " " + j.stroke(r, t)), e.style.background = j.fill(r, t);
			}
		}
		let s = Rs(os, o);
		for (var c in e.label instanceof HTMLElement ? s.appendChild(e.label) : s.textContent = e.label, t > 0 && (j.show || (s.style.color = e.width > 0 ? j.stroke(r, t) : j.fill(r, t)), xe("click", o, (t) => {
			if (A._lock) return;
			qe(t);
			let n = v.indexOf(e);
			if ((t.ctrlKey || t.metaKey) != ce.isolate) {
				let e = v.some((e, t) => t > 0 && t != n && e.show);
				v.forEach((t, r) => {
					r > 0 && W(r, e ? r == n ? N : ye : N, !0, Qn.setSeries);
				});
			} else W(n, { show: !e.show }, !0, Qn.setSeries);
		}, !1), Xe && xe(ys, o, (t) => {
			A._lock || (qe(t), W(v.indexOf(e), Cn, !0, Qn.setSeries));
		}, !1)), ge) {
			let e = Ls("td", ss, a);
			e.textContent = "--", n.push(e);
		}
		return [a, n];
	}
	let P = /* @__PURE__ */ new Map();
	function xe(e, t, n, i = !0) {
		let a = P.get(t) || {}, o = A.bind[e](r, t, n, i);
		o && (qs(e, t, a[e] = o), P.set(t, a));
	}
	function Se(e, t, n) {
		let r = P.get(t) || {};
		for (let n in r) (e == null || n == e) && (Js(n, t, r[n]), delete r[n]);
		e ?? P.delete(t);
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
		je = n.left = Vc(Te * js, .5), Me = n.top = Vc(Ee * js, .5), Ne = n.width = Vc(F * js, .5), Pe = n.height = Vc(I * js, .5);
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
		}), at[0] = e, at[1] = n, at[2] = t, at[3] = r, F -= ct[1] + ct[3], Te += ct[3], I -= ct[2] + ct[0], Ee += ct[0];
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
		let r = e.prox = Mc(e.prox), i = e.bias ??= 0;
		A.dataIdx = (e, a, o, s) => {
			if (a == 0) return o;
			let c = o, l = r(e, a, o, s) ?? Oc, u = l >= 0 && l < Oc, d = D.ori == 0 ? F : I, f = A.left, p = t[0], m = t[a];
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
			} else u && gc(f - O(p[o], D, d, 0)) > l && (c = null);
			return c;
		};
	}
	let qe = (e) => {
		A.event = e;
	};
	A.idxs = se, A._lock = !1;
	let Je = A.points;
	Je.show = Mc(Je.show), Je.size = Mc(Je.size), Je.stroke = Mc(Je.stroke), Je.width = Mc(Je.width), Je.fill = Mc(Je.fill);
	let Ye = r.focus = ol({}, e.focus || { alpha: .3 }, A.focus), Xe = Ye.prox >= 0, Ze = Xe && Je.one, Qe = [], $e = [], et = [];
	function tt(e, t) {
		let n = Je.show(r, t);
		if (n instanceof HTMLElement) return Ps(n, es), Ps(n, e.class), Bs(n, -10, -10, F, I), m.insertBefore(n, Qe[t]), n;
	}
	function nt(e, t) {
		if (i == 1 || t > 0) {
			let t = i == 1 && b[e.scale].time, n = e.value;
			e.value = t ? el(n) ? ru(ne, tu(n, re)) : n || oe : n || Ru, e.label = e.label || (t ? Tu : wu);
		}
		if (Ze || t > 0) {
			e.width = e.width == null ? 1 : e.width, e.paths = e.paths || jd || Ic, e.fillTo = Mc(e.fillTo || td), e.pxAlign = +lc(e.pxAlign, h), e.pxRound = od(e.pxAlign), e.stroke = Mc(e.stroke || null), e.fill = Mc(e.fill || null), e._stroke = e._fill = e._paths = e._focus = null;
			let t = Bu(xc(1, e.width), 1), n = e.points = ol({}, {
				size: t,
				width: xc(1, t * .2),
				stroke: e.stroke,
				space: t * 2,
				paths: Md,
				_stroke: null,
				_fill: null
			}, e.points);
			n.show = Mc(n.show), n.filter = Mc(n.filter), n.fill = Mc(n.fill), n.stroke = Mc(n.stroke), n.paths = Mc(n.paths), n.pxAlign = e.pxAlign;
		}
		if (le) {
			let n = be(e, t);
			me.splice(t, 0, n[0]), he.splice(t, 0, n[1]), ce.values.push(null);
		}
		if (ue) {
			se.splice(t, 0, null);
			let n = null;
			Ze ? t == 0 && (n = tt(e, t)) : t > 0 && (n = tt(e, t)), Qe.splice(t, 0, n), $e.splice(t, 0, 0), et.splice(t, 0, 0);
		}
		Xn("addSeries", t);
	}
	function rt(e, t) {
		t ??= v.length, e = i == 1 ? Fd(e, t, Eu, Gu) : Fd(e, t, {}, Wu), v.splice(t, 0, e), nt(v[t], t);
	}
	r.addSeries = rt;
	function it(e) {
		if (v.splice(e, 1), le) {
			ce.values.splice(e, 1), he.splice(e, 1);
			let t = me.splice(e, 1)[0];
			Se(null, t.firstChild), t.remove();
		}
		ue && (se.splice(e, 1), Qe.splice(e, 1)[0].remove(), $e.splice(e, 1), et.splice(e, 1)), Xn("delSeries", e);
	}
	r.delSeries = it;
	let at = [
		!1,
		!1,
		!1,
		!1
	];
	function L(e, t) {
		if (e._show = e.show, e.show) {
			let n = e.side % 2, i = b[e.scale];
			i ??= (e.scale = n ? v[1].scale : S, b[e.scale]);
			let a = i.time;
			e.size = Mc(e.size), e.space = Mc(e.space), e.rotate = Mc(e.rotate), Zc(e.incrs) && e.incrs.forEach((e) => {
				!Gc.has(e) && Gc.set(e, Kc(e));
			}), e.incrs = Mc(e.incrs || (i.distr == 2 ? jl : a ? _ == 1 ? Gl : Jl : Ml)), e.splits = Mc(e.splits || (a && i.distr == 1 ? ie : i.distr == 3 ? ku : i.distr == 4 ? Au : Ou)), e.stroke = Mc(e.stroke), e.grid.stroke = Mc(e.grid.stroke), e.ticks.stroke = Mc(e.ticks.stroke), e.border.stroke = Mc(e.border.stroke);
			let o = e.values;
			e.values = Zc(o) && !Zc(o[0]) ? Mc(o) : a ? Zc(o) ? Ql(ne, Zl(o, re)) : el(o) ? $l(ne, o) : o || ae : o || Du, e.filter = Mc(e.filter || (i.distr >= 3 && i.log == 10 ? Iu : i.distr == 3 && i.log == 2 ? Lu : Fc)), e.font = Wd(e.font), e.labelFont = Wd(e.labelFont), e._size = e.size(r, null, t, 0), e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null, e._size > 0 && (at[t] = !0, e._el = Rs(Yo, f));
		}
	}
	function ot(e, t, n, r) {
		let [i, a, o, s] = n, c = t % 2, l = 0;
		return c == 0 && (s || a) && (l = t == 0 && !i || t == 2 && !o ? vc(Cu.size / 3) : 0), c == 1 && (i || o) && (l = t == 1 && !a || t == 3 && !s ? vc(zu.size / 2) : 0), l;
	}
	let st = r.padding = (e.padding || [
		ot,
		ot,
		ot,
		ot
	]).map((e) => Mc(lc(e, ot))), ct = r._padding = st.map((e, t) => e(r, t, at, 0)), lt, ut = null, dt = null, ft = i == 1 ? v[0].idxs : null, R = null, pt = !1;
	function mt(e, n) {
		if (t = e ?? [], r.data = r._data = t, i == 2) {
			lt = 0;
			for (let e = 1; e < v.length; e++) lt += t[e][0].length;
		} else {
			t.length == 0 && (r.data = r._data = t = [[]]), R = t[0], lt = R.length;
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
			e.auto(r, pt) ? ht() : hn(S, e.min, e.max), Re ||= A.left >= 0, Be = !0, qt();
		}
	}
	r.setData = mt;
	function ht() {
		pt = !0;
		let e, n;
		i == 1 && (lt > 0 ? (ut = ft[0] = 0, dt = ft[1] = lt - 1, e = t[0][ut], n = t[0][dt], ee == 2 ? (e = ut, n = dt) : e == n && (ee == 3 ? [e, n] = nc(e, e, D.log, !1) : ee == 4 ? [e, n] = rc(e, e, D.log, !1) : D.time ? n = e + vc(86400 / _) : [e, n] = cc(e, n, ic, !0))) : (ut = ft[0] = e = null, dt = ft[1] = n = null)), hn(S, e, n);
	}
	let gt, _t, vt, yt, bt, xt, St, Ct, wt, Tt;
	function Et(e, t, n, r, i, a) {
		e ??= hs, n ??= Yc, r ??= "butt", i ??= hs, a ??= "round", e != gt && (d.strokeStyle = gt = e), i != _t && (d.fillStyle = _t = i), t != vt && (d.lineWidth = vt = t), a != bt && (d.lineJoin = bt = a), r != xt && (d.lineCap = xt = r), n != yt && d.setLineDash(yt = n);
	}
	function Dt(e, t, n, r) {
		t != _t && (d.fillStyle = _t = t), e != St && (d.font = St = e), n != Ct && (d.textAlign = Ct = n), r != wt && (d.textBaseline = wt = r);
	}
	function Ot(e, t, n, i, a = 0) {
		if (i.length > 0 && e.auto(r, pt) && (t == null || t.min == null)) {
			let t = lc(ut, 0), r = lc(dt, i.length - 1), o = n.min == null ? tc(i, t, r, a, e.distr == 3) : [n.min, n.max];
			e.min = bc(e.min, n.min = o[0]), e.max = xc(e.max, n.max = o[1]);
		}
	}
	let kt = {
		min: null,
		max: null
	};
	function At() {
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
				let a = e[t] = al(b[t], nl);
				if (n.min != null) ol(a, n);
				else if (t != S || i == 2) {
					if (lt == 0 && a.from == null) {
						let e = a.range(r, null, null, t);
						a.min = e[0], a.max = e[1];
					} else a.min = Oc, a.max = -Infinity;
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
						s.min = e[0], s.max = e[1], ut = Ys(s.min, t[0]), dt = Ys(s.max, t[0]), dt - ut > 1 && (t[0][ut] < s.min && ut++, t[0][dt] > s.max && dt--), n.min = R[ut], n.max = R[dt];
					} else n.show && n.auto && Ot(s, o, n, t[a], n.sorted);
					n.idxs[0] = ut, n.idxs[1] = dt;
				} else if (a > 0 && n.show && n.auto) {
					let [r, i] = n.facets, o = r.scale, s = i.scale, [c, l] = t[a], u = e[o], d = e[s];
					u != null && Ot(u, k[o], r, c, r.sorted), d != null && Ot(d, k[s], i, l, i.sorted), n.min = i.min, n.max = i.max;
				}
			});
			for (let t in e) {
				let n = e[t], i = k[t];
				if (n.from == null && (i == null || i.min == null)) {
					let e = n.range(r, n.min == Oc ? null : n.min, n.max == -Infinity ? null : n.max, t);
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
				i._min = e == 3 ? wc(i.min) : e == 4 ? Dc(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min, i._max = e == 3 ? wc(i.max) : e == 4 ? Dc(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max, n[t] = a = !0;
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
	function jt(e) {
		let t = Ac(ut - 1, 0, lt - 1), n = Ac(dt + 1, 0, lt - 1);
		for (; e[t] == null && t > 0;) t--;
		for (; e[n] == null && n < lt - 1;) n++;
		return [t, n];
	}
	function Mt() {
		if (lt > 0) {
			let e = v.some((e) => e._focus) && Tt != Ye.alpha;
			e && (d.globalAlpha = Tt = Ye.alpha), v.forEach((e, n) => {
				if (n > 0 && e.show && (z(n, !1), z(n, !0), e._paths == null)) {
					let a = Tt;
					Tt != e.alpha && (d.globalAlpha = Tt = e.alpha);
					let o = i == 2 ? [0, t[n][0].length - 1] : jt(t[n]);
					e._paths = e.paths(r, n, o[0], o[1]), Tt != a && (d.globalAlpha = Tt = a);
				}
			}), v.forEach((e, t) => {
				if (t > 0 && e.show) {
					let n = Tt;
					Tt != e.alpha && (d.globalAlpha = Tt = e.alpha), e._paths != null && Nt(t, !1);
					{
						let n = e._paths == null ? null : e._paths.gaps, i = e.points.show(r, t, ut, dt, n), a = e.points.filter(r, t, i, n);
						(i || a) && (e.points._paths = e.points.paths(r, t, ut, dt, a), Nt(t, !0));
					}
					Tt != n && (d.globalAlpha = Tt = n), Xn("drawSeries", t);
				}
			}), e && (d.globalAlpha = Tt = 1);
		}
	}
	function z(e, t) {
		let n = t ? v[e].points : v[e];
		n._stroke = n.stroke(r, e), n._fill = n.fill(r, e);
	}
	function Nt(e, t) {
		let n = t ? v[e].points : v[e], { stroke: r, fill: i, clip: a, flags: o, _stroke: s = n._stroke, _fill: c = n._fill, _width: l = n.width } = n._paths;
		l = Wc(l * js, 3);
		let u = null, f = l % 2 / 2;
		t && c == null && (c = l > 0 ? "#fff" : s);
		let p = n.pxAlign == 1 && f > 0;
		if (p && d.translate(f, f), !t) {
			let e = je - l / 2, t = Me - l / 2, n = Ne + l, r = Pe + l;
			u = new Path2D(), u.rect(e, t, n, r);
		}
		t ? Pt(s, l, n.dash, n.cap, c, r, i, o, a) : B(e, s, l, n.dash, n.cap, c, r, i, o, u, a), p && d.translate(-f, -f);
	}
	function B(e, n, i, a, o, s, c, l, u, d, f) {
		let p = !1;
		u != 0 && x.forEach((m, h) => {
			if (m.series[0] == e) {
				let e = v[m.series[1]], g = t[m.series[1]], _ = (e._paths || Jc).band;
				Zc(_) && (_ = m.dir == 1 ? _[0] : _[1]);
				let y, b = null;
				e.show && _ && uc(g, ut, dt) ? (b = m.fill(r, h) || s, y = e._paths.clip) : _ = null, Pt(n, i, a, o, b, c, l, u, d, f, y, _), p = !0;
			}
		}), p || Pt(n, i, a, o, s, c, l, u, d, f);
	}
	function Pt(e, t, n, r, i, a, o, s, c, l, u, f) {
		Et(e, t, n, r, i), (c || l || f) && (d.save(), c && d.clip(c), l && d.clip(l)), f ? (s & 3) == 3 ? (d.clip(f), u && d.clip(u), It(i, o), Ft(e, a, t)) : s & Qu ? (It(i, o), d.clip(f), Ft(e, a, t)) : s & Zu && (d.save(), d.clip(f), u && d.clip(u), It(i, o), d.restore(), Ft(e, a, t)) : (It(i, o), Ft(e, a, t)), (c || l || f) && d.restore();
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
			o = Ud(t, n, a._incrs = a.incrs(r, e, t, n, i, s), i, s);
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
			let f = a.distr == 2, p = n._splits = n.splits(r, i, c, l, u, d, f), m = a.distr == 2 ? p.map((e) => R[e]) : p, h = a.distr == 2 ? R[p[1]] - R[p[0]] : u, g = n._values = n.values(r, n.filter(r, m, i, d, h), i, d, h);
			n._rotate = o == 2 ? n.rotate(r, g, i, d) : 0;
			let _ = n._size;
			n._size = yc(n.size(r, g, i, e)), _ != null && n._size != _ && (t = !1);
		}), t;
	}
	function Bt(e) {
		let t = !0;
		return st.forEach((n, i) => {
			let a = n(r, i, at, e);
			a != ct[i] && (t = !1), ct[i] = a;
		}), t;
	}
	function Vt() {
		for (let e = 0; e < y.length; e++) {
			let t = y[e];
			if (!t.show || !t._show) continue;
			let n = t.side, i = n % 2, a, o, c = t.stroke(r, e), l = n == 0 || n == 3 ? -1 : 1, [u, f] = t._found;
			if (t.label != null) {
				let s = t.labelGap * l, p = vc((t._lpos + s) * js);
				Dt(t.labelFont[0], c, "center", n == 2 ? us : ds), d.save(), i == 1 ? (a = o = 0, d.translate(p, vc(Me + Pe / 2)), d.rotate((n == 3 ? -hc : hc) / 2)) : (a = vc(je + Ne / 2), o = p);
				let m = jc(t.label) ? t.label(r, e, u, f) : t.label;
				d.fillText(m, a, o), d.restore();
			}
			if (f == 0) continue;
			let p = b[t.scale], m = i == 0 ? Ne : Pe, h = i == 0 ? je : Me, _ = t._splits, v = p.distr == 2 ? _.map((e) => R[e]) : _, x = p.distr == 2 ? R[_[1]] - R[_[0]] : u, S = t.ticks, C = t.border, w = S.show ? S.size : 0, T = vc(w * js), E = vc((t.alignTo == 2 ? t._size - w - t.gap : t.gap) * js), D = t._rotate * -hc / 180, ee = g(t._pos * js), O = ee + (T + E) * l;
			o = i == 0 ? O : 0, a = i == 1 ? O : 0;
			let te = t.font[0];
			Dt(te, c, t.align == 1 ? fs : t.align == 2 ? ps : D > 0 ? fs : D < 0 ? ps : i == 0 ? "center" : n == 3 ? ps : fs, D || i == 1 ? "middle" : n == 2 ? us : ds);
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
			S.show && Rt(ne, S.filter(r, v, e, f, x), i, n, ee, T, Wc(S.width * js, 3), S.stroke(r, e), S.dash, S.cap);
			let ie = t.grid;
			ie.show && Rt(ne, ie.filter(r, v, e, f, x), i, i == 0 ? 2 : 1, i == 0 ? Me : je, i == 0 ? Pe : Ne, Wc(ie.width * js, 3), ie.stroke(r, e), ie.dash, ie.cap), C.show && Rt([ee], [1], +(i == 0), i == 0 ? 1 : 2, i == 1 ? Me : je, i == 1 ? Pe : Ne, Wc(C.width * js, 3), C.stroke(r, e), C.dash, C.cap);
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
		Ut ||= (fl(Yt), !0);
	}
	function Jt(e, t = !1) {
		Ut = !0, Wt = t, e(r), Yt(), t && Gt.length > 0 && queueMicrotask(Kt);
	}
	r.batch = Jt;
	function Yt() {
		if (Fe &&= (At(), !1), Le &&= (Ue(), !1), Ie) {
			if (Is(p, fs, Te), Is(p, us, Ee), Is(p, cs, F), Is(p, ls, I), Is(m, fs, Te), Is(m, us, Ee), Is(m, cs, F), Is(m, ls, I), Is(f, cs, Ce), Is(f, ls, we), u.width = vc(Ce * js), u.height = vc(we * js), y.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
				if (e != null) {
					if (t) {
						let t = i === 3 || i === 0 ? n : 0, a = i % 2 == 1;
						Is(e, a ? "left" : "top", r - t), Is(e, a ? "width" : "height", n), Is(e, a ? "top" : "left", a ? Ee : Te), Is(e, a ? "height" : "width", a ? I : F), Fs(e, Xo);
					} else Ps(e, Xo);
				}
			}), gt = _t = vt = bt = xt = St = Ct = wt = yt = null, Tt = 1, K(!0), Te != De || Ee != Oe || F != ke || I != Ae) {
				Ht(!1);
				let e = F / ke, t = I / Ae;
				if (ue && !Re && A.left >= 0) {
					A.left *= e, A.top *= t, H && Bs(H, vc(A.left), 0, F, I), U && Bs(U, 0, vc(A.top), F, I);
					for (let n = 0; n < Qe.length; n++) {
						let r = Qe[n];
						r != null && ($e[n] *= e, et[n] *= t, Bs(r, yc($e[n]), yc(et[n]), F, I));
					}
				}
				if (dn.show && !ze && dn.left >= 0 && dn.width > 0) {
					dn.left *= e, dn.width *= e, dn.top *= t, dn.height *= t;
					for (let e in Ln) Is(fn, e, dn[e]);
				}
				De = Te, Oe = Ee, ke = F, Ae = I;
			}
			Xn("setSize"), Ie = !1;
		}
		Ce > 0 && we > 0 && (d.clearRect(0, 0, u.width, u.height), Xn("drawClear"), w.forEach((e) => e()), Xn("draw")), dn.show && ze && (pn(dn), ze = !1), ue && Re && (Nn(null, !0, !1), Re = !1), ce.show && ce.live && Be && (Mn(), Be = !1), c || (c = !0, r.status = 1, Xn("ready")), pt = !1, Ut = !1;
	}
	r.redraw = (e, t) => {
		Le = t || !1, e === !1 ? qt() : hn(S, D.min, D.max);
	};
	function Xt(e, n) {
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
			e == S && i.distr == 2 && lt > 0 && (n.min = Ys(n.min, t[0]), n.max = Ys(n.max, t[0]), n.min == n.max && n.max++), k[e] = n, Fe = !0, qt();
		}
	}
	r.setScale = Xt;
	let V, Zt, H, U, Qt, $t, en, tn, nn, rn, an, on, sn = !1, cn = A.drag, ln = cn.x, un = cn.y;
	ue && (A.x && (V = Rs(Qo, m)), A.y && (Zt = Rs($o, m)), D.ori == 0 ? (H = V, U = Zt) : (H = Zt, U = V), an = A.left, on = A.top);
	let dn = r.select = ol({
		show: !0,
		over: !0,
		left: 0,
		width: 0,
		top: 0,
		height: 0
	}, e.select), fn = dn.show ? Rs(Zo, dn.over ? m : p) : null;
	function pn(e, t) {
		if (dn.show) {
			for (let t in e) dn[t] = e[t], t in Ln && Is(fn, t, e[t]);
			t !== !1 && Xn("setSelect");
		}
	}
	r.setSelect = pn;
	function mn(e) {
		if (v[e].show) le && Fs(me[e], Xo);
		else if (le && Ps(me[e], Xo), ue) {
			let t = Ze ? Qe[0] : Qe[e];
			t != null && Bs(t, -10, -10, F, I);
		}
	}
	function hn(e, t, n) {
		Xt(e, {
			min: t,
			max: n
		});
	}
	function W(e, t, n, a) {
		t.focus != null && wn(e), t.show != null && v.forEach((n, r) => {
			r > 0 && (e == r || e == null) && (n.show = t.show, mn(r), i == 2 ? (hn(n.facets[0].scale, null, null), hn(n.facets[1].scale, null, null)) : hn(n.scale, null, null), qt());
		}), n !== !1 && Xn("setSeries", e, t), a && er("setSeries", r, e, t);
	}
	r.setSeries = W;
	function gn(e, t) {
		ol(x[e], t);
	}
	function _n(e, t) {
		e.fill = Mc(e.fill || null), e.dir = lc(e.dir, -1), t ??= x.length, x.splice(t, 0, e);
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
	le && Xe && xe(bs, de, (e) => {
		A._lock || (qe(e), Sn != null && W(null, Cn, !0, Qn.setSeries));
	});
	function Tn(e, t, n) {
		let r = b[t];
		n && (e = e / js - (r.ori == 1 ? Ee : Te));
		let i = F;
		r.ori == 1 && (i = I, e = i - e), r.dir == -1 && (e = i - e);
		let a = r._min, o = r._max, s = e / i, c = a + (o - a) * s, l = r.distr;
		return l == 3 ? Sc(10, c) : l == 4 ? Ec(c, r.asinh) : l == 100 ? r.bwd(c) : c;
	}
	function En(e, n) {
		return Ys(Tn(e, S, n), t[0], ut, dt);
	}
	r.valToIdx = (e) => Ys(e, t[0]), r.posToIdx = En, r.posToVal = Tn, r.valToPos = (e, t, n) => b[t].ori == 0 ? a(e, b[t], n ? Ne : F, n ? je : 0) : o(e, b[t], n ? Pe : I, n ? Me : 0), r.setCursor = (e, t, n) => {
		an = e.left, on = e.top, Nn(null, t, n);
	};
	function Dn(e, t) {
		Is(fn, fs, dn.left = e), Is(fn, cs, dn.width = t);
	}
	function On(e, t) {
		Is(fn, us, dn.top = e), Is(fn, ls, dn.height = t);
	}
	let kn = D.ori == 0 ? Dn : On, An = D.ori == 1 ? Dn : On;
	function jn() {
		if (le && ce.live) for (let e = +(i == 2); e < v.length; e++) {
			if (e == 0 && _e) continue;
			let t = ce.values[e], n = 0;
			for (let r in t) he[e][n++].firstChild.nodeValue = t[r];
		}
	}
	function Mn(e, t) {
		if (e != null && (e.idxs ? e.idxs.forEach((e, t) => {
			se[t] = e;
		}) : $c(e.idx) || se.fill(e.idx), ce.idx = se[0]), le && ce.live) {
			for (let e = 0; e < v.length; e++) (e > 0 || i == 1 && !_e) && G(e, se[e]);
			jn();
		}
		Be = !1, t !== !1 && Xn("setLegend");
	}
	r.setLegend = Mn;
	function G(e, n) {
		let i = v[e], a = e == 0 && ee == 2 ? R : t[e], o;
		_e ? o = i.values(r, e, n) ?? M : (o = i.value(r, n == null ? null : a[n], e, n), o = o == null ? M : { _: o }), ce.values[e] = o;
	}
	function Nn(e, n, a) {
		nn = an, rn = on, [an, on] = A.move(r, an, on), A.left = an, A.top = on, ue && (H && Bs(H, vc(an), 0, F, I), U && Bs(U, 0, vc(on), F, I));
		let o, s = ut > dt;
		bn = Oc, xn = null;
		let c = D.ori == 0 ? F : I, l = D.ori == 1 ? F : I;
		if (an < 0 || lt == 0 || s) {
			o = A.idx = null;
			for (let e = 0; e < v.length; e++) {
				let t = Qe[e];
				t != null && Bs(t, -10, -10, F, I);
			}
			Xe && W(null, Cn, !0, e == null && Qn.setSeries), ce.live && (se.fill(o), Be = !0);
		} else {
			let e, n, a;
			i == 1 && (e = D.ori == 0 ? an : on, n = Tn(e, S), o = A.idx = Ys(n, t[0], ut, dt), a = O(t[0][o], D, c, 0));
			let s = -10, u = -10, d = 0, f = 0, p = !0, m = "", h = "";
			for (let e = +(i == 2); e < v.length; e++) {
				let g = v[e], _ = se[e], y = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_], x = A.dataIdx(r, e, o, n), S = x == null ? null : i == 1 ? t[e][x] : t[e][1][x];
				if (Be = Be || S != y || x != _, se[e] = x, e > 0 && g.show) {
					let n = x == null ? -10 : x == o ? a : O(i == 1 ? t[0][x] : t[e][0][x], D, c, 0), _ = S == null ? -10 : te(S, i == 1 ? b[g.scale] : b[g.facets[1].scale], l, 0);
					if (Xe && S != null) {
						let t = D.ori == 1 ? an : on, n = gc(Ye.dist(r, e, x, _, t));
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
							t != null && ($e[e] = c, et[e] = l, Ws(t, a, o, y), Hs(t, v, g), Bs(t, yc(c), yc(l), F, I));
						}
					}
				}
			}
			if (Ze) {
				let e = Ye.prox;
				if (Be || (Sn == null ? bn <= e : bn > e || xn != Sn)) {
					let e = Qe[0];
					e != null && ($e[0] = s, et[0] = u, Ws(e, d, f, p), Hs(e, m, h), Bs(e, yc(s), yc(u), F, I));
				}
			}
		}
		if (dn.show && sn) {
			if (e != null) {
				let [t, n] = Qn.scales, [r, i] = Qn.match, [a, o] = e.cursor.sync.scales, s = e.cursor.drag;
				if (ln = s._x, un = s._y, ln || un) {
					let { left: s, top: u, width: d, height: f } = e.select, p = e.scales[a].ori, m = e.posToVal, h, g, _, v, y, x = t != null && r(t, a), S = n != null && i(n, o);
					x && ln ? (p == 0 ? (h = s, g = d) : (h = u, g = f), _ = b[t], v = O(m(h, a), _, c, 0), y = O(m(h + g, a), _, c, 0), kn(bc(v, y), gc(y - v))) : kn(0, c), S && un ? (p == 1 ? (h = s, g = d) : (h = u, g = f), _ = b[n], v = te(m(h, o), _, l, 0), y = te(m(h + g, o), _, l, 0), An(bc(v, y), gc(y - v))) : An(0, l);
				} else Rn();
			} else {
				let e = gc(nn - Qt), t = gc(rn - $t);
				if (D.ori == 1) {
					let n = e;
					e = t, t = n;
				}
				ln = cn.x && e >= cn.dist, un = cn.y && t >= cn.dist;
				let n = cn.uni;
				n == null ? cn.x && cn.y && (ln || un) && (ln = un = !0) : ln && un && (ln = e >= n, un = t >= n, !ln && !un && (t > e ? un = !0 : ln = !0));
				let r, i;
				ln && (D.ori == 0 ? (r = en, i = an) : (r = tn, i = on), kn(bc(r, i), gc(i - r)), un || An(0, l)), un && (D.ori == 1 ? (r = en, i = an) : (r = tn, i = on), An(bc(r, i), gc(i - r)), ln || kn(0, c)), !ln && !un && (kn(0, 0), An(0, 0));
			}
		}
		if (cn._x = ln, cn._y = un, e == null) {
			if (a) {
				if ($n != null) {
					let [e, t] = Qn.scales;
					Qn.values[0] = e == null ? null : Tn(D.ori == 0 ? an : on, e), Qn.values[1] = t == null ? null : Tn(D.ori == 1 ? an : on, t);
				}
				er(gs, r, an, on, F, I, o);
			}
			if (Xe) {
				let e = a && Qn.setSeries, t = Ye.prox;
				Sn == null ? bn <= t && W(xn, Cn, !0, e) : bn > t ? W(null, Cn, !0, e) : xn != Sn && W(xn, Cn, !0, e);
			}
		}
		Be && (ce.idx = o, Mn()), n !== !1 && Xn("setCursor");
	}
	let Pn = null;
	Object.defineProperty(r, "rect", { get() {
		return Pn ?? K(!1), Pn;
	} });
	function K(e = !1) {
		e ? Pn = null : (Pn = m.getBoundingClientRect(), Xn("syncRect", Pn));
	}
	function Fn(e, t, n, r, i, a, o) {
		A._lock || sn && e != null && e.movementX == 0 && e.movementY == 0 || (In(e, t, n, r, i, a, o, !1, e != null), e == null ? Nn(t, !0, !1) : Nn(null, !0, !0));
	}
	function In(e, t, n, i, a, o, c, l, u) {
		if (Pn ?? K(!1), qe(e), e != null) n = e.clientX - Pn.left, i = e.clientY - Pn.top;
		else {
			if (n < 0 || i < 0) {
				an = -10, on = -10;
				return;
			}
			let [e, r] = Qn.scales, c = t.cursor.sync, [l, u] = c.values, [d, f] = c.scales, [p, m] = Qn.match, h = t.axes[0].side % 2 == 1, g = D.ori == 0 ? F : I, _ = D.ori == 1 ? F : I, v = h ? o : a, y = h ? a : o, x = h ? i : n, S = h ? n : i;
			if (n = d == null ? x / v * g : p(e, d) ? s(l, b[e], g, 0) : -10, i = f == null ? S / y * _ : m(r, f) ? s(u, b[r], _, 0) : -10, D.ori == 1) {
				let e = n;
				n = i, i = e;
			}
		}
		u && (t == null || t.cursor.event.type == gs) && ((n <= 1 || n >= F - 1) && (n = Vc(n, F)), (i <= 1 || i >= I - 1) && (i = Vc(i, I))), l ? (Qt = n, $t = i, [en, tn] = A.move(r, n, i)) : (an = n, on = i);
	}
	let Ln = {
		width: 0,
		height: 0,
		left: 0,
		top: 0
	};
	function Rn() {
		pn(Ln, !1);
	}
	let zn, Bn, Vn, Hn;
	function Un(e, t, n, i, a, o, s) {
		sn = !0, ln = un = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !0, !1), e != null && (xe(vs, Os, Wn, !1), er(_s, r, en, tn, F, I, null));
		let { left: c, top: l, width: u, height: d } = dn;
		zn = c, Bn = l, Vn = u, Hn = d;
	}
	function Wn(e, t, n, i, a, o, s) {
		sn = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !1, !0);
		let { left: c, top: l, width: u, height: d } = dn, f = u > 0 || d > 0, p = zn != c || Bn != l || Vn != u || Hn != d;
		if (f && p && pn(dn), cn.setScale && f && p) {
			let e = c, t = u, n = l, r = d;
			if (D.ori == 1 && (e = l, t = d, n = c, r = u), ln && hn(S, Tn(e, S), Tn(e + t, S)), un) for (let e in b) {
				let t = b[e];
				e != S && t.from == null && t.min != Oc && hn(e, Tn(n + r, e), Tn(n, e));
			}
			Rn();
		} else A.lock && (A._lock = !A._lock, Nn(t, !0, e != null));
		e != null && (Se(vs, Os), er(vs, r, an, on, F, I, null));
	}
	function Gn(e, t, n, r, i, a, o) {
		if (A._lock) return;
		qe(e);
		let s = sn;
		if (sn) {
			let e = !0, t = !0, n, r;
			D.ori == 0 ? (n = ln, r = un) : (n = un, r = ln), n && r && (e = an <= 10 || an >= F - 10, t = on <= 10 || on >= I - 10), n && e && (an = an < en ? 0 : F), r && t && (on = on < tn ? 0 : I), Nn(null, !0, !0), sn = !1;
		}
		an = -10, on = -10, se.fill(null), Nn(null, !0, !0), s && (sn = s);
	}
	function Kn(e, t, n, i, a, o, s) {
		A._lock || (qe(e), ht(), Rn(), e != null && er(xs, r, an, on, F, I, null));
	}
	function qn() {
		y.forEach(Gd), Ve(r.width, r.height, !0);
	}
	qs(Ts, ks, qn);
	let Jn = {};
	Jn.mousedown = Un, Jn.mousemove = Fn, Jn.mouseup = Wn, Jn.dblclick = Kn, Jn.setSeries = (e, t, n, i) => {
		let a = Qn.match[2];
		n = a(r, t, n), n != -1 && W(n, i, !0, !1);
	}, ue && (xe(_s, m, Un), xe(gs, m, Fn), xe(ys, m, (e) => {
		qe(e), K(!1);
	}), xe(bs, m, Gn), xe(xs, m, Kn), kd.add(r), r.syncRect = K);
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
	let Zn = (e, t, n) => n, Qn = ol({
		key: null,
		setSeries: !1,
		filters: {
			pub: Lc,
			sub: Lc
		},
		scales: [S, v[1] ? v[1].scale : null],
		match: [
			Rc,
			Rc,
			Zn
		],
		values: [null, null]
	}, A.sync);
	Qn.match.length == 2 && Qn.match.push(Zn), A.sync = Qn;
	let $n = Qn.key, q = Xu($n);
	function er(e, t, n, r, i, a, o) {
		Qn.filters.pub(e, t, n, r, i, a, o) && q.pub(e, t, n, r, i, a, o);
	}
	q.sub(r);
	function tr(e, t, n, r, i, a, o) {
		Qn.filters.sub(e, t, n, r, i, a, o) && Jn[e](null, t, n, r, i, a, o);
	}
	r.pub = tr;
	function nr() {
		q.unsub(r), kd.delete(r), P.clear(), Js(Ts, ks, qn), l.remove(), de?.remove(), Xn("destroy");
	}
	r.destroy = nr;
	function rr() {
		Xn("init", e, t), mt(t || e.data, !1), k[S] ? Xt(S, k[S]) : ht(), ze = dn.show && (dn.width > 0 || dn.height > 0), Re = Be = !0, Ve(e.width, e.height);
	}
	return v.forEach(nt), y.forEach(L), n ? n instanceof HTMLElement ? (n.appendChild(l), rr()) : n(r, rr) : rr(), r;
}
Kd.assign = ol, Kd.fmtNum = pc, Kd.rangeNum = cc, Kd.rangeLog = nc, Kd.rangeAsinh = rc, Kd.orient = $u, Kd.pxRatio = js, Kd.join = dl, Kd.fmtDate = wl, Kd.tzDate = El, Kd.sync = Xu;
{
	Kd.addGap = id, Kd.clipGaps = rd;
	let e = Kd.paths = { points: vd };
	e.linear = Sd, e.stepped = Cd, e.bars = Td, e.spline = Dd;
}
// src/draw/seldom.ts
function qd(e) {
	let t = -Infinity;
	return (n) => {
		let r = Math.max(0, t + e - performance.now()), i = setTimeout(() => {
			t = performance.now(), n();
		}, r);
		return () => clearTimeout(i);
	};
}
// src/playground/CurveView.svelte
var Jd = /* @__PURE__ */ J("<span class=\"pinned svelte-1fb74g3\"> </span>"), Yd = /* @__PURE__ */ J("<li> </li>"), Xd = /* @__PURE__ */ J("<ul class=\"svelte-1fb74g3\"></ul>"), Zd = /* @__PURE__ */ J("<section aria-labelledby=\"curve-title\"><h2 id=\"curve-title\"> </h2> <div class=\"curve svelte-1fb74g3\"></div> <p class=\"legend svelte-1fb74g3\"><span class=\"train svelte-1fb74g3\"> </span> <span class=\"held-out svelte-1fb74g3\"> </span> <!></p> <p class=\"hidden\"> </p> <!></section>"), Qd = {
	hash: "svelte-1fb74g3",
	code: ".curve.svelte-1fb74g3 {width:100%;overflow:hidden;}.legend.svelte-1fb74g3 {display:flex;gap:1rem;margin:0;font-size:0.8rem;color:var(--muted);}.legend.svelte-1fb74g3 span:where(.svelte-1fb74g3)::before {content:\"\";display:inline-block;width:1.4rem;margin-right:0.3rem;vertical-align:middle;border-top:2px solid #0072b2;}.legend.svelte-1fb74g3 .held-out:where(.svelte-1fb74g3)::before {border-top:2px dashed #e69f00;}.legend.svelte-1fb74g3 .pinned:where(.svelte-1fb74g3)::before {border-top-color:#8a919b;}ul.svelte-1fb74g3 {margin:0.4rem 0 0;padding-left:1.1rem;font-size:0.85rem;color:var(--muted);}"
};
function $d(e, t) {
	Re(t, !0), qr(e, Qd);
	let n, r, i = /* @__PURE__ */ L(() => t.lab.state?.marks ?? []), a = /* @__PURE__ */ L(() => t.lab.curve.at(-1));
	un(() => {
		let e = new Kd({
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
		r?.setData(t.length > 0 ? Kd.join([n, i]) : [...n, []]);
	}
	let u = qd(80);
	un(() => {
		let [e, n] = [t.lab.curve, t.lab.pinned?.curve ?? []];
		return u(() => l(e, n));
	});
	var d = Zd(), f = V(d), p = H(f, !0), m = U(f, 2);
	gi(m, (e) => n = e, () => n);
	var h = U(m, 2), g = V(h), _ = H(g, !0), v = U(g, 2), y = H(v, !0), b = U(v, 2), x = (e) => {
		var t = Jd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned")]), Y(e, t);
	};
	Pr(b, (e) => {
		t.lab.pinned && e(x);
	}), P(h);
	var S = U(h, 2), C = H(S, !0), w = U(S, 2), T = (e) => {
		var t = Xd();
		zr(t, 21, () => q(i).slice(-4), Fr, (e, t) => {
			var n = Yd(), r = H(n, !0);
			W((e) => X(r, e), [() => Q("changed_at", {
				key: q(t).key,
				value: String(q(t).value),
				step: q(t).step
			})]), Y(e, n);
		}), P(t), Y(e, t);
	};
	Pr(w, (e) => {
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
	]), Y(e, d), ze();
}
// src/playground/ToyPicture.svelte
var ef = /* @__PURE__ */ br("<circle r=\"2\"></circle>"), tf = /* @__PURE__ */ br("<svg aria-hidden=\"true\" class=\"svelte-krn2u3\"></svg>"), nf = {
	hash: "svelte-krn2u3",
	code: "svg.svelte-krn2u3 {width:3rem;height:3rem;background:#fff;border-radius:4px;}"
};
function rf(e, t) {
	Re(t, !0), qr(e, nf);
	let n = /* @__PURE__ */ L(() => {
		let e = t.points[0]?.length === 2, n = t.points.map((e) => e[0] ?? 0), r = t.points.map((e) => e[1] ?? 0), i = (e) => {
			let [t, n] = [Math.min(...e), Math.max(...e)];
			return (e) => 4 + 40 * (e - t) / (n - t || 1);
		}, [a, o] = [i(n), i(r)];
		return t.points.map((t, i) => ({
			x: a(n[i] ?? 0),
			y: 48 - o(r[i] ?? 0),
			colour: za(Ha(e ? 1 : t[2] ?? 0))
		}));
	});
	var r = tf();
	Z(r, "viewBox", "0 0 48 48"), zr(r, 21, () => q(n), Fr, (e, t) => {
		let n = () => q(t).x, r = () => q(t).y, i = () => q(t).colour;
		var a = ef();
		W(() => {
			Z(a, "cx", n()), Z(a, "cy", r()), Z(a, "fill", i());
		}), Y(e, a);
	}), P(r), Y(e, r), ze();
}
// src/playground/DataPanel.svelte
var af = /* @__PURE__ */ J("<button class=\"svelte-1l34x8r\"><!> </button>"), of = /* @__PURE__ */ J("<section aria-labelledby=\"data-title\"><h2 id=\"data-title\"> </h2> <div class=\"tiles svelte-1l34x8r\"></div> <div class=\"fields svelte-1l34x8r\"><!> <!> <!> <!></div> <button> </button> <p class=\"hint svelte-1l34x8r\"> </p></section>"), sf = {
	hash: "svelte-1l34x8r",
	code: ".tiles.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(5.5rem, 1fr));gap:0.4rem;margin:0.5rem 0;}.tiles.svelte-1l34x8r button:where(.svelte-1l34x8r) {display:grid;justify-items:center;gap:0.2rem;font-size:0.85rem;}.fields.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(7rem, 1fr));gap:0.5rem;margin:0.5rem 0;}.hint.svelte-1l34x8r {margin:0.3rem 0 0;font-size:0.8rem;color:var(--muted);}"
};
function cf(e, t) {
	Re(t, !0), qr(e, sf);
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
	var l = of(), u = V(l), d = H(u, !0), f = U(u, 2);
	zr(f, 21, () => q(o), ({ name: e, points: t }) => e, (e, t) => {
		let n = () => q(t).name, r = () => q(t).points;
		var i = af(), o = V(i);
		rf(o, { get points() {
			return r();
		} });
		var c = U(o);
		P(i), W((e) => {
			Z(i, "aria-pressed", q(a) === n()), X(c, ` ${e ?? ""}`);
		}, [() => na("data", n())]), ur("click", i, () => s(n())), Y(e, i);
	}), P(f);
	var p = U(f, 2), m = V(p);
	{
		let e = /* @__PURE__ */ L(() => q(i).points ?? 500);
		aa(m, {
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
		aa(h, {
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
			aa(e, {
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
	Pr(g, (e) => {
		q(v) && e(_);
	});
	var y = U(g, 2);
	{
		let e = /* @__PURE__ */ L(() => q(i).validation ?? .3);
		aa(y, {
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
	]), ur("click", b, c), Y(e, l), ze();
}
dr(["click"]);
// src/playground/DivergedCard.svelte
var lf = /* @__PURE__ */ J("<p class=\"svelte-1lobahv\"> </p>"), uf = /* @__PURE__ */ J("<aside role=\"alert\" class=\"svelte-1lobahv\"><h2> </h2> <p class=\"svelte-1lobahv\"> </p> <!> <div class=\"svelte-1lobahv\"><button class=\"primary\"> </button> <button> </button> <a href=\"#/glass\"> </a></div></aside>"), df = {
	hash: "svelte-1lobahv",
	code: "aside.svelte-1lobahv {border:2px solid var(--warn);border-radius:8px;padding:0.8rem 1rem;}p.svelte-1lobahv {margin:0.4rem 0;}div.svelte-1lobahv {display:flex;flex-wrap:wrap;align-items:center;gap:0.5rem;}"
};
function ff(e, t) {
	Re(t, !0), qr(e, df);
	let n = bi(t, "lab", 7);
	async function r() {
		await n().ask("mend").then(() => n().send("run"), (e) => n().refused = e);
	}
	var i = uf(), a = V(i), o = H(a, !0), s = U(a, 2), c = H(s, !0), l = U(s, 2), u = (e) => {
		var n = Sr();
		zr(Zt(n), 17, () => t.diverged.advice, Fr, (e, t) => {
			var n = lf(), r = H(n, !0);
			W(() => X(r, q(t).seen)), Y(e, n);
		}), Y(e, n);
	}, d = /* @__PURE__ */ L(() => ea() === "en"), f = (e) => {
		var n = lf(), r = H(n, !0);
		W((e) => X(r, e), [() => Q("rate_too_high", { rate: t.diverged.rate })]), Y(e, n);
	}, p = /* @__PURE__ */ L(() => t.diverged.advice.some(({ kind: e }) => e === "rate too high"));
	Pr(l, (e) => {
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
	]), ur("click", h, r), ur("click", _, () => n().send("rewind", { to: 0 })), Y(e, i), ze();
}
dr(["click"]);
// src/playground/Guess.svelte
var pf = /* @__PURE__ */ J("<button> </button>"), mf = /* @__PURE__ */ J("<p> </p> <div class=\"svelte-1vndivg\"></div>", 1), hf = /* @__PURE__ */ J("<p role=\"status\"><strong> </strong> </p> <button> </button>", 1), gf = /* @__PURE__ */ J("<p role=\"status\"> </p>"), _f = /* @__PURE__ */ J("<details class=\"svelte-1vndivg\"><summary class=\"svelte-1vndivg\"> </summary> <!></details>"), vf = {
	hash: "svelte-1vndivg",
	code: "details.svelte-1vndivg {font-size:0.9rem;}summary.svelte-1vndivg {cursor:pointer;}div.svelte-1vndivg {display:flex;flex-wrap:wrap;gap:0.4rem;}"
};
function yf(e, t) {
	Re(t, !0), qr(e, vf);
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
	var d = _f(), f = V(d), p = H(f, !0), m = U(f, 2), h = (e) => {
		var r = mf(), i = Zt(r), a = H(i, !0), s = U(i, 2);
		zr(s, 21, () => n, (e) => e.name, (e, n) => {
			var r = pf(), i = H(r, !0);
			W((e) => {
				r.disabled = q(o) === null || t.lab.isRunning, X(i, e);
			}, [() => Q(q(n).label)]), ur("click", r, () => u(q(n).name)), Y(e, r);
		}), P(s), W((e) => X(a, e), [() => Q("guess_question", {
			n: 20,
			loss: q(o)?.toPrecision(3) ?? "–"
		})]), Y(e, r);
	}, g = (e) => {
		var t = hf(), n = Zt(t), a = V(n), s = H(a, !0), u = U(a);
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
		]), ur("click", d, () => B(r, null)), Y(e, t);
	}, _ = (e) => {
		var t = gf(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("guess_waits", { guess: l(q(r)) })]), Y(e, t);
	};
	Pr(m, (e) => {
		q(r) === null ? e(h) : q(s) ? e(g, 1) : e(_, -1);
	}), P(d), W((e) => X(p, e), [() => Q("guess")]), Y(e, d), ze();
}
dr(["click"]);
// src/playground/Limits.svelte
var bf = /* @__PURE__ */ J("<dt> </dt> <dd class=\"svelte-s0yxod\"> </dd>", 1), xf = /* @__PURE__ */ J("<details class=\"svelte-s0yxod\"><summary> </summary> <dl class=\"svelte-s0yxod\"><!> <dt> </dt> <dd class=\"svelte-s0yxod\"> </dd></dl></details>"), Sf = {
	hash: "svelte-s0yxod",
	code: "details.svelte-s0yxod {margin-top:0.8rem;font-size:0.85rem;color:var(--muted);}dl.svelte-s0yxod {display:grid;grid-template-columns:1fr max-content;gap:0.2rem 1rem;}dd.svelte-s0yxod {margin:0;text-align:right;font-variant-numeric:tabular-nums;}"
};
function Cf(e, t) {
	Re(t, !0), qr(e, Sf);
	let n = [
		"depth",
		"credits",
		"message_bytes",
		"snapshot_bytes"
	], r = /* @__PURE__ */ L(() => Object.entries(t.lab.welcome?.limits ?? {}).filter(([e]) => !n.includes(e)));
	var i = xf(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s);
	zr(c, 17, () => q(r), ([e, t]) => e, (e, t) => {
		var n = /* @__PURE__ */ L(() => m(q(t), 2));
		let r = () => q(n)[0], i = () => q(n)[1];
		var a = bf(), o = Zt(a), s = H(o, !0), c = H(U(o, 2), !0);
		W((e, t) => {
			X(s, e), X(c, t);
		}, [() => na("limit", r()), () => i().toLocaleString(ea())]), Y(e, a);
	});
	var l = U(c, 2), u = H(l, !0), d = H(U(l, 2), !0);
	P(s), P(i), W((e, t, n) => {
		X(o, e), X(u, t), X(d, n);
	}, [
		() => Q("limits"),
		() => Q("limit_now"),
		() => (t.lab.state?.parameters ?? 0).toLocaleString(ea())
	]), Y(e, i), ze();
}
// src/playground/ColumnBar.svelte
var wf = /* @__PURE__ */ J("<button> </button>"), Tf = /* @__PURE__ */ J("<button class=\"add svelte-197pkvu\">+</button> <details class=\"svelte-197pkvu\"><summary class=\"svelte-197pkvu\"> </summary> <div class=\"units svelte-197pkvu\"><!> <!></div> <!> <!> <label class=\"check svelte-197pkvu\"><input type=\"checkbox\" class=\"svelte-197pkvu\"/> </label> <button> </button></details>", 1), Ef = /* @__PURE__ */ J("<div class=\"layer-bar svelte-197pkvu\"><!> <button> </button></div>"), Df = {
	hash: "svelte-197pkvu",
	code: ".layer-bar.svelte-197pkvu {display:flex;flex-wrap:wrap;align-items:start;gap:0.4rem;margin:0.5rem 0;}details.svelte-197pkvu {padding:0.3rem 0.6rem;background:var(--surface);border-radius:6px;}summary.svelte-197pkvu {cursor:pointer;line-height:1.5rem;}.units.svelte-197pkvu {display:flex;align-items:end;gap:0.3rem;}.add.svelte-197pkvu {padding:0.3rem 0.5rem;}.check.svelte-197pkvu {display:flex;margin:0.4rem 0;font-size:0.85rem;color:var(--muted);align-items:center;gap:0.4rem;}.check.svelte-197pkvu input:where(.svelte-197pkvu) {min-height:0;}"
};
function Of(e, t) {
	Re(t, !0), qr(e, Df);
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
	], i = [-1, 1], a = /* @__PURE__ */ L(() => Io(t.lab.state?.layers ?? [])), o = /* @__PURE__ */ L(() => (t.lab.welcome?.catalogue.activation ?? []).map(({ name: e }) => e).filter((e) => e !== "softmax"));
	function s(e) {
		t.lab.change(Lo(e, t.lab.outputs, t.lab.state?.recipe.initializer), "overlap");
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
	var u = Ef(), d = V(u);
	zr(d, 17, () => q(a), Fr, (e, n, u) => {
		var d = Tf(), f = Zt(d), p = U(f, 2), m = V(p), h = H(m, !0), g = U(m, 2), _ = V(g);
		zr(_, 16, () => i, (e) => e, (e, t) => {
			var r = wf(), i = H(r, !0);
			W((e) => {
				Z(r, "aria-label", e), r.disabled = q(n).units + t < 1, X(i, t < 0 ? "−" : "+");
			}, [() => Q(t < 0 ? "fewer_units" : "more_units", { n: u + 1 })]), ur("click", r, () => c(u, { units: q(n).units + t })), Y(e, r);
		});
		var v = U(_, 2);
		{
			let e = /* @__PURE__ */ L(() => t.lab.welcome?.limits.units ?? 2048);
			aa(v, {
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
		No(y, {
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
		No(b, {
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
		li(S);
		var C = U(S, 1, !0);
		P(x);
		var w = U(x, 2), T = H(w, !0);
		P(p), W((e, t, r, i) => {
			Z(f, "aria-label", e), X(h, t), di(S, q(n).batchNorm), X(C, r), X(T, i);
		}, [
			() => Q("insert_layer", { n: u + 1 }),
			() => Q("layer_summary", {
				n: u + 1,
				units: q(n).units,
				activation: q(n).activation
			}),
			() => Q("batch_norm"),
			() => Q("remove_layer", { n: u + 1 })
		]), ur("click", f, () => l(u)), ur("change", S, (e) => c(u, { batchNorm: e.currentTarget.checked })), ur("click", w, () => s(q(a).filter((e, t) => t !== u))), Y(e, d);
	});
	var f = U(d, 2), p = H(f, !0);
	P(u), W((e) => X(p, e), [() => Q("add_layer")]), ur("click", f, () => l(q(a).length)), Y(e, u), ze();
}
dr(["click", "change"]);
// src/playground/structure.ts
function kf(e, t) {
	let n = 0, r = [];
	for (let { name: i, drawn: a } of e) i.endsWith(t) && r.push({
		at: n,
		shape: a,
		name: i
	}), n += a.reduce((e, t) => e * t, 1);
	return r;
}
// src/draw/pictures.ts
function Af(e, t) {
	return Nf(t, (t) => Va(((e[t] ?? 128) - 128) / 127));
}
function jf(e, t, n) {
	let r = n * n;
	return Nf(n, (n) => {
		let i = 0;
		for (let a = 1; a < t; a++) (e[a * r + n] ?? 0) > (e[i * r + n] ?? 0) && (i = a);
		return Ba(Ra, Ha(i), .15 + .7 * ((e[i * r + n] ?? 0) / 255));
	});
}
function Mf(e, t) {
	return Nf(t, (t) => Va((e[t] ?? 128) / 255 * 2 - 1));
}
function Nf(e, t) {
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
function Pf(e, t, n) {
	e.width = e.height = n;
	let r = new ImageData(new Uint8ClampedArray(t), n, n);
	e.getContext("2d")?.putImageData(r, 0, 0);
}
function Ff(e, t, n) {
	let r = e.getContext("2d"), [i, a] = n;
	if (!r || !i || !a) return;
	r.clearRect(0, 0, e.width, e.height);
	let o = e.width / 110;
	for (let { x: n, y: s, hollow: c } of t) for (let t = 0; t < s.length; t++) {
		let l = If(n[2 * t] ?? 0, i) * e.width, u = (1 - If(n[2 * t + 1] ?? 0, a)) * e.height;
		r.beginPath(), r.arc(l, u, o, 0, 2 * Math.PI), r.fillStyle = c ? "rgb(255 255 255 / 80%)" : za(Ha(s[t] ?? 0)), r.strokeStyle = c ? za(Ha(s[t] ?? 0)) : "rgb(255 255 255 / 90%)", r.lineWidth = o / 2.5, r.fill(), r.stroke();
	}
}
var If = (e, [t, n]) => (e - t) / (n - t);
function Lf(e, t, n, r) {
	let i = e.getContext("2d"), a = r[0];
	if (!i || !a) return;
	i.clearRect(0, 0, e.width, e.height);
	let o = Math.max(...n.flatMap(({ y: e }) => Array.from(e, Math.abs)), 1e-9), s = (t) => e.height * (.5 - t / (3 * o));
	for (let { x: t, y: r, hollow: o } of n) {
		i.fillStyle = o ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
		for (let n = 0; n < r.length; n++) {
			i.beginPath();
			let o = If(t[n] ?? 0, a) * e.width;
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
var Rf = /* @__PURE__ */ J("<div role=\"img\" class=\"svelte-1o9cw55\"><canvas class=\"svelte-1o9cw55\"></canvas></div>"), zf = {
	hash: "svelte-1o9cw55",
	code: "div.svelte-1o9cw55,\n  canvas.svelte-1o9cw55 {display:block;width:100%;height:100%;image-rendering:auto;border-radius:5px;box-shadow:0 0 0 1px var(--line);}"
};
function Bf(e, t) {
	Re(t, !0), qr(e, zf);
	let n;
	un(() => {
		if (t.values === void 0) return;
		let e = t.isPlane ? 1024 : 32, i = t.values.subarray(t.place * e, (t.place + 1) * e), a = t.isPlane ? i : r(i);
		a.length === 1024 && Pf(n, Af(a, 32), 32);
	});
	function r(e) {
		let t = /* @__PURE__ */ new Uint8Array(1024);
		for (let n = 0; n < 32; n++) t.set(e, n * 32);
		return t;
	}
	var i = Rf(), a = V(i);
	Z(a, "width", 32), Z(a, "height", 32), gi(a, (e) => n = e, () => n), P(i), W(() => {
		Z(i, "aria-label", t.label), Z(i, "title", t.label);
	}), Y(e, i), ze();
}
// src/playground/UnitPanel.svelte
var Vf = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-1i86h9\"> </th><td class=\"svelte-1i86h9\"><input type=\"number\" step=\"0.1\" class=\"svelte-1i86h9\"/></td><td class=\"svelte-1i86h9\"> </td></tr>"), Hf = /* @__PURE__ */ J("<section class=\"panel svelte-1i86h9\" aria-labelledby=\"unit-title\"><h3 id=\"unit-title\" class=\"svelte-1i86h9\"> </h3> <div class=\"picture svelte-1i86h9\"><!></div> <p class=\"svelte-1i86h9\"> </p> <table class=\"svelte-1i86h9\"><thead><tr><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th></tr></thead><tbody class=\"svelte-1i86h9\"></tbody></table> <div class=\"buttons svelte-1i86h9\"><button> </button> <button> </button></div> <p class=\"hint svelte-1i86h9\"> </p></section>"), Uf = {
	hash: "svelte-1i86h9",
	code: ".panel.svelte-1i86h9 {margin-top:0.6rem;padding:0.6rem 0.8rem;border:1px solid var(--line);border-radius:8px;}h3.svelte-1i86h9 {margin:0 0 0.4rem;font-size:1rem;}.picture.svelte-1i86h9 {float:left;width:8rem;height:8rem;margin:0 0.8rem 0.4rem 0;}p.svelte-1i86h9 {margin:0 0 0.5rem;font-size:0.85rem;}table.svelte-1i86h9 {clear:both;width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}th.svelte-1i86h9,\n  td.svelte-1i86h9 {padding:0.15rem 0.3rem;text-align:right;}tbody.svelte-1i86h9 th:where(.svelte-1i86h9) {text-align:left;font-weight:normal;}input.svelte-1i86h9 {width:6.5rem;text-align:right;}.buttons.svelte-1i86h9 {display:flex;gap:0.4rem;margin-top:0.5rem;}.hint.svelte-1i86h9 {margin:0.4rem 0 0;color:var(--muted);}"
};
function Wf(e, t) {
	Re(t, !0), qr(e, Uf);
	let n = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), r = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), i = /* @__PURE__ */ L(() => kf(t.lab.state?.arrays ?? [], "dense.W")[t.unit.layer]), a = /* @__PURE__ */ L(() => kf(t.lab.state?.arrays ?? [], "dense.b")[t.unit.layer]), o = /* @__PURE__ */ L(() => (t.lab.state?.silenced ?? []).some(([e, n]) => e === t.unit.layer && n === t.unit.unit)), s = /* @__PURE__ */ L(() => t.lab.frame.get("unit_scales")?.values[t.place] ?? 0), c = /* @__PURE__ */ L(() => {
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
	var f = Hf(), p = V(f), m = H(p, !0), h = U(p, 2), g = V(h);
	{
		let e = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), n = /* @__PURE__ */ L(() => Q("unit_picture"));
		Bf(g, {
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
	zr(D, 21, () => q(c), (e) => e.tensor + String(e.index), (e, t) => {
		var n = Vf(), i = V(n), a = H(i, !0), o = U(i), s = V(o);
		li(s), P(o);
		var c = H(U(o), !0);
		P(n), W((e, n, r) => {
			X(a, q(t).name), Z(s, "aria-label", e), ui(s, n), X(c, r);
		}, [
			() => Q("unit_edit", { name: q(t).name }),
			() => q(u)?.at === q(t).at ? q(u).value : l(q(t)),
			() => q(r)?.[q(t).at]?.toPrecision(3) ?? "–"
		]), lr("focus", s, () => B(u, {
			at: q(t).at,
			value: l(q(t))
		})), lr("blur", s, () => B(u, null)), ur("change", s, (e) => d(q(t), e.currentTarget)), Y(e, n);
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
	]), ur("click", O, () => t.lab.send("silence", {
		...t.unit,
		on: !q(o)
	})), ur("click", k, function(...e) {
		t.close?.apply(this, e);
	}), Y(e, f), ze();
}
dr(["change", "click"]);
// src/playground/lines.ts
var Gf = 12;
function Kf({ left: e, right: t, from: n, to: r }, i) {
	let a = 1 - i, o = (e + t) / 2;
	return {
		x: a ** 3 * e + 3 * a ** 2 * i * o + 3 * a * i ** 2 * o + i ** 3 * t,
		y: (a ** 3 + 3 * a ** 2 * i) * n + (3 * a * i ** 2 + i ** 3) * r
	};
}
function qf(e, t, n) {
	let r = null, i = n;
	for (let n of e) if (!(t.x < n.left || t.x > n.right)) for (let e = 0; e <= Gf; e++) {
		let a = Kf(n, e / Gf), o = Math.hypot(a.x - t.x, a.y - t.y);
		o < i && ([r, i] = [n, o]);
	}
	return r;
}
// src/playground/WeightLines.svelte
var Jf = /* @__PURE__ */ J("<output class=\"value svelte-gykhtq\"> </output>"), Yf = /* @__PURE__ */ J("<canvas aria-hidden=\"true\" class=\"svelte-gykhtq\"></canvas> <!>", 1), Xf = {
	hash: "svelte-gykhtq",
	code: "canvas.svelte-gykhtq {position:absolute;inset:0;width:100%;height:100%;}.value.svelte-gykhtq {position:absolute;z-index:2;padding:0.2rem 0.5rem;font-size:0.8rem;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;pointer-events:none;transform:translate(-50%, -130%);white-space:nowrap;}"
};
function Zf(e, t) {
	Re(t, !0), qr(e, Xf);
	let n, r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ L(() => q(r) === null ? null : qf(t.lines, q(r), 8));
	function a(e, r) {
		let i = Math.min(2, devicePixelRatio), [a, o] = [Math.round(t.width * i), Math.round(t.height * i)];
		(n.width !== a || n.height !== o) && (n.width = a, n.height = o);
		let c = n.getContext("2d");
		if (!c) return;
		c.setTransform(i, 0, 0, i, 0, 0), c.clearRect(0, 0, t.width, t.height);
		let l = Math.max(...e.map(({ value: e }) => Math.abs(e)), 1e-9);
		for (let t of e) s(c, t, Math.abs(t.value) / l, t === r);
	}
	let o = qd(40);
	un(() => {
		let [e, n] = [t.lines, q(i)];
		return o(() => a(e, n));
	});
	function s(e, t, n, r) {
		let { left: i, right: a, from: o, to: s } = t, c = (i + a) / 2;
		e.beginPath(), e.moveTo(i, o), e.bezierCurveTo(c, o, c, s, a, s), e.setLineDash(t.value < 0 ? [6, 3] : []), e.strokeStyle = za(t.value < 0 ? Ia : La), e.globalAlpha = r ? 1 : .25 + .7 * n, e.lineWidth = r ? 6 : .4 + 5 * n, e.stroke();
	}
	function c(e) {
		B(r, {
			x: e.offsetX,
			y: e.offsetY
		});
	}
	var l = Yf(), u = Zt(l);
	gi(u, (e) => n = e, () => n);
	var d = U(u, 2), f = (e) => {
		let n = /* @__PURE__ */ L(() => Kf(q(i), .5));
		var r = Jf(), a = H(r, !0);
		Jr(r, () => (e) => {
			e.style.left = `${q(n).x}px`, e.style.top = `${q(n).y}px`;
		}), W((e) => X(a, e), [() => t.textOf(q(i))]), Y(e, r);
	};
	Pr(d, (e) => {
		q(i) && e(f);
	}), ur("pointermove", u, c), lr("pointerleave", u, () => B(r, null)), Y(e, l), ze();
}
dr(["pointermove"]);
// src/playground/NetworkView.svelte
var Qf = /* @__PURE__ */ J("<button><!></button>"), $f = /* @__PURE__ */ J("<span class=\"end svelte-1cnw3n6\"> </span>"), ep = /* @__PURE__ */ br("<foreignObject><!></foreignObject>"), tp = /* @__PURE__ */ br("<text text-anchor=\"middle\" font-size=\"11\"> </text>"), np = /* @__PURE__ */ br("<!><!>", 1), rp = /* @__PURE__ */ J("<p class=\"hint svelte-1cnw3n6\"> </p>"), ip = /* @__PURE__ */ J("<section aria-labelledby=\"network-title\"><h2 id=\"network-title\"> </h2> <!> <div class=\"scroll svelte-1cnw3n6\"><div class=\"drawing svelte-1cnw3n6\"><!> <svg role=\"group\" class=\"svelte-1cnw3n6\"></svg></div></div> <!></section>"), ap = {
	hash: "svelte-1cnw3n6",
	code: ".scroll.svelte-1cnw3n6 {overflow-x:auto;}.drawing.svelte-1cnw3n6 {position:relative;}svg.svelte-1cnw3n6 {position:relative;display:block;pointer-events:none;max-width:none;fill:var(--muted);}.unit.svelte-1cnw3n6 {pointer-events:auto;width:100%;height:100%;min-height:0;padding:0;border:0;}.unit.silent.svelte-1cnw3n6 {opacity:0.25;}.end.svelte-1cnw3n6 {display:grid;place-items:center;height:100%;font-size:0.75rem;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden;}.hint.svelte-1cnw3n6 {font-size:0.85rem;color:var(--muted);}"
};
function op(e, t) {
	Re(t, !0), qr(e, ap);
	let n = /* @__PURE__ */ z(null), r = /* @__PURE__ */ L(() => t.lab.state?.hidden ?? []), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.columns ?? []), a = /* @__PURE__ */ L(() => t.lab.state?.arrays[0]?.shape[0] ?? q(i).length), o = /* @__PURE__ */ L(() => [
		q(a),
		...q(r),
		t.lab.outputs
	]), s = /* @__PURE__ */ L(() => q(o).map((e) => Math.min(e, 12))), c = /* @__PURE__ */ L(() => Math.max(...q(s), 1) * 50 + 10), l = /* @__PURE__ */ L(() => (q(o).length - 1) * 120 + 40), u = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), d = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), f = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), p = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.shape.length === 3), m = /* @__PURE__ */ L(() => kf(t.lab.state?.arrays ?? [], "dense.W")), h = /* @__PURE__ */ L(() => kf(t.lab.state?.arrays ?? [], "dense.b")), g = /* @__PURE__ */ L(() => new Set((t.lab.state?.silenced ?? []).map(String))), _ = /* @__PURE__ */ L(() => q(n) !== null && q(n).unit < (q(r)[q(n).layer] ?? 0) ? q(n) : null), v = /* @__PURE__ */ L(() => {
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
	var E = ip(), D = V(E), ee = H(D, !0), O = U(D, 2);
	Of(O, { get lab() {
		return t.lab;
	} });
	var te = U(O, 2), k = V(te), ne = V(k);
	Zf(ne, {
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
	zr(re, 21, () => q(s), Fr, (e, n, r) => {
		var i = np(), a = Zt(i);
		zr(a, 17, () => ({ length: q(n) }), Fr, (e, n, i) => {
			var a = ep();
			Z(a, "width", 40), Z(a, "height", 40);
			var o = V(a), c = (e) => {
				var t = Qf();
				let n;
				var a = V(t);
				{
					let e = /* @__PURE__ */ L(() => x(r, i)), t = /* @__PURE__ */ L(() => Q("unit_text", {
						unit: i + 1,
						layer: r,
						bias: (q(u)?.[(q(h)[r - 1]?.at ?? 0) + i] ?? 0).toPrecision(3)
					}));
					Bf(a, {
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
					n = Zr(t, 1, "unit svelte-1cnw3n6", null, n, { silent: e }), Z(t, "aria-pressed", q(_)?.layer === r - 1 && q(_).unit === i);
				}, [() => q(g).has(`${r - 1},${i}`)]), ur("click", t, () => T({
					layer: r - 1,
					unit: i
				})), Y(e, t);
			}, l = (e) => {
				var n = $f(), a = H(n, !0);
				W((e) => X(a, e), [() => r === 0 ? S(i) : t.lab.dataFacts?.classes[i] ?? Q("output")]), Y(e, n);
			};
			Pr(o, (e) => {
				r > 0 && r < q(s).length - 1 ? e(c) : e(l, -1);
			}), P(a), W((e, t) => {
				Z(a, "x", e), Z(a, "y", t);
			}, [() => y(r) - 20, () => b(r, i) - 20]), Y(e, a);
		});
		var l = U(a), d = (e) => {
			var t = tp(), i = H(t, !0);
			W((e, n) => {
				Z(t, "x", e), Z(t, "y", q(c)), X(i, n);
			}, [() => y(r), () => Q("more_units_not_shown", { n: (q(o)[r] ?? 0) - q(n) })]), Y(e, t);
		};
		Pr(l, (e) => {
			(q(o)[r] ?? 0) > q(n) && e(d);
		}), Y(e, i);
	}), P(re), P(k), Jr(k, () => (e) => {
		e.style.width = `${q(l)}px`, e.style.height = `${q(c)}px`;
	}), P(te);
	var ie = U(te, 2), ae = (e) => {
		{
			let n = /* @__PURE__ */ L(() => x(q(_).layer + 1, q(_).unit));
			Wf(e, {
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
		var t = rp(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("network_hint", { first: S(0) })]), Y(e, t);
	};
	Pr(ie, (e) => {
		q(_) ? e(ae) : e(oe, -1);
	}), P(E), W((e, t) => {
		X(ee, e), Z(re, "viewBox", `0 0 ${q(l) ?? ""} ${q(c) ?? ""}`), Z(re, "width", q(l)), Z(re, "height", q(c)), Z(re, "aria-label", t);
	}, [() => Q("network"), () => Q("network")]), Y(e, E), ze();
}
dr(["click"]);
// src/playground/ConfusionTable.svelte
var sp = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-41hqjx\"> </th>"), cp = /* @__PURE__ */ J("<td> </td>"), lp = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-41hqjx\"> </th><!></tr>"), up = /* @__PURE__ */ J("<table class=\"svelte-41hqjx\"><caption class=\"svelte-41hqjx\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-41hqjx\"> </th><!></tr></thead><tbody></tbody></table>"), dp = {
	hash: "svelte-41hqjx",
	code: "table.svelte-41hqjx {width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-41hqjx {text-align:left;color:var(--muted);}th.svelte-41hqjx,\n  td.svelte-41hqjx {padding:0.15rem 0.3rem;text-align:right;border:1px solid var(--line);}.right.svelte-41hqjx {font-weight:bold;background:var(--surface);}"
};
function fp(e, t) {
	Re(t, !0), qr(e, dp);
	let n = /* @__PURE__ */ z([]), r = /* @__PURE__ */ z([]), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.rows.held_out ? "held_out" : "train");
	un(() => {
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
	var a = up(), o = V(a), s = H(o, !0), c = U(o), l = V(c), u = V(l), d = H(u, !0);
	zr(U(u), 16, () => q(n), (e) => e, (e, t) => {
		var n = sp(), r = H(n, !0);
		W(() => X(r, t)), Y(e, n);
	}), P(l), P(c);
	var f = U(c);
	zr(f, 21, () => q(r), Fr, (e, t, r) => {
		var i = lp(), a = V(i), o = H(a, !0);
		zr(U(a), 17, () => q(t), Fr, (e, t, n) => {
			var i = cp();
			Zr(i, 1, "svelte-41hqjx", null, {}, { right: r === n });
			var a = H(i, !0);
			W(() => X(a, q(t))), Y(e, i);
		}), P(i), W(() => X(o, q(n)[r])), Y(e, i);
	}), P(f), P(a), W((e, t) => {
		X(s, e), X(d, t);
	}, [() => Q("confusion_caption", { part: Q(q(i) === "train" ? "training" : "held_out") }), () => Q("confusion_true")]), Y(e, a), ze();
}
// src/playground/OutputView.svelte
var pp = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\"> </th>"), mp = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\">R²</th>"), hp = /* @__PURE__ */ J("<td class=\"svelte-vwwk2l\"> </td>"), gp = /* @__PURE__ */ J("<tr><th class=\"svelte-vwwk2l\"> </th><td class=\"svelte-vwwk2l\"> </td><!></tr>"), _p = /* @__PURE__ */ J("<details class=\"svelte-vwwk2l\"><summary class=\"svelte-vwwk2l\"> </summary> <!></details>"), vp = /* @__PURE__ */ J("<section aria-labelledby=\"output-title\"><div class=\"title svelte-vwwk2l\"><h2 id=\"output-title\"> </h2> <button> </button></div> <div class=\"picture svelte-vwwk2l\" role=\"img\"><canvas class=\"svelte-vwwk2l\"></canvas> <canvas class=\"svelte-vwwk2l\"></canvas></div> <table class=\"svelte-vwwk2l\"><thead><tr><th class=\"svelte-vwwk2l\"></th><th class=\"svelte-vwwk2l\"> </th><!></tr></thead><tbody class=\"svelte-vwwk2l\"></tbody></table> <!></section>"), yp = {
	hash: "svelte-vwwk2l",
	code: ".title.svelte-vwwk2l {display:flex;justify-content:space-between;align-items:center;}details.svelte-vwwk2l {margin-top:0.5rem;}summary.svelte-vwwk2l {cursor:pointer;}.picture.svelte-vwwk2l {position:relative;aspect-ratio:1;margin:0.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;}canvas.svelte-vwwk2l {position:absolute;inset:0;width:100%;height:100%;}table.svelte-vwwk2l {width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;}th.svelte-vwwk2l,\n  td.svelte-vwwk2l {padding:0.2rem 0.4rem;text-align:right;border-bottom:1px solid var(--line);}tbody.svelte-vwwk2l th:where(.svelte-vwwk2l) {text-align:left;font-weight:normal;color:var(--muted);}"
};
function bp(e, t) {
	Re(t, !0), qr(e, yp);
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
	un(() => {
		if (q(i) === void 0) return;
		if (q(o)) {
			n.getContext("2d")?.clearRect(0, 0, 100, 100);
			return;
		}
		let e = q(i).shape[0] ?? 1, t = e === 1 ? Mf(q(i).values, 100) : jf(q(i).values, e, 100);
		Pf(n, t, 100);
	}), un(() => {
		q(o) && q(i) ? Lf(r, q(i).values, q(s), q(a)) : Ff(r, q(s), q(a));
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
	var d = vp(), f = V(d), p = V(f), m = H(p, !0), h = U(p, 2), g = H(h, !0);
	P(f);
	var _ = U(f, 2), v = V(_);
	Z(v, "width", 100), Z(v, "height", 100), gi(v, (e) => n = e, () => n);
	var y = U(v, 2);
	Z(y, "width", 600), Z(y, "height", 600), gi(y, (e) => r = e, () => r), P(_);
	var b = U(_, 2), x = V(b), S = V(x), C = U(V(S)), w = H(C, !0), T = U(C), E = (e) => {
		var t = pp(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("accuracy")]), Y(e, t);
	}, D = (e) => {
		Y(e, mp());
	};
	Pr(T, (e) => {
		q(u) ? e(E) : e(D, -1);
	}), P(S), P(x);
	var ee = U(x);
	zr(ee, 21, () => q(c), (e) => e.name, (e, t) => {
		var n = gp(), r = V(n), i = H(r, !0), a = U(r), o = H(a, !0), s = U(a), c = (e) => {
			var n = hp(), r = H(n, !0);
			W(() => X(r, q(t).right)), Y(e, n);
		}, l = (e) => {
			var n = hp(), r = H(n, !0);
			W(() => X(r, q(t).fit)), Y(e, n);
		};
		Pr(s, (e) => {
			q(u) ? e(c) : e(l, -1);
		}), P(n), W(() => {
			X(i, q(t).name), X(o, q(t).loss);
		}), Y(e, n);
	}), P(ee), P(b);
	var O = U(b, 2), te = (e) => {
		var n = _p(), r = V(n), i = H(r, !0), a = U(r, 2), o = (e) => {
			fp(e, { get lab() {
				return t.lab;
			} });
		};
		Pr(a, (e) => {
			q(l) && e(o);
		}), P(n), W((e) => X(i, e), [() => Q("confusion")]), _i("open", "toggle", n, (e) => B(l, e), () => q(l)), Y(e, n);
	};
	Pr(O, (e) => {
		q(u) && e(te);
	}), P(d), W((e, n, r, i) => {
		X(m, e), h.disabled = !t.lab.facts, X(g, n), Z(_, "aria-label", r), X(w, i);
	}, [
		() => Q("output"),
		() => Q("pin"),
		() => Q("picture_text"),
		() => Q("loss")
	]), ur("click", h, () => t.lab.pin()), Y(e, d), ze();
}
dr(["click"]);
// src/playground/PinnedRun.svelte
var xp = /* @__PURE__ */ J("<div role=\"img\"><canvas class=\"svelte-i2vpmu\"></canvas></div>"), Sp = /* @__PURE__ */ J("<li> </li>"), Cp = /* @__PURE__ */ J("<ul class=\"svelte-i2vpmu\"></ul>"), wp = /* @__PURE__ */ J("<p class=\"svelte-i2vpmu\"> </p>"), Tp = /* @__PURE__ */ J("<section aria-labelledby=\"pinned-title\"><h2 id=\"pinned-title\"> </h2> <!> <p class=\"svelte-i2vpmu\"> </p> <!> <button> </button></section>"), Ep = {
	hash: "svelte-i2vpmu",
	code: "canvas.svelte-i2vpmu {width:100%;max-width:10rem;aspect-ratio:1;border:1px solid var(--line);border-radius:6px;}p.svelte-i2vpmu,\n  ul.svelte-i2vpmu {margin:0.4rem 0;font-size:0.85rem;}ul.svelte-i2vpmu {padding-left:1.1rem;}"
};
function Dp(e, t) {
	Re(t, !0), qr(e, Ep);
	let n = bi(t, "lab", 7), r = /* @__PURE__ */ z(void 0), i = /* @__PURE__ */ L(() => t.pinned.output?.shape.length === 3);
	un(() => {
		let e = t.pinned.output;
		if (!q(r) || !e || !q(i)) return;
		let n = e.shape[0] ?? 1, a = n === 1 ? Mf(e.values, 100) : jf(e.values, n, 100);
		Pf(q(r), a, 100);
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
	var c = Tp(), l = V(c), u = H(l, !0), d = U(l, 2), f = (e) => {
		var t = xp(), n = V(t);
		Z(n, "width", 100), Z(n, "height", 100), gi(n, (e) => B(r, e), () => q(r)), P(t), W((e) => Z(t, "aria-label", e), [() => Q("pinned_picture")]), Y(e, t);
	};
	Pr(d, (e) => {
		q(i) && e(f);
	});
	var p = U(d, 2), m = H(p, !0), h = U(p, 2), g = (e) => {
		var t = Cp();
		zr(t, 21, () => q(s), ({ key: e, before: t, after: n }) => e, (e, t) => {
			let n = () => q(t).key, r = () => q(t).before, i = () => q(t).after;
			var a = Sp(), o = H(a, !0);
			W((e) => X(o, e), [() => Q("pinned_differs", {
				key: n(),
				before: r(),
				after: i()
			})]), Y(e, a);
		}), P(t), Y(e, t);
	}, _ = (e) => {
		var t = wp(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned_same")]), Y(e, t);
	};
	Pr(h, (e) => {
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
	]), ur("click", v, () => n().pinned = null), Y(e, c), ze();
}
dr(["click"]);
// src/playground/Playground.svelte
var Op = /* @__PURE__ */ J("<p class=\"ended svelte-1u5dzuy\" role=\"status\"> <!></p>"), kp = /* @__PURE__ */ J("<div class=\"top svelte-1u5dzuy\"><!> <!> <!> <!></div> <div class=\"columns svelte-1u5dzuy\"><div><!> <!></div> <!> <div class=\"results svelte-1u5dzuy\"><!> <!> <!> <!></div></div>", 1), Ap = {
	hash: "svelte-1u5dzuy",
	code: ".top.svelte-1u5dzuy {display:grid;gap:0.6rem;margin-bottom:1rem;}.ended.svelte-1u5dzuy {margin:0;padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);}.columns.svelte-1u5dzuy {display:grid;grid-template-columns:minmax(12rem, 15rem) minmax(0, 1fr) minmax(16rem, 20rem);gap:1.5rem;}.results.svelte-1u5dzuy {display:grid;gap:1rem;align-content:start;}\n  @media (max-width: 60rem) {.columns.svelte-1u5dzuy {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function jp(e, t) {
	Re(t, !0), qr(e, Ap);
	var n = kp(), r = Zt(n), i = V(r);
	Bo(i, { get lab() {
		return t.lab;
	} });
	var a = U(i, 2), o = (e) => {
		ff(e, {
			get lab() {
				return t.lab;
			},
			get diverged() {
				return t.lab.diverged;
			}
		});
	};
	Pr(a, (e) => {
		t.lab.diverged && e(o);
	});
	var s = U(a, 2), c = (e) => {
		var n = Op(), r = V(n), i = U(r), a = (e) => {
			var n = xr();
			W(() => X(n, t.lab.ended.reason)), Y(e, n);
		}, o = /* @__PURE__ */ L(() => ea() === "en");
		Pr(i, (e) => {
			q(o) && e(a);
		}), P(n), W((e) => X(r, `${e ?? ""} `), [() => Q("ended", { step: t.lab.ended.step })]), Y(e, n);
	};
	Pr(s, (e) => {
		t.lab.ended && e(c);
	});
	var l = U(s, 2), u = (e) => {
		ua(e, { get refused() {
			return t.lab.refused;
		} });
	};
	Pr(l, (e) => {
		t.lab.refused && e(u);
	}), P(r);
	var d = U(r, 2), f = V(d), p = V(f);
	cf(p, { get lab() {
		return t.lab;
	} }), Cf(U(p, 2), { get lab() {
		return t.lab;
	} }), P(f);
	var m = U(f, 2);
	op(m, { get lab() {
		return t.lab;
	} });
	var h = U(m, 2), g = V(h);
	bp(g, { get lab() {
		return t.lab;
	} });
	var _ = U(g, 2);
	$d(_, { get lab() {
		return t.lab;
	} });
	var v = U(_, 2);
	yf(v, { get lab() {
		return t.lab;
	} });
	var y = U(v, 2), b = (e) => {
		Dp(e, {
			get lab() {
				return t.lab;
			},
			get pinned() {
				return t.lab.pinned;
			}
		});
	};
	Pr(y, (e) => {
		t.lab.pinned && e(b);
	}), P(h), P(d), Y(e, n), ze();
}
// src/widget/Widget.svelte
var Mp = /* @__PURE__ */ J("<p role=\"status\"> </p>"), Np = /* @__PURE__ */ J("<div class=\"widget svelte-fpbx4k\"><!></div>"), Pp = {
	hash: "svelte-fpbx4k",
	code: ".widget.svelte-fpbx4k {padding:0.8rem;color:var(--ink);background:var(--paper);}"
};
function Fp(e, t) {
	Re(t, !0), qr(e, Pp);
	let n = {
		playground: jp,
		glass: ko
	}, r = /* @__PURE__ */ L(() => n[t.page] ?? jp);
	var i = Np(), a = V(i), o = (e) => {
		var n = Sr();
		Kr(Zt(n), () => q(r), (e, n) => {
			n(e, { get lab() {
				return t.lab;
			} });
		}), Y(e, n);
	}, s = (e) => {
		var t = Mp(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("connecting")]), Y(e, t);
	};
	Pr(a, (e) => {
		t.lab.state ? e(o) : e(s, -1);
	}), P(i), Y(e, i), ze();
}
// src/widget/widget.ts
var Ip = "frame";
function Lp(e) {
	return (t) => (e.on("msg:custom", (e, n) => {
		let [r] = n;
		if (e !== Ip || r === void 0) t.received(e);
		else {
			let e = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
			t.received(e.slice().buffer);
		}
	}), queueMicrotask(() => t.opened()), {
		send: (t) => e.send(t),
		close: () => void 0
	});
}
function Rp({ model: e, el: t }) {
	let n = t.attachShadow({ mode: "open" });
	n.adoptedStyleSheets = [Si, xi].map((e) => {
		let t = new CSSStyleSheet();
		return t.replaceSync(e), t;
	}), matchMedia("(prefers-color-scheme: dark)").matches && (t.dataset.theme = "dark"), ta(e.get("language") === "vi" ? "vi" : "en");
	let r = Or(Fp, {
		target: n,
		props: {
			lab: new zi("playground", String(e.get("link")), Lp(e)),
			page: String(e.get("page"))
		}
	});
	return () => void Mr(r);
}
var zp = { render: Rp };
export { zp as default };
