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
		r: G,
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
	var t = Nn, n = G;
	Fn(null), In(null);
	try {
		return e();
	} finally {
		Fn(t), In(n);
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
	var s = G, c = et(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
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
	var e = G, t = Nn, n = Ie, r = R;
	return function(i = !0) {
		In(e), Fn(t), Le(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function tt(e = !0) {
	In(null), Fn(null), Le(null), e && R?.deactivate();
}
function nt() {
	var e = G, t = e.b, n = R, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function rt(e) {
	var t = 2 | _;
	return G !== null && (G.f |= w), {
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
		parent: G,
		ac: null
	};
}
var it = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function at(e, t, n) {
	let r = G;
	r === null && Te();
	var i = void 0, a = Mt(j), o = !Nn, s = /* @__PURE__ */ new Set();
	return mn(() => {
		var t = G, n = p();
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
	return Rn(t), t;
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
	var t, n = G, r = e.parent;
	if (!jn && r !== null && e.v !== j && r.f & 24576) return me(), e.v;
	In(r);
	try {
		st(e), t = Xn(e);
	} finally {
		In(n);
	}
	return t;
}
function lt(e) {
	var t = ct(e);
	!e.equals(t) && (e.wv = qn(), (!R?.is_fork || e.deps === null) && (R === null ? e.v = t : (R.capture(e, t, !0), pt?.capture(e, t, !0)), e.deps === null)) ? Ke(e, g) : jn || (mt === null ? qe(e) : (cn() || R?.is_fork) && mt.set(e, t));
}
function ut(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && Ze(() => {
		t.ac.abort(A), t.ac = null;
	}), t.fn !== null && (t.teardown = d), $n(t, 0), bn(t));
}
function dt(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && er(t);
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
				a ? r.f ^= g : i & 4 ? t.push(r) : Jn(r) && (i & 16 && this.add_dirty_reaction(r, v), er(r));
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
			if (!(r.f & 24576) && Jn(r) && (wt = /* @__PURE__ */ new Set(), er(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && wn(r), wt?.size > 0)) {
				At.clear();
				for (let e of wt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) wt.has(n) && (wt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || er(n);
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
	return Rn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Nt(e, t = !1, n = !0) {
	let r = Mt(e);
	return t || (r.equals = I), r;
}
function B(e, t, n = !1) {
	return Nn !== null && (!Pn || Nn.f & 131072) && Ve() && Nn.f & 4325394 && (Ln === null || !Ln.has(e)) && Pe(), It(e, n ? Bt(t) : t, yt);
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
		e.wv = qn(), Pt = null, Ft = 0, zt(e, _, n), Pt = null, Ve() && G !== null && G.f & 1024 && !(G.f & 96) && (Vn === null ? Hn([e]) : Vn.push(e)), !r.is_fork && kt.size > 0 && !jt && Lt();
	}
	return t;
}
function Lt() {
	jt = !1;
	for (let e of kt) {
		e.f & 1024 && Ke(e, v);
		let t;
		try {
			t = Jn(e);
		} catch {
			t = !0;
		}
		t && er(e);
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
			if (i || s !== G) {
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
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ z(0), u = null, d = Gn, f = (e) => {
		if (Gn === d) return e();
		var t = Nn, n = Gn;
		Fn(null), Kn(d);
		var r = e();
		return Fn(t), Kn(n), r;
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
				var c = K(o);
				return c === j ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = K(i);
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
			return (n !== void 0 || (G !== null || Nn !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ z(i ? Bt(e[t]) : j, u)), r.set(t, n)), K(n) === j) ? !1 : i;
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
			K(o);
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
	var t = G;
	if (t === null) return Nn.f |= O, e;
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
	G === null && (Nn === null && ke(e), Oe()), jn && De(e);
}
function on(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function sn(e, t) {
	var n = G;
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
			er(r);
		} catch (e) {
			throw Sn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= C));
	}
	if (i !== null && (i.parent = n, n !== null && on(i, n), Nn !== null && Nn.f & 2 && !(e & 64))) {
		var a = Nn;
		(a.effects ??= []).push(i);
	}
	return r;
}
function cn() {
	return Nn !== null && !Pn;
}
function ln(e) {
	let t = sn(8, null);
	return Ke(t, g), t.teardown = e, t;
}
function un(e) {
	an("$effect");
	var t = G.f;
	if (!Nn && t & 32 && Ie !== null && !Ie.i) {
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
			e(...t.map(K));
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
		let n = jn, r = Nn;
		Mn(!0), Fn(null);
		try {
			t.call(null);
		} catch (t) {
			rn(t, e.parent);
		} finally {
			Mn(n), Fn(r);
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
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (Cn(e.nodes.start, e.nodes.end), n = !0), e.f |= S, bn(e, t && !n), $n(e, 0);
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
var Nn = null, Pn = !1;
function Fn(e) {
	Nn = e;
}
var G = null;
function In(e) {
	G = e;
}
var Ln = null;
function Rn(e) {
	Nn !== null && (Nn.f & 2097152 || Nn.f & 2) && (Ln ??= /* @__PURE__ */ new Set()).add(e);
}
var zn = null, Bn = 0, Vn = null;
function Hn(e) {
	Vn = e;
}
var Un = 1, Wn = 0, Gn = Wn;
function Kn(e) {
	Gn = e;
}
function qn() {
	return ++Un;
}
function Jn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Jn(a) && lt(a), a.wv > e.wv) return !0;
		}
		t & 512 && mt === null && Ke(e, g);
	}
	return !1;
}
function Yn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(Ln !== null && Ln.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Yn(a, t, !1) : t === a && (n ? Ke(a, _) : a.f & 1024 && Ke(a, v), Et(a));
	}
}
function Xn(e) {
	var t = zn, n = Bn, r = Vn, i = Nn, a = Ln, o = Ie, s = Pn, c = Gn, l = e.f;
	zn = null, Bn = 0, Vn = null, Nn = l & 96 ? null : e, Ln = null, Le(e.ctx), Pn = !1, Gn = ++Wn, e.ac !== null && (Ze(() => {
		e.ac.abort(A);
	}), e.ac = null);
	try {
		e.f |= D;
		var u = e.fn, d = u();
		e.f |= x;
		var f = Zn(e);
		if (Ve() && Vn !== null && !Pn && f !== null && !(e.f & 6146)) for (var p = 0; p < Vn.length; p++) Yn(Vn[p], e);
		if (i !== null && i !== e) {
			if (Wn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Wn;
			if (t !== null) for (let e of t) e.rv = Wn;
			Vn !== null && (r === null ? r = Vn : r.push(...Vn));
		}
		return e.f & 8388608 && (e.f ^= O), d;
	} catch (t) {
		return Zn(e), nn(t);
	} finally {
		e.f ^= D, zn = t, Bn = n, Vn = r, Nn = i, Ln = a, Le(o), Pn = s, Gn = c;
	}
}
function Zn(e) {
	var t = e.deps, n = R?.is_fork;
	if (zn !== null) {
		var r;
		if (n || $n(e, Bn), t !== null && Bn > 0) for (t.length = Bn + zn.length, r = 0; r < zn.length; r++) t[Bn + r] = zn[r];
		else e.deps = t = zn;
		if (cn() && e.f & 512) for (r = Bn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Bn < t.length && ($n(e, Bn), t.length = Bn);
	return t;
}
function Qn(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (zn === null || !n.call(zn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== j && qe(s), s.ac !== null && Ze(() => {
			s.ac.abort(A), s.ac = null, Ke(s, _);
		}), ut(s), $n(s, 0);
	}
}
function $n(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) Qn(e, n[r]);
}
function er(e) {
	var t = e.f;
	if (!(t & 16384)) {
		Ke(e, g);
		var n = G;
		G = e;
		try {
			t & 16777232 ? xn(e) : bn(e), yn(e);
			var r = Xn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Un;
		} finally {
			G = n;
		}
	}
}
function K(e) {
	var t = !!(e.f & 2);
	if (An?.add(e), Nn !== null && !Pn && !(G !== null && G.f & 16384) && (Ln === null || !Ln.has(e))) {
		var r = Nn.deps;
		if (Nn.f & 2097152) e.rv < Wn && (e.rv = Wn, zn === null && r !== null && r[Bn] === e ? Bn++ : zn === null ? zn = [e] : zn.push(e));
		else {
			Nn.deps ??= [], n.call(Nn.deps, e) || Nn.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [Nn] : n.call(i, Nn) || i.push(Nn);
		}
	}
	if (jn && At.has(e)) return At.get(e);
	if (t) {
		var a = e;
		if (jn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || nr(a)) && (o = ct(a)), At.set(a, o), o;
		}
		var s = !(a.f & 512) && !Pn && Nn !== null && !!(Nn.f & 512), c = (a.f & x) === 0;
		Jn(a) && (s && (a.f |= 512), lt(a)), s && !c && (dt(a), tr(a));
	}
	if (mt?.has(e)) return mt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function tr(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (dt(r), tr(r));
	}
}
function nr(e) {
	if (e.v === j) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (At.has(t) || t.f & 2 && nr(t)) return !0;
	return !1;
}
function rr(e) {
	var t = Pn;
	try {
		return Pn = !0, e();
	} finally {
		Pn = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var ir = ["touchstart", "touchmove"];
function ar(e) {
	return ir.includes(e);
}
// node_modules/svelte/src/internal/client/dev/css.js
var or = Symbol("events"), sr = /* @__PURE__ */ new Set(), cr = /* @__PURE__ */ new Set();
function lr(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || hr.call(t, e), !e.cancelBubble) return Ze(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, We(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function ur(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = lr(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && ln(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function dr(e, t, n) {
	(t[or] ??= {})[e] = n;
}
function fr(e) {
	for (var t = 0; t < e.length; t++) sr.add(e[t]);
	for (var n of cr) n(e);
}
var pr = null, mr = !1;
function hr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	pr = e, mr || (mr = !0, setTimeout(() => {
		mr = !1, pr = null;
	}));
	var s = 0, c = pr === e && e[or];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[or] = t;
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
		var d = Nn, f = G;
		Fn(null), In(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[or]?.[r];
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
			e[or] = t, delete e.currentTarget, Fn(d), In(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var gr = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function _r(e) {
	return gr?.createHTML(e) ?? e;
}
function vr(e) {
	var t = en("template");
	return t.innerHTML = _r(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function yr(e, t) {
	var n = G;
	n.nodes === null && (n.nodes = {
		start: e,
		end: t,
		a: null,
		t: null
	});
}
/*#__NO_SIDE_EFFECTS__*/
function q(e, t) {
	var n = !!(t & 1), r = !!(t & 2), i, a = !e.startsWith("<!>");
	return () => {
		if (M) return yr(N, null), N;
		i === void 0 && (i = vr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Yt(i)));
		var t = r || Wt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Yt(t), s = t.lastChild;
			yr(o, s);
		} else yr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function br(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (M) return yr(N, null), N;
		if (!o) {
			var e = /* @__PURE__ */ Yt(vr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Yt(e);) o.appendChild(/* @__PURE__ */ Yt(e));
			else o = /* @__PURE__ */ Yt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Yt(t), r = t.lastChild;
			yr(n, r);
		} else yr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function xr(e, t) {
	return /* @__PURE__ */ br(e, t, "svg");
}
function Sr(e = "") {
	if (!M) {
		var t = Jt(e + "");
		return yr(t, t), t;
	}
	var n = N;
	return n.nodeType === 3 ? tn(n) : (n.before(n = Jt()), ye(n)), yr(n, n), n;
}
function Cr() {
	if (M) return yr(N, null), N;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Jt();
	return e.append(t, n), yr(t, n), e;
}
function J(e, t) {
	if (M) {
		var n = G;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = N), be();
	} else e !== null && e.before(t);
}
function wr() {
	if (M && N && N.nodeType === 8 && N.textContent?.startsWith("$")) {
		let e = N.textContent.substring(1);
		return be(), e;
	}
	return (window.__svelte ??= {}).uid ??= 1, `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function Tr(e) {
	let t = 0, n = Mt(0), r;
	return () => {
		cn() && (K(n), hn(() => (t === 0 && (r = rr(() => e(() => Rt(n)))), t += 1, () => {
			We(() => {
				--t, t === 0 && (r?.(), r = void 0, Rt(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Er = C | w;
function Dr(e, t, n, r) {
	new Or(e, t, n, r);
}
var Or = class {
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
	#m = Tr(() => (this.#p = Mt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = G;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = G.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = gn(() => {
			if (M) {
				let e = Ce(this.#t);
				be();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Er), M && (this.#e = N);
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
		var t = G, n = Nn, r = Ie;
		In(this.#i), Fn(this.#i), Le(this.#i.ctx);
		try {
			return St.ensure(), e();
		} finally {
			In(t), Fn(n), Le(r);
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
		return this.#m(), K(this.#p);
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
						var r = G;
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
function Y(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[se] ??= e.nodeValue) && (e[se] = n, e.nodeValue = `${n}`);
}
function kr(e, t) {
	return jr(e, t);
}
var Ar = /* @__PURE__ */ new Map();
function jr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	qt();
	var l = void 0, u = fn(() => {
		var s = n ?? t.appendChild(Jt());
		Dr(s, { pending: () => {} }, (t) => {
			Re({});
			var n = Ie;
			if (o && (n.c = o), a && (i.$$events = a), M && yr(t, null), l = e(t, i) || Be(), M && (G.nodes.end = N, N === null || N.nodeType !== 8 || N.data !== "]")) throw he(), ue;
			ze();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = ar(r);
					for (let e of [t, document]) {
						var a = Ar.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), Ar.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, hr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(sr)), cr.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = Ar.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, hr), r.delete(e), r.size === 0 && Ar.delete(n)) : r.set(e, i);
			}
			cr.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return Mr.set(l, u), l;
}
var Mr = /* @__PURE__ */ new WeakMap();
function Nr(e, t) {
	let n = Mr.get(e);
	return n ? (Mr.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Pr = class {
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
function X(e, t, n = !1) {
	var r;
	M && (r = N, be());
	var i = new Pr(e), a = n ? C : 0;
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
			var t = K(f);
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
			var e = K(f), t = e.length;
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
			r && ve(!0), K(f);
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
		var e = G;
		if (s === (s = t() ?? "")) M && be();
		else if (n && !M) e.nodes = null, c.innerHTML = s, s !== "" && yr(/* @__PURE__ */ Yt(c), c.lastChild);
		else if (e.nodes !== null && (Cn(e.nodes.start, e.nodes.end), e.nodes = null), s !== "") {
			if (M) {
				for (var a = N.data, l = be(), u = l; l !== null && (l.nodeType !== 8 || l.data !== "");) u = l, l = /* @__PURE__ */ Xt(l);
				if (l === null) throw he(), ue;
				yr(N, u), o = ye(l);
			} else {
				var d = en(r ? "svg" : i ? "math" : "template", r ? fe : i ? pe : void 0);
				d.innerHTML = s;
				var f = r || i ? d : d.content;
				if (yr(/* @__PURE__ */ Yt(f), f.lastChild), r || i) for (; /* @__PURE__ */ Yt(f);) o.before(/* @__PURE__ */ Yt(f));
				else o.before(f);
			}
		}
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
function Kr(e, t, n) {
	var r;
	M && (r = N, be());
	var i = new Pr(e);
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
		e = G?.parent?.nodes?.start ?? e;
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
	var i = Ie.r, a = G;
	return pn(() => {
		var o, s;
		return hn(() => {
			o = s, s = r?.() || [], rr(() => {
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
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ rt(r), K(u)) : (l && (l = !1, c = s ? rr(r) : r), c);
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
	o && K(y);
	var b = G;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? K(y) : i && o ? Bt(e) : e;
			return B(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return jn && v || b.f & 16384 ? y.v : K(y);
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
		return K(this.#e);
	}
	set status(e) {
		B(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ z(null);
	get welcome() {
		return K(this.#t);
	}
	set welcome(e) {
		B(this.#t, e);
	}
	#n = /* @__PURE__ */ z(null);
	get state() {
		return K(this.#n);
	}
	set state(e) {
		B(this.#n, e);
	}
	#r = /* @__PURE__ */ z(null);
	get facts() {
		return K(this.#r);
	}
	set facts(e) {
		B(this.#r, e);
	}
	#i = /* @__PURE__ */ z(/* @__PURE__ */ new Map());
	get frame() {
		return K(this.#i);
	}
	set frame(e) {
		B(this.#i, e);
	}
	#a = /* @__PURE__ */ z(null);
	get dataFacts() {
		return K(this.#a);
	}
	set dataFacts(e) {
		B(this.#a, e);
	}
	#o = /* @__PURE__ */ z(/* @__PURE__ */ new Map());
	get data() {
		return K(this.#o);
	}
	set data(e) {
		B(this.#o, e);
	}
	#s = /* @__PURE__ */ z(null);
	get refused() {
		return K(this.#s);
	}
	set refused(e) {
		B(this.#s, e);
	}
	#c = /* @__PURE__ */ z(null);
	get diverged() {
		return K(this.#c);
	}
	set diverged(e) {
		B(this.#c, e);
	}
	#l = /* @__PURE__ */ z(null);
	get shared() {
		return K(this.#l);
	}
	set shared(e) {
		B(this.#l, e);
	}
	#u = /* @__PURE__ */ z([]);
	get curve() {
		return K(this.#u);
	}
	set curve(e) {
		B(this.#u, e);
	}
	#d = /* @__PURE__ */ z(0);
	get framesPerSecond() {
		return K(this.#d);
	}
	set framesPerSecond(e) {
		B(this.#d, e, !0);
	}
	#f = /* @__PURE__ */ z(null);
	get ended() {
		return K(this.#f);
	}
	set ended(e) {
		B(this.#f, e);
	}
	#p = /* @__PURE__ */ z(null);
	get speed() {
		return K(this.#p);
	}
	set speed(e) {
		B(this.#p, e, !0);
	}
	#m = /* @__PURE__ */ z(null);
	get pinned() {
		return K(this.#m);
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
	link;
	#C = /* @__PURE__ */ new Map();
	constructor(e, t = "", n = Li) {
		this.page = e, this.link = t, this.#h = n({
			opened: () => this.#E(),
			received: (e) => this.#D(e),
			lost: (e) => {
				this.status = e;
			}
		}), requestAnimationFrame(() => this.#M());
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
			this.#C.set(n, {
				done: e,
				refused: t
			});
		});
	}
	show(e, t) {
		this.page !== e && (this.page = e, this.link = t, this.#w(), this.status === "ready" && this.#O());
	}
	open(e) {
		this.link = e, this.send("open", { link: e });
	}
	#w() {
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
		this.send(this.isRunning ? "pause" : "run", this.isRunning ? {} : this.#T());
	}
	setSpeed(e) {
		this.speed = e, this.isRunning && this.send("run", this.#T());
	}
	#T() {
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
	#E() {
		this.send("hello", { protocol: 1 });
	}
	#D(e) {
		if (typeof e != "string") {
			this.#j(e);
			return;
		}
		let t = JSON.parse(e), n = this.#C.get(t.id);
		if (!(n && (this.#C.delete(t.id), t.t === "refused" ? n.refused(t) : n.done(t), t.t !== "state"))) switch (t.t) {
			case "full":
				this.status = "full";
				break;
			case "welcome":
				this.welcome = t, this.status = "ready", this.#O();
				break;
			case "state":
				this.#A(t);
				break;
			case "refused":
				this.refused = t;
				break;
			case "ended":
				this.ended = t, this.#k();
				break;
			case "diverged":
				this.diverged = t, this.#k();
				break;
			case "shared": this.shared = t;
		}
	}
	#O() {
		this.send("see", {
			views: this.#S,
			credits: 3
		}), this.ask("show", { page: this.page }).then(({ has_network: e }) => {
			this.#_ = !0, e || this.open(this.link);
		});
	}
	#k() {
		this.state !== null && (this.state = {
			...this.state,
			running: !1,
			ended: !0
		});
	}
	#A(e) {
		let t = this.state;
		t !== null && e.step < t.step && (this.curve = this.curve.filter((t) => t.step <= e.step)), this.state = e, this.refused = null, e.ended || (this.diverged = this.ended = null);
	}
	#j(e) {
		if (!this.#_) this.send("see", { credits: 1 });
		else if (new TextDecoder().decode(new Uint8Array(e, 12, 24)).includes("\"data\"")) {
			let { facts: t, arrays: n } = Di(e);
			this.dataFacts = t, this.data = n, this.curve = [];
		} else this.#v = e, this.#y += 1;
	}
	#M() {
		if (requestAnimationFrame(() => this.#M()), this.#N(), this.#v === null) return;
		let { facts: e, arrays: t } = Di(this.#v);
		this.#v = null, this.facts = e, this.frame = t, this.#P(this.facts), this.#b += 1, this.send("see", { credits: this.#y }), this.#y = 0;
	}
	#N() {
		let e = performance.now();
		e - this.#x < 1e3 || (this.framesPerSecond = Math.round(1e3 * this.#b / (e - this.#x)), this.#b = 0, this.#x = e);
	}
	#P(e) {
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
	own_title: "Your own data",
	own_file: "A file of your own",
	own_choose: "Choose a table (CSV, TSV, Parquet), or drop it here. It stays on this machine.",
	own_sent: "{share} % are with the engine",
	own_table: "{name}: {rows} rows, {columns} columns",
	own_target: "To be predicted",
	own_column: "Column",
	own_kind: "Read as",
	own_first: "First rows",
	own_leave_out: "leave out",
	own_kind_of: "Read {name} as",
	own_kind_number: "number",
	own_kind_category: "category",
	own_kind_words: "categories",
	own_kind_boolean: "yes or no",
	own_kind_date: "date",
	own_kind_drop: "left out",
	own_use: "Train on this table",
	own_missing: "This link is of the file {name}",
	own_missing_text: "The link holds the settings, but not the data. Choose the file, and the network is there again.",
	own_instead: "Start with two moons instead"
}, Wi = {
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
	diverged_glass: "Show the step under glass",
	axis_across: "Across",
	axis_up: "Upwards",
	axis_text: "The picture shows two inputs; the others stand at their medians.",
	limit_columns: "columns of a table",
	limit_file_bytes: "bytes of a file",
	picture_hint: "Point at the picture, or move over it with the arrow keys, to read it."
}, Gi = {
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
	refused_detail: "In detail (English)",
	start_anew: "Start with two moons",
	refused_no_file: "The file is not here: choose it."
}, Ki = {
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
}, qi = {
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
}, Ji = {
	own_title: "Dữ liệu của bạn",
	own_file: "Tệp của bạn",
	own_choose: "Chọn một bảng (CSV, TSV, Parquet) hoặc thả vào đây. Dữ liệu không rời khỏi máy này.",
	own_sent: "Engine đã nhận {share} %",
	own_table: "{name}: {rows} hàng, {columns} cột",
	own_target: "Cột cần dự đoán",
	own_column: "Cột",
	own_kind: "Đọc như",
	own_first: "Các hàng đầu",
	own_leave_out: "bỏ qua",
	own_kind_of: "Đọc {name} như",
	own_kind_number: "số",
	own_kind_category: "loại",
	own_kind_words: "các loại",
	own_kind_boolean: "có hoặc không",
	own_kind_date: "ngày tháng",
	own_kind_drop: "bỏ qua",
	own_use: "Huấn luyện trên bảng này",
	own_missing: "Đường dẫn này thuộc về tệp {name}",
	own_missing_text: "Đường dẫn chỉ giữ các thiết lập, không giữ dữ liệu. Hãy chọn tệp, mạng sẽ trở lại.",
	own_instead: "Bắt đầu với hai vầng trăng khuyết"
}, Yi = {
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
	diverged_glass: "Xem bước này dưới kính",
	axis_across: "Trục ngang",
	axis_up: "Trục dọc",
	axis_text: "Hình vẽ theo hai đầu vào; các đầu vào khác giữ ở trung vị.",
	limit_columns: "số cột của một bảng",
	limit_file_bytes: "số byte của một tệp",
	picture_hint: "Trỏ vào hình, hoặc di chuyển bằng các phím mũi tên, để đọc giá trị."
}, Xi = {
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
	refused_detail: "Chi tiết (tiếng Anh)",
	start_anew: "Bắt đầu với hai vầng trăng khuyết",
	refused_no_file: "Chưa có tệp này: hãy chọn tệp."
}, Zi = {
	...Gi,
	...Wi,
	...Hi,
	...Vi,
	...Ui
}, Qi = {
	en: Zi,
	vi: {
		...Xi,
		...Yi,
		...qi,
		...Ki,
		...Ji
	}
}, $i = "noron-lab-language";
function ea() {
	let e = localStorage.getItem($i);
	return e === "en" || e === "vi" ? e : navigator.language.startsWith("vi") ? "vi" : "en";
}
var ta = new class {
	#e = /* @__PURE__ */ z(Bt(ea()));
	get language() {
		return K(this.#e);
	}
	set language(e) {
		B(this.#e, e, !0);
	}
}(), na = () => ta.language;
function ra(e) {
	ta.language = e, localStorage.setItem($i, e), document.documentElement.lang = e;
}
function Q(e, t = {}) {
	return Qi[ta.language][e].replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? ""));
}
function ia(e, t) {
	let n = `${e}_${t}`;
	return n in Zi ? Q(n) : t;
}
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/playground/NumberField.svelte
var aa = /* @__PURE__ */ q("<div class=\"svelte-1xqdewy\"><label> </label> <input type=\"number\" class=\"svelte-1xqdewy\"/></div>"), oa = {
	hash: "svelte-1xqdewy",
	code: "div.svelte-1xqdewy {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}input.svelte-1xqdewy {width:100%;}"
};
function sa(e, t) {
	let n = wr();
	Re(t, !0), qr(e, oa);
	let r = bi(t, "placeholder", 3, "");
	function i(e) {
		let n = e.value.trim();
		t.chosen(n === "" ? null : Number(n));
	}
	var a = aa(), o = V(a), s = H(o, !0), c = U(o, 2);
	li(c), P(a), W((e) => {
		Z(o, "for", n), Y(s, e), Z(c, "id", n), Z(c, "min", t.min), Z(c, "max", t.max), Z(c, "step", t.step), Z(c, "placeholder", r()), ui(c, t.value ?? "");
	}, [() => Q(t.label)]), dr("change", c, (e) => i(e.currentTarget)), J(e, a), ze();
}
fr(["change"]);
// src/shell/keys.svelte.ts
var ca = Bt({ current: {} }), la = /* @__PURE__ */ q(" <details><summary> </summary> <span lang=\"en\"> </span></details>", 1), ua = /* @__PURE__ */ q("<div class=\"refused svelte-h589mw\" role=\"alert\"><!></div>"), da = {
	hash: "svelte-h589mw",
	code: ".refused.svelte-h589mw {padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);overflow-wrap:anywhere;}"
};
function fa(e, t) {
	Re(t, !0), qr(e, da);
	let n = /* @__PURE__ */ L(() => t.refused.key in Zi ? Q(t.refused.key) : t.refused.key), r = /* @__PURE__ */ L(() => `refused_${t.refused.code}`), i = /* @__PURE__ */ L(() => Q(K(r) in Zi ? K(r) : "refused_illegal", { setting: K(n) }));
	var a = ua(), o = V(a), s = (e) => {
		var n = Sr();
		W(() => Y(n, t.refused.text)), J(e, n);
	}, c = /* @__PURE__ */ L(() => na() === "en"), l = (e) => {
		var n = la(), r = Zt(n), a = U(r), o = V(a), s = H(o, !0), c = H(U(o, 2), !0);
		P(a), W((e) => {
			Y(r, `${K(i) ?? ""} `), Y(s, e), Y(c, t.refused.text);
		}, [() => Q("refused_detail")]), J(e, n);
	};
	X(o, (e) => {
		K(c) ? e(s) : e(l, -1);
	}), P(a), J(e, a), ze();
}
// src/glass/stages.ts
var pa = 4, ma = (e) => {
	if (e === void 0) return "?";
	let t = Math.abs(e);
	return e === 0 || Number.isInteger(e) ? String(e) : t < .001 || t >= 1e4 ? e.toExponential(2) : e.toPrecision(4);
}, ha = (e, t, n, r) => e?.arrays[t]?.numbers[n]?.[r];
function ga(e, t) {
	let n = e.slice(0, pa).map(([e, t]) => `${ma(e)} · ${_a(t)}`), r = e.length - pa;
	return n.join(" + ") + (r > 0 ? ` + … (${t.replace("{n}", String(r))})` : "");
}
var _a = (e) => e !== void 0 && e < 0 ? `(${ma(e)})` : ma(e), va = (e, t) => (t === 0 ? e?.numbers.length : e?.numbers[0]?.length) ?? 0, ya = (e) => Array.from({ length: e }, (e, t) => t);
function ba(e, t, n, r) {
	let { array: i, row: a, column: o } = n, s = ma(ha(t, i, a, o)), c = (e, n, r) => ha(t, e, n, r), l = e.find((e) => e.kind === "forward" && e.layer === t.layer), u = `${i}[${a}, ${o}]`;
	if (t.kind === "forward" && t.name === "dense" && i === "y") {
		let e = ya(va(t.arrays.W, 0)).map((e) => [c("x", a, e), c("W", e, o)]), n = t.arrays.b ? ` + ${_a(c("b", 0, o))}` : "";
		return `${u} = ${ga(e, r)}${n} = ${s}`;
	}
	if (t.kind === "forward" && i === "y") return `${u} = ${t.name}(${ma(c("x", a, o))}) = ${s}`;
	if (t.kind === "loss" && i === "ds" && t.name === "cross_entropy") {
		let e = t.arrays.ds?.shape[0] ?? 1, n = +(c("y", 0, a) === o);
		return `${u} = (${ma(c("p", a, o))} − ${n}) / ${e} = ${s}`;
	}
	if (t.kind === "backward" && t.name === "dense") return d();
	if (t.kind === "backward" && i === "dx") {
		let e = c("dy", a, o), n = e ? (c("dx", a, o) ?? 0) / e : void 0, r = ha(l, "x", a, o), i = `${t.name}′(${ma(r)})`;
		return `${u} = ${ma(e)} · ${i} = ${ma(e)} · ${_a(n)} = ${s}`;
	}
	return t.kind === "update" && i === "theta'" ? `${u} = ${ma(c("theta", a, o))} + ${_a(c("step", a, o))} = ${s}` : "";
	function d() {
		let e = va(t.arrays.dy, 0);
		if (i === "dW") {
			let t = ya(e).map((e) => [ha(l, "x", e, a), c("dy", e, o)]);
			return `${u} = ${ga(t, r)} = ${s}`;
		}
		if (i === "db") {
			let t = ya(e).map((e) => _a(c("dy", e, o)));
			return `${u} = ${t.slice(0, pa).join(" + ")}${e > pa ? " + …" : ""} = ${s}`;
		}
		if (i === "dx") {
			let e = ya(va(t.arrays.dy, 1)).map((e) => [c("dy", a, e), c("W", o, e)]);
			return `${u} = ${ga(e, r)} = ${s}`;
		}
		return "";
	}
}
function xa(e) {
	return {
		rows: ["x"],
		forward: ["y"],
		loss: ["ds"],
		backward: ["dW", "dx"],
		update: ["theta'"]
	}[e.kind].find((t) => t in e.arrays) ?? "x";
}
// src/glass/CheckPanel.svelte
var Sa = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"svelte-11r2tlc\"> </th><td class=\"svelte-11r2tlc\"> </td><td class=\"svelte-11r2tlc\"> </td></tr>"), Ca = /* @__PURE__ */ q("<p role=\"status\"><strong> </strong></p> <table class=\"svelte-11r2tlc\"><thead><tr><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th></tr></thead><tbody class=\"svelte-11r2tlc\"></tbody></table>", 1), wa = /* @__PURE__ */ q("<section aria-labelledby=\"check-title\" class=\"svelte-11r2tlc\"><h2 id=\"check-title\"> </h2> <p class=\"svelte-11r2tlc\"> </p> <button> </button> <!> <!></section>"), Ta = {
	hash: "svelte-11r2tlc",
	code: "section.svelte-11r2tlc {margin-top:1rem;}p.svelte-11r2tlc {margin:0.4rem 0;font-size:0.85rem;}table.svelte-11r2tlc {width:100%;border-collapse:collapse;font-size:0.75rem;font-variant-numeric:tabular-nums;}th.svelte-11r2tlc,\n  td.svelte-11r2tlc {padding:0.15rem 0.2rem;text-align:right;}tbody.svelte-11r2tlc th:where(.svelte-11r2tlc) {text-align:left;font-weight:normal;overflow-wrap:anywhere;}.wrong.svelte-11r2tlc {color:var(--warn);font-weight:600;}"
};
function Ea(e, t) {
	Re(t, !0), qr(e, Ta);
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
	var s = wa(), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2), p = H(f, !0), h = U(f, 2), g = (e) => {
		fa(e, { get refused() {
			return K(r);
		} });
	};
	X(h, (e) => {
		K(r) && e(g);
	});
	var _ = U(h, 2), v = (e) => {
		var t = Ca(), r = Zt(t);
		let a;
		var o = H(V(r), !0);
		P(r);
		var s = U(r, 2), c = V(s), l = V(c), u = V(l), d = H(u, !0), f = U(u), p = H(f, !0), m = H(U(f), !0);
		P(l), P(c);
		var h = U(c);
		zr(h, 21, () => K(n), ({ name: e, worst: t, backward: n, differences: r, error: i }) => e, (e, t) => {
			let n = () => K(t).name, r = () => K(t).worst, i = () => K(t).backward, a = () => K(t).differences, o = () => K(t).error;
			var s = Sa();
			let c;
			var l = V(s), u = H(l), d = U(l), f = H(d, !0), p = H(U(d), !0);
			P(s), W((e, t, r) => {
				c = Zr(s, 1, "svelte-11r2tlc", null, c, { wrong: o() > 1e-7 }), Y(u, `${n() ?? ""}[${e ?? ""}]`), Y(f, t), Y(p, r);
			}, [
				() => r().join(", "),
				() => ma(i()),
				() => ma(a())
			]), J(e, s);
		}), P(h), P(s), W((e, t, n, s) => {
			a = Zr(r, 1, "svelte-11r2tlc", null, a, { wrong: !K(i) }), Y(o, e), Y(d, t), Y(p, n), Y(m, s);
		}, [
			() => Q(K(i) ? "glass_check_right" : "glass_check_wrong"),
			() => Q("glass_worst"),
			() => Q("glass_backward_number"),
			() => Q("glass_differences")
		]), J(e, t);
	};
	X(_, (e) => {
		K(n) && e(v);
	}), P(s), W((e, n, r) => {
		Y(l, e), Y(d, n), f.disabled = K(a) || t.lab.isRunning, Y(p, r);
	}, [
		() => Q("glass_check"),
		() => Q("glass_check_text"),
		() => Q("glass_check_button")
	]), dr("click", f, o), J(e, s), ze();
}
fr(["click"]);
// src/glass/ProductTable.svelte
var Da = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td></tr>"), Oa = /* @__PURE__ */ q("<table class=\"svelte-1unqsb7\"><caption class=\"svelte-1unqsb7\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\">x · dy</th></tr></thead><tbody></tbody><tfoot><tr><th scope=\"row\" colspan=\"3\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td></tr></tfoot></table>"), ka = {
	hash: "svelte-1unqsb7",
	code: "table.svelte-1unqsb7 {margin-top:0.8rem;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-1unqsb7 {text-align:left;color:var(--muted);}th.svelte-1unqsb7,\n  td.svelte-1unqsb7 {padding:0.15rem 0.6rem;text-align:right;border-bottom:1px solid var(--line);}"
};
function Aa(e, t) {
	Re(t, !0), qr(e, ka);
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
	let r = /* @__PURE__ */ L(() => K(n).reduce((e, { product: t }) => e + t, 0));
	var i = Oa(), a = V(i), o = H(a, !0), s = U(a), c = V(s), l = V(c), u = H(l, !0), d = U(l), f = H(d), p = H(U(d));
	xe(), P(c), P(s);
	var m = U(s);
	zr(m, 21, () => K(n), Fr, (e, n, r) => {
		let i = () => K(n).x, a = () => K(n).dz, o = () => K(n).product;
		var s = Da(), c = V(s), l = H(c, !0), u = U(c), d = H(u, !0), f = U(u), p = H(f, !0), m = H(U(f), !0);
		P(s), W((e, n, i) => {
			Y(l, t.asked.rows[r]), Y(d, e), Y(p, n), Y(m, i);
		}, [
			() => ma(i()),
			() => ma(a()),
			() => ma(o())
		]), J(e, s);
	}), P(m);
	var h = U(m), g = V(h), _ = V(g), v = H(_), y = H(U(_), !0);
	P(g), P(h), P(i), W((e, n, r) => {
		Y(o, e), Y(u, n), Y(f, `x[r, ${t.i ?? ""}]`), Y(p, `dy[r, ${t.j ?? ""}]`), Y(v, `dW[${t.i ?? ""}, ${t.j ?? ""}]`), Y(y, r);
	}, [
		() => Q("glass_product", {
			i: t.i,
			j: t.j,
			n: K(n).length
		}),
		() => Q("glass_row"),
		() => ma(K(r))
	]), J(e, i), ze();
}
// src/glass/SourceView.svelte
var ja = /* @__PURE__ */ q("<span><span class=\"number svelte-boltfu\"> </span> </span>"), Ma = /* @__PURE__ */ q("<h3 class=\"svelte-boltfu\"> <span class=\"svelte-boltfu\"> </span></h3> <pre class=\"svelte-boltfu\"><code></code></pre>", 1), Na = /* @__PURE__ */ q("<p class=\"svelte-boltfu\"> </p>"), Pa = /* @__PURE__ */ q("<section aria-labelledby=\"source-title\"><h2 id=\"source-title\"> </h2> <!></section>"), Fa = {
	hash: "svelte-boltfu",
	code: "h3.svelte-boltfu {margin:0.6rem 0 0.2rem;font-size:0.9rem;}h3.svelte-boltfu span:where(.svelte-boltfu) {font-weight:normal;color:var(--muted);}pre.svelte-boltfu {margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:0.78rem;background:var(--surface);border-radius:6px;}.line.svelte-boltfu {display:block;padding:0 0.5rem 0 2.7rem;text-indent:-2.2rem;color:var(--muted);}.ran.svelte-boltfu {color:var(--ink);background:color-mix(in srgb, var(--accent) 18%, transparent);box-shadow:inset 3px 0 0 var(--accent);}.number.svelte-boltfu {display:inline-block;width:2.2rem;text-indent:0;user-select:none;}p.svelte-boltfu {color:var(--muted);}"
};
function Ia(e, t) {
	Re(t, !0), qr(e, Fa);
	function n(e) {
		let t = e.filter((e) => e.trim()).map((e) => e.search(/\S/)), n = Math.min(...t);
		return e.map((e) => e.slice(n));
	}
	var r = Pa(), i = V(r), a = H(i, !0);
	zr(U(i, 2), 17, () => t.sources, (e) => e.file + e.start, (e, t) => {
		var r = Ma(), i = Zt(r), a = V(i), o = H(U(a));
		P(i);
		var s = U(i, 2), c = V(s);
		zr(c, 21, () => n(K(t).lines), Fr, (e, n, r) => {
			var i = ja();
			let a;
			var o = V(i), s = H(o, !0), c = U(o);
			P(i), W((e) => {
				a = Zr(i, 1, "line svelte-boltfu", null, a, { ran: e }), Y(s, K(t).start + r), Y(c, `${K(n) ?? ""}
`);
			}, [() => K(t).ran.includes(K(t).start + r)]), J(e, i);
		}), P(c), P(s), W(() => {
			Y(a, `${K(t).function ?? ""} `), Y(o, `${K(t).file ?? ""}:${K(t).start ?? ""}`);
		}), J(e, r);
	}, (e) => {
		var t = Na(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("glass_no_source")]), J(e, t);
	}), P(r), W((e) => Y(a, e), [() => Q("glass_source")]), J(e, r), ze();
}
// src/draw/palette.ts
var La = [
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
], Ra = [
	230,
	159,
	0
], za = [
	0,
	114,
	178
], Ba = [
	255,
	255,
	255
], Va = ([e, t, n]) => `rgb(${e} ${t} ${n})`;
function Ha(e, t, n) {
	let r = (r) => Math.round(e[r] + (t[r] - e[r]) * n);
	return [
		r(0),
		r(1),
		r(2)
	];
}
function Ua(e) {
	return e < 0 ? Ha(Ba, Ra, -e) : Ha(Ba, za, e);
}
var Wa = (e) => La[e % La.length] ?? La[0], Ga = /* @__PURE__ */ q("<span> </span>"), Ka = /* @__PURE__ */ q("<td class=\"svelte-6nqprp\"><button> </button></td>"), qa = /* @__PURE__ */ q("<tr></tr>"), Ja = /* @__PURE__ */ q("<figure><figcaption class=\"svelte-6nqprp\"><strong class=\"svelte-6nqprp\"> </strong> <span> </span> <!></figcaption> <div class=\"scroll svelte-6nqprp\"><table class=\"svelte-6nqprp\"><tbody></tbody></table></div></figure>"), Ya = {
	hash: "svelte-6nqprp",
	code: "figure.svelte-6nqprp {margin:0;padding:0.4rem;border-radius:8px;max-width:100%;}.result.svelte-6nqprp {box-shadow:inset 0 0 0 2px var(--accent);}figcaption.svelte-6nqprp {display:flex;gap:0.6rem;font-size:0.85rem;color:var(--muted);}strong.svelte-6nqprp {color:var(--ink);}.scroll.svelte-6nqprp {overflow:auto;max-height:16rem;}table.svelte-6nqprp {border-collapse:collapse;}td.svelte-6nqprp {padding:1px;}button.svelte-6nqprp {min-width:4.2rem;min-height:1.7rem;padding:0.1rem 0.3rem;border:0;border-radius:3px;color:#1c1f24;font-size:0.8rem;font-variant-numeric:tabular-nums;}button.dark.svelte-6nqprp {color:#fff;}button[aria-pressed=\"true\"].svelte-6nqprp {outline:3px solid var(--ink);outline-offset:-2px;}"
};
function Xa(e, t) {
	Re(t, !0), qr(e, Ya);
	let n = /* @__PURE__ */ L(() => t.array.most || 1), r = (e, n) => t.chosen?.array === t.name && t.chosen.row === e && t.chosen.column === n, i = (e) => Math.max(-1, Math.min(1, e / K(n)));
	var a = Ja();
	let o;
	var s = V(a), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2), p = (e) => {
		var t = Ga(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("glass_corner")]), J(e, t);
	};
	X(f, (e) => {
		t.array.is_whole || e(p);
	}), P(s);
	var m = U(s, 2), h = V(m), g = V(h);
	zr(g, 21, () => t.array.numbers, Fr, (e, n, a) => {
		var o = qa();
		zr(o, 21, () => K(n), Fr, (e, n, o) => {
			var s = Ka(), c = V(s);
			let l;
			var u = H(c, !0);
			Jr(c, () => (e) => {
				e.style.background = Va(Ua(i(K(n))));
			}), P(s), W((e, n, r, i) => {
				Z(c, "aria-pressed", e), Z(c, "aria-label", `${t.name ?? ""}[${a}, ${o}] = ${n ?? ""}`), l = Zr(c, 1, "svelte-6nqprp", null, l, { dark: r }), Y(u, i);
			}, [
				() => r(a, o),
				() => ma(K(n)),
				() => i(K(n)) > .92,
				() => ma(K(n))
			]), dr("click", c, () => t.choose({
				array: t.name,
				row: a,
				column: o
			})), J(e, s);
		}), P(o), J(e, o);
	}), P(g), P(h), P(m), P(a), W((e) => {
		o = Zr(a, 1, "svelte-6nqprp", null, o, { result: t.isResult }), Y(l, t.name), Y(d, e);
	}, [() => t.array.shape.join(" × ")]), J(e, a), ze();
}
fr(["click"]);
// src/glass/formulas.ts
var $ = (e) => `<mi>${e}</mi>`, Za = (e) => `<mo>${e}</mo>`, Qa = (e) => `<mn>${e}</mn>`, $a = (...e) => `<mrow>${e.join("")}</mrow>`, eo = (e, t) => `<msup>${e}${t}</msup>`, to = (e, t) => `<msub>${e}${t}</msub>`, no = (e, t) => `<mfrac>${e}${t}</mfrac>`, ro = (e) => `<munder>${Za("∑")}${e}</munder>`, io = (e, t) => no($a(Za("∂"), $(e)), $a(Za("∂"), t)), ao = (...e) => e.map((e) => `<math display="block">${e}</math>`).join(""), oo = (e) => eo($(e), $("T")), so = (e, ...t) => $a(e, Za("="), ...t), co = ao(so($("y"), $("x"), $("W"), Za("+"), $("b"))), lo = ao(so($("dW"), oo("x"), $("dy")), so($("db"), ro($("r")), to($("dy"), $("r"))), so($("dx"), $("dy"), oo("W"))), uo = ao(so($("y"), $("f"), Za("("), $("x"), Za(")"))), fo = ao(so($("dx"), $("dy"), Za("⊙"), eo($("f"), Za("′")), Za("("), $("x"), Za(")"))), po = ao(so($("p"), $("softmax"), Za("("), $("s"), Za(")")), so($("L"), Za("−"), no(Qa("1"), $("n")), ro($("r")), $("ln"), to($("p"), $a($("r"), Za(","), to($("y"), $("r"))))), so(io("L", $("s")), no($a($("p"), Za("−"), $("onehot"), Za("("), $("y"), Za(")")), $("n")))), mo = ao(so($("L"), no(Qa("1"), $("n")), ro($("r")), eo($a(Za("("), $("s"), Za("−"), $("y"), Za(")")), Qa("2"))), so(io("L", $("s")), no(Qa("2"), $("n")), Za("("), $("s"), Za("−"), $("y"), Za(")"))), ho = ao(so($("L"), no(Qa("1"), $("n")), ro($("r")), $("ℓ"), Za("("), to($("s"), $("r")), Za(","), to($("y"), $("r")), Za(")"))), go = ao(so(eo($("θ"), Za("′")), $("θ"), Za("+"), $("step"), Za("("), $("g"), Za(")"))), _o = ao(so(eo($("θ"), Za("′")), $("θ"), Za("−"), $("η"), $("g"))), vo = {
	cross_entropy: po,
	mse: mo
};
function yo(e, t) {
	return e === "forward" ? t === "dense" ? co : uo : e === "backward" ? t === "dense" ? lo : fo : e === "loss" ? vo[t] ?? ho : e === "update" ? t === "sgd" ? _o : go : "";
}
// src/glass/StageView.svelte
var bo = /* @__PURE__ */ q("<p class=\"numbers svelte-qn1k3n\"> </p>"), xo = /* @__PURE__ */ q("<section aria-labelledby=\"stage-title\"><h2 id=\"stage-title\"> </h2> <p class=\"svelte-qn1k3n\"> </p> <div class=\"formula svelte-qn1k3n\"></div> <p class=\"numbers svelte-qn1k3n\" role=\"status\"> </p> <!> <div class=\"arrays svelte-qn1k3n\"></div></section>"), So = {
	hash: "svelte-qn1k3n",
	code: "p.svelte-qn1k3n {margin:0.4rem 0;}.formula.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.4rem 2rem;margin:0.6rem 0;font-size:1.15rem;overflow-x:auto;}.numbers.svelte-qn1k3n {padding:0.3rem 0.6rem;font-variant-numeric:tabular-nums;background:var(--surface);border-radius:6px;overflow-wrap:anywhere;}.numbers.svelte-qn1k3n:empty {display:none;}.arrays.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.6rem;margin-top:0.6rem;}"
};
function Co(e, t) {
	Re(t, !0), qr(e, So);
	let n = /* @__PURE__ */ L(() => xa(t.stage)), r = /* @__PURE__ */ L(() => t.chosen ?? {
		array: K(n),
		row: 0,
		column: 0
	}), i = /* @__PURE__ */ L(() => yo(t.stage.kind, t.stage.name)), a = /* @__PURE__ */ L(() => ba(t.stages, t.stage, K(r), Q("glass_more"))), o = /* @__PURE__ */ L(() => Object.entries(t.stage.facts).map(([e, t]) => `${e} = ${ma(t ?? NaN)}`));
	var s = xo(), c = V(s), l = H(c, !0), u = U(c, 2), d = H(u, !0), f = U(u, 2);
	Gr(f, () => K(i), !0), P(f);
	var p = U(f, 2), h = H(p, !0), g = U(p, 2);
	zr(g, 16, () => K(o), (e) => e, (e, t) => {
		var n = bo(), r = H(n, !0);
		W(() => Y(r, t)), J(e, n);
	});
	var _ = U(g, 2);
	zr(_, 21, () => Object.entries(t.stage.arrays), ([e, t]) => e, (e, i) => {
		var a = /* @__PURE__ */ L(() => m(K(i), 2));
		let o = () => K(a)[0], s = () => K(a)[1];
		{
			let i = /* @__PURE__ */ L(() => o() === K(n));
			Xa(e, {
				get name() {
					return o();
				},
				get array() {
					return s();
				},
				get chosen() {
					return K(r);
				},
				get choose() {
					return t.choose;
				},
				get isResult() {
					return K(i);
				}
			});
		}
	}), P(_), P(s), W((e) => {
		Y(l, t.title), Y(d, e), Y(h, K(a));
	}, [() => ia("glass_text", t.stage.name === "dense" ? `${t.stage.kind}_dense` : t.stage.kind)]), J(e, s), ze();
}
// src/glass/Glass.svelte
var wo = /* @__PURE__ */ q("<li class=\"svelte-or5ya2\"><button class=\"svelte-or5ya2\"> </button></li>"), To = /* @__PURE__ */ q("<option> </option>"), Eo = /* @__PURE__ */ q("<button> </button>"), Do = /* @__PURE__ */ q("<p role=\"status\"> </p>"), Oo = /* @__PURE__ */ q("<!> <!>", 1), ko = /* @__PURE__ */ q("<div class=\"page svelte-or5ya2\"><aside><h2> </h2> <div class=\"fields svelte-or5ya2\"><!> <!></div> <h2> </h2> <ol class=\"svelte-or5ya2\"></ol> <label class=\"fault svelte-or5ya2\" for=\"fault\"> </label> <select id=\"fault\" class=\"svelte-or5ya2\"><option> </option><!></select> <!> <!></aside> <div class=\"story\"><div class=\"buttons svelte-or5ya2\"><button> </button> <button class=\"primary\"> </button> <button> </button> <button> </button> <span class=\"svelte-or5ya2\"> </span></div> <!> <!> <!></div> <div class=\"source\"><!></div></div>"), Ao = {
	hash: "svelte-or5ya2",
	code: ".page.svelte-or5ya2 {display:grid;grid-template-columns:minmax(12rem, 16rem) minmax(0, 1.3fr) minmax(0, 1fr);gap:1.2rem;}.fields.svelte-or5ya2 {display:grid;grid-template-columns:1fr 1fr;gap:0.5rem;margin:0.5rem 0 1rem;}ol.svelte-or5ya2 {margin:0.5rem 0 1rem;padding:0;list-style:none;}li.svelte-or5ya2 button:where(.svelte-or5ya2) {width:100%;margin-bottom:0.2rem;text-align:left;font-size:0.85rem;}li.svelte-or5ya2 button[aria-current]:where(.svelte-or5ya2) {border-color:var(--accent);box-shadow:inset 3px 0 0 var(--accent);}.buttons.svelte-or5ya2 {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;margin-bottom:0.8rem;}.buttons.svelte-or5ya2 span:where(.svelte-or5ya2) {color:var(--muted);}.fault.svelte-or5ya2 {display:block;font-size:0.85rem;color:var(--muted);}select.svelte-or5ya2 {width:100%;margin-bottom:0.4rem;}\n  @media (max-width: 70rem) {.page.svelte-or5ya2 {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function jo(e, t) {
	Re(t, !0), qr(e, Ao);
	let n = /* @__PURE__ */ z(0), r = /* @__PURE__ */ z(4), i = /* @__PURE__ */ z(""), a = /* @__PURE__ */ z([]), o = /* @__PURE__ */ z(null), s = /* @__PURE__ */ z(0), c = /* @__PURE__ */ z(null), l = /* @__PURE__ */ z(!1), u = /* @__PURE__ */ L(() => t.lab.dataFacts?.rows.train ?? 1), d = /* @__PURE__ */ L(() => Array.from({ length: Math.min(K(r), K(u) - K(n)) }, (e, t) => K(n) + t)), f = /* @__PURE__ */ L(() => K(a)[Math.min(K(s), K(a).length - 1)]), p = /* @__PURE__ */ L(() => t.lab.isRunning ? null : t.lab.facts?.step ?? t.lab.state?.step ?? 0), h = /* @__PURE__ */ L(() => ({
		rows: K(d),
		fault: K(i) || null
	}));
	un(() => {
		if (K(p), t.lab.state?.marks, K(p) === null) return;
		let e = !0;
		return t.lab.ask("look", K(h)).then((t) => {
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
		B(s, Math.max(0, Math.min(K(a).length - 1, K(s) + e)), !0), B(c, null);
	}
	un(() => (ca.current = {
		".": () => g(1),
		",": () => g(-1)
	}, () => {
		ca.current = {};
	})), un(() => {
		if (!K(l)) return;
		let e = setInterval(() => {
			K(s) >= K(a).length - 1 ? B(l, !1) : g(1);
		}, 1500);
		return () => clearInterval(e);
	});
	function _({ kind: e, layer: t, name: n }) {
		return e === "rows" ? Q("glass_rows_title") : Q(`glass_${e}`, {
			name: n,
			n: (t ?? 0) + 1
		});
	}
	var v = ko(), y = V(v), b = V(y), x = H(b, !0), S = U(b, 2), C = V(S);
	{
		let e = /* @__PURE__ */ L(() => K(u) - 1);
		sa(C, {
			label: "glass_first_row",
			get value() {
				return K(n);
			},
			min: 0,
			get max() {
				return K(e);
			},
			step: 1,
			chosen: (e) => B(n, Math.max(0, Math.min(K(u) - 1, Math.round(e ?? 0))), !0)
		});
	}
	sa(U(C, 2), {
		label: "glass_rows",
		get value() {
			return K(r);
		},
		min: 1,
		max: 16,
		step: 1,
		chosen: (e) => B(r, Math.max(1, Math.min(16, Math.round(e ?? 4))), !0)
	}), P(S);
	var w = U(S, 2), T = H(w, !0), E = U(w, 2);
	zr(E, 21, () => K(a), Fr, (e, t, n) => {
		var r = wo(), i = V(r), a = H(i, !0);
		P(r), W((e) => {
			Z(i, "aria-current", K(t) === K(f) ? "step" : void 0), Y(a, e);
		}, [() => _(K(t))]), dr("click", i, () => g(n - K(s))), J(e, r);
	}), P(E);
	var D = U(E, 2), ee = H(D, !0), O = U(D, 2), te = V(O), k = H(te, !0);
	te.value = te.__value = "", zr(U(te), 16, () => t.lab.welcome?.catalogue.fault ?? [], (e) => e, (e, t) => {
		var n = To(), r = H(n, !0), i = {};
		W((e) => {
			Y(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => ia("fault", t)]), J(e, n);
	}), P(O), ti(O);
	var ne = U(O, 2), re = (e) => {
		var t = Eo(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("glass_mend")]), dr("click", t, () => B(i, "")), J(e, t);
	};
	X(ne, (e) => {
		K(i) && e(re);
	}), Ea(U(ne, 2), {
		get lab() {
			return t.lab;
		},
		get asked() {
			return K(h);
		}
	}), P(y);
	var ie = U(y, 2), ae = V(ie), oe = V(ae), se = H(oe, !0), ce = U(oe, 2), A = H(ce, !0), le = U(ce, 2), ue = H(le, !0), j = U(le, 2), de = H(j, !0), fe = H(U(j, 2), !0);
	P(ae);
	var pe = U(ae, 2), me = (e) => {
		fa(e, { get refused() {
			return K(o);
		} });
	};
	X(pe, (e) => {
		K(o) && e(me);
	});
	var he = U(pe, 2), ge = (e) => {
		var t = Do(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("glass_running")]), J(e, t);
	};
	X(he, (e) => {
		t.lab.isRunning && e(ge);
	});
	var _e = U(he, 2), M = (e) => {
		var n = Oo(), r = Zt(n);
		{
			let e = /* @__PURE__ */ L(() => _(K(f)));
			Co(r, {
				get stages() {
					return K(a);
				},
				get stage() {
					return K(f);
				},
				get title() {
					return K(e);
				},
				get chosen() {
					return K(c);
				},
				choose: (e) => B(c, e)
			});
		}
		var i = U(r, 2), o = (e) => {
			{
				let n = /* @__PURE__ */ L(() => K(f).layer ?? 0);
				Aa(e, {
					get lab() {
						return t.lab;
					},
					get asked() {
						return K(h);
					},
					get layer() {
						return K(n);
					},
					get i() {
						return K(c).row;
					},
					get j() {
						return K(c).column;
					}
				});
			}
		};
		X(i, (e) => {
			K(f).kind === "backward" && K(f).name === "dense" && K(c)?.array === "dW" && e(o);
		}), J(e, n);
	};
	X(_e, (e) => {
		K(f) && e(M);
	}), P(ie);
	var ve = U(ie, 2), N = V(ve), ye = (e) => {
		Ia(e, { get sources() {
			return K(f).sources;
		} });
	};
	X(N, (e) => {
		K(f) && e(ye);
	}), P(ve), P(v), W((e, t, n, r, i, o, c, u, d) => {
		Y(x, e), Y(T, t), Y(ee, n), Y(k, r), oe.disabled = K(s) <= 0, Y(se, i), ce.disabled = K(s) >= K(a).length - 1, Y(A, o), Z(le, "aria-pressed", K(l)), Y(ue, c), Y(de, u), Y(fe, d);
	}, [
		() => Q("glass_batch"),
		() => Q("glass_stages"),
		() => Q("glass_break"),
		() => Q("glass_no_fault"),
		() => Q("glass_back"),
		() => Q("glass_next"),
		() => Q(K(l) ? "pause" : "glass_play"),
		() => Q("glass_take"),
		() => Q("glass_at", { step: K(p) ?? "…" })
	]), ni(O, () => K(i), (e) => B(i, e)), dr("click", oe, () => g(-1)), dr("click", ce, () => g(1)), dr("click", le, () => B(l, !K(l))), dr("click", j, () => t.lab.send("step", { n: 1 })), J(e, v), ze();
}
fr(["click"]);
// src/playground/Choice.svelte
var Mo = /* @__PURE__ */ q("<option> </option>"), No = /* @__PURE__ */ q("<div class=\"svelte-4iyz10\"><label> </label> <select class=\"svelte-4iyz10\"><!><!></select></div>"), Po = {
	hash: "svelte-4iyz10",
	code: "div.svelte-4iyz10 {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}select.svelte-4iyz10 {width:100%;}"
};
function Fo(e, t) {
	let n = wr();
	Re(t, !0), qr(e, Po);
	let r = /* @__PURE__ */ L(() => typeof t.value == "object" && t.value !== null && "name" in t.value ? String(t.value.name) : String(t.value ?? ""));
	var i = No(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s), l = (e) => {
		var n = Mo(), r = H(n, !0);
		n.value = n.__value = "", W((e) => Y(r, e), [() => Q(t.none)]), J(e, n);
	};
	X(c, (e) => {
		t.none && e(l);
	}), zr(U(c), 16, () => t.options, (e) => e, (e, n) => {
		var r = Mo(), i = H(r, !0), a = {};
		W((e, t) => {
			Y(i, e), a !== (a = t) && (r.value = (r.__value = a) ?? "");
		}, [() => t.prefix ? ia(t.prefix, String(n)) : n, () => String(n)]), J(e, r);
	}), P(s);
	var u;
	ti(s), P(i), W((e) => {
		Z(i, "title", t.hint), Z(a, "for", n), Y(o, e), Z(s, "id", n), u !== (u = K(r)) && (s.value = (s.__value = u) ?? "", ei(s, u));
	}, [() => Q(t.label)]), dr("change", s, (e) => t.chosen(e.currentTarget.value)), J(e, i), ze();
}
fr(["change"]);
// src/playground/layers.ts
var Io = [
	"batch_norm",
	"dropout",
	"standardize"
], Lo = "identity";
function Ro(e) {
	let t = [];
	for (let n of e) {
		let e = t.at(-1);
		n.name === "dense" ? t.push({
			units: n.units ?? 1,
			activation: Lo,
			batchNorm: !1,
			dropout: 0
		}) : e && n.name === "batch_norm" ? e.batchNorm = !0 : e && n.name === "dropout" ? e.dropout = Number(n.rate ?? 0) : e && !Io.includes(n.name) && (e.activation = n.name);
	}
	return t.slice(0, -1);
}
function zo(e, t, n) {
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
			...t === Lo ? [] : [t],
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
var Bo = /* @__PURE__ */ q("<section class=\"controls\"><div class=\"clock svelte-1bzsayr\"><button class=\"primary\"> </button> <button> </button> <button> </button> <button> </button> <output class=\"svelte-1bzsayr\"> </output></div> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!></div> <details><summary class=\"svelte-1bzsayr\"> </summary> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!> <!> <label class=\"check svelte-1bzsayr\"><input type=\"checkbox\" class=\"svelte-1bzsayr\"/> </label></div></details></section>"), Vo = {
	hash: "svelte-1bzsayr",
	code: ".clock.svelte-1bzsayr {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;}output.svelte-1bzsayr {margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted);}.fields.svelte-1bzsayr {display:grid;grid-template-columns:repeat(auto-fill, minmax(9rem, 1fr));align-items:end;gap:0.5rem;margin-top:0.6rem;}summary.svelte-1bzsayr {margin-top:0.6rem;color:var(--muted);cursor:pointer;}.check.svelte-1bzsayr {display:flex;align-items:center;gap:0.4rem;font-size:0.85rem;color:var(--muted);}.check.svelte-1bzsayr input:where(.svelte-1bzsayr) {min-height:0;}"
};
function Ho(e, t) {
	Re(t, !0), qr(e, Vo);
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
	], s = ["warm_up", "constant"], c = ["clip_norm"], l = /* @__PURE__ */ L(() => t.lab.state?.recipe ?? {}), u = /* @__PURE__ */ L(() => t.lab.welcome?.catalogue), d = (e) => (K(u)?.[e] ?? []).map(({ name: e }) => e), f = /* @__PURE__ */ L(() => Ro(t.lab.state?.layers ?? [])), p = (e) => new Set(e).size === 1 ? e[0] : "", m = (e, t) => {
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
		let n = K(f)[0];
		g({
			hidden: K(f).map(({ units: e }) => e),
			activation: n?.activation,
			dropout: n?.dropout ?? 0,
			batch_norm: n?.batchNorm ?? !1,
			[e]: t,
			layers: null
		});
	}
	function v(e) {
		Number(K(l).dropout) > 0 && Number(e) > 0 ? h("dropout", e) : _("dropout", Number(e));
	}
	function y(e) {
		let n = e || null;
		K(l).layers ? t.lab.change(zo(K(f), t.lab.outputs, n)) : t.lab.change({ initializer: n });
	}
	function b(e) {
		let t = K(l).epochs ?? 100;
		g(e ? {
			schedule: e,
			epochs: t
		} : { schedule: null });
	}
	var x = Bo(), S = V(x), C = V(S), w = H(C, !0), T = U(C, 2), E = H(T, !0), D = U(T, 2), ee = H(D, !0), O = U(D, 2), te = H(O, !0), k = H(U(O, 2), !0);
	P(S);
	var ne = U(S, 2), re = V(ne);
	{
		let e = /* @__PURE__ */ L(() => m(n, K(l).learning_rate));
		Fo(re, {
			label: "learning_rate",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).learning_rate;
			},
			chosen: (e) => h("learning_rate", e)
		});
	}
	var ie = U(re, 2);
	{
		let e = /* @__PURE__ */ L(() => d("activation").filter((e) => e !== "softmax")), t = /* @__PURE__ */ L(() => p(K(f).map(({ activation: e }) => e))), n = /* @__PURE__ */ L(() => p(K(f).map(({ activation: e }) => e)) === "" ? "mixed" : void 0);
		Fo(ie, {
			label: "activation",
			get options() {
				return K(e);
			},
			get value() {
				return K(t);
			},
			chosen: (e) => _("activation", e),
			get none() {
				return K(n);
			}
		});
	}
	var ae = U(ie, 2);
	{
		let e = /* @__PURE__ */ L(() => d("optimizer").filter((e) => !c.includes(e)));
		Fo(ae, {
			label: "optimizer",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).optimizer;
			},
			chosen: (e) => g({ optimizer: e })
		});
	}
	var oe = U(ae, 2);
	{
		let e = /* @__PURE__ */ L(() => d("loss")), n = /* @__PURE__ */ L(() => t.lab.state?.loss);
		Fo(oe, {
			label: "loss",
			get options() {
				return K(e);
			},
			get value() {
				return K(n);
			},
			chosen: (e) => g({ loss: e })
		});
	}
	var se = U(oe, 2);
	{
		let e = /* @__PURE__ */ L(() => m(r, K(l).batch_size));
		Fo(se, {
			label: "batch_size",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).batch_size;
			},
			chosen: (e) => h("batch_size", e)
		});
	}
	Fo(U(se, 2), {
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
		let e = /* @__PURE__ */ L(() => m(i, K(l).l2));
		Fo(j, {
			label: "l2",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).l2;
			},
			chosen: (e) => h("l2", e)
		});
	}
	var de = U(j, 2);
	{
		let e = /* @__PURE__ */ L(() => m(a, K(l).dropout ?? 0)), t = /* @__PURE__ */ L(() => p(K(f).map(({ dropout: e }) => e))), n = /* @__PURE__ */ L(() => p(K(f).map(({ dropout: e }) => e)) === "" ? "mixed" : void 0);
		Fo(de, {
			label: "dropout",
			get options() {
				return K(e);
			},
			get value() {
				return K(t);
			},
			get none() {
				return K(n);
			},
			chosen: v
		});
	}
	var fe = U(de, 2);
	{
		let e = /* @__PURE__ */ L(() => d("initializer"));
		Fo(fe, {
			label: "initializer",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).initializer;
			},
			none: "initializer_usual",
			chosen: y
		});
	}
	var pe = U(fe, 2);
	{
		let e = /* @__PURE__ */ L(() => d("schedule").filter((e) => !s.includes(e)));
		Fo(pe, {
			label: "schedule",
			get options() {
				return K(e);
			},
			get value() {
				return K(l).schedule;
			},
			none: "schedule_none",
			prefix: "schedule",
			chosen: b
		});
	}
	var me = U(pe, 2);
	{
		let e = /* @__PURE__ */ L(() => Q("never"));
		sa(me, {
			label: "stop_epochs",
			get value() {
				return K(l).epochs;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return K(e);
			},
			chosen: (e) => g({ epochs: e })
		});
	}
	var he = U(me, 2);
	{
		let e = /* @__PURE__ */ L(() => Q("never"));
		sa(he, {
			label: "stop_patience",
			get value() {
				return K(l).patience;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return K(e);
			},
			chosen: (e) => g({ patience: e })
		});
	}
	var ge = U(he, 2);
	{
		let e = /* @__PURE__ */ L(() => K(l).seed ?? 0);
		sa(ge, {
			label: "seed",
			get value() {
				return K(e);
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
		Z(x, "aria-label", e), Z(C, "aria-pressed", t.lab.isRunning), C.disabled = !t.lab.state, Y(w, n), T.disabled = !t.lab.state, Y(E, r), D.disabled = !t.lab.state, Y(ee, i), O.disabled = !t.lab.state, Z(O, "title", a), Y(te, o), Y(k, s), Y(le, c), di(M, l), Y(ve, ` ${u ?? ""}`);
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
		() => p(K(f).map(({ batchNorm: e }) => e)) === !0,
		() => Q("batch_norm")
	]), dr("click", C, () => t.lab.toggle()), dr("click", T, () => t.lab.send("step", { n: 1 })), dr("click", D, () => t.lab.send("step", {
		n: 1,
		unit: "epoch"
	})), dr("click", O, () => t.lab.send("rewind", { to: 0 })), dr("change", M, (e) => _("batch_norm", e.currentTarget.checked)), J(e, x), ze();
}
fr(["click", "change"]);
// node_modules/uplot/dist/uPlot.esm.js
var Uo = !0, Wo = "uplot", Go = "u-hz", Ko = "u-vt", qo = "u-title", Jo = "u-wrap", Yo = "u-under", Xo = "u-over", Zo = "u-axis", Qo = "u-off", $o = "u-select", es = "u-cursor-x", ts = "u-cursor-y", ns = "u-cursor-pt", rs = "u-legend", is = "u-live", as = "u-inline", os = "u-series", ss = "u-marker", cs = "u-label", ls = "u-value", us = "width", ds = "height", fs = "top", ps = "bottom", ms = "left", hs = "right", gs = "#000", _s = "#0000", vs = "mousemove", ys = "mousedown", bs = "mouseup", xs = "mouseenter", Ss = "mouseleave", Cs = "dblclick", ws = "resize", Ts = "scroll", Es = "change", Ds = "dppxchange", Os = "--", ks = typeof window < "u", As = ks ? document : null, js = ks ? window : null, Ms = ks ? navigator : null, Ns, Ps;
function Fs() {
	let e = devicePixelRatio;
	Ns != e && (Ns = e, Ps && Xs(Es, Ps, Fs), Ps = matchMedia(`(min-resolution: ${Ns - .001}dppx) and (max-resolution: ${Ns + .001}dppx)`), Ys(Es, Ps, Fs), js.dispatchEvent(new CustomEvent(Ds)));
}
function Is(e, t) {
	if (t != null) {
		let n = e.classList;
		!n.contains(t) && n.add(t);
	}
}
function Ls(e, t) {
	let n = e.classList;
	n.contains(t) && n.remove(t);
}
function Rs(e, t, n) {
	e.style[t] = n + "px";
}
function zs(e, t, n, r) {
	let i = As.createElement(e);
	return t != null && Is(i, t), n?.insertBefore(i, r), i;
}
function Bs(e, t) {
	return zs("div", e, t);
}
var Vs = /* @__PURE__ */ new WeakMap();
function Hs(e, t, n, r, i) {
	let a = "translate(" + t + "px," + n + "px)";
	a != Vs.get(e) && (e.style.transform = a, Vs.set(e, a), t < 0 || n < 0 || t > r || n > i ? Is(e, Qo) : Ls(e, Qo));
}
var Us = /* @__PURE__ */ new WeakMap();
function Ws(e, t, n) {
	let r = t + n;
	r != Us.get(e) && (Us.set(e, r), e.style.background = t, e.style.borderColor = n);
}
var Gs = /* @__PURE__ */ new WeakMap();
function Ks(e, t, n, r) {
	let i = t + "" + n;
	i != Gs.get(e) && (Gs.set(e, i), e.style.height = n + "px", e.style.width = t + "px", e.style.marginLeft = r ? -t / 2 + "px" : 0, e.style.marginTop = r ? -n / 2 + "px" : 0);
}
var qs = { passive: !0 }, Js = {
	...qs,
	capture: !0
};
function Ys(e, t, n, r) {
	t.addEventListener(e, n, r ? Js : qs);
}
function Xs(e, t, n, r) {
	t.removeEventListener(e, n, qs);
}
ks && Fs();
function Zs(e, t, n, r) {
	let i;
	n ||= 0, r ||= t.length - 1;
	let a = r <= 2147483647;
	for (; r - n > 1;) i = a ? n + r >> 1 : yc((n + r) / 2), t[i] < e ? n = i : r = i;
	return e - t[n] <= t[r] - e ? n : r;
}
function Qs(e) {
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
var $s = (e) => e != null, ec = (e) => e != null && e > 0, tc = Qs($s), nc = Qs(ec);
function rc(e, t, n, r = 0, i = !1) {
	let a = i ? nc : tc, o = i ? ec : $s;
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
	return [s ?? Ac, c ?? -Ac];
}
function ic(e, t, n, r) {
	let i = Tc(e), a = Tc(t);
	e == t && (i == -1 ? (e *= n, t /= n) : (e /= n, t *= n));
	let o = n == 10 ? Ec : Dc, s = i == 1 ? yc : xc, c = a == 1 ? xc : yc, l = s(o(vc(e))), u = c(o(vc(t))), d = wc(n, l), f = wc(n, u);
	return n == 10 && (l < 0 && (d = Kc(d, -l)), u < 0 && (f = Kc(f, -u))), r || n == 2 ? (e = d * i, t = f * a) : (e = Gc(e, d), t = Wc(t, f)), [e, t];
}
function ac(e, t, n, r) {
	let i = ic(e, t, n, r);
	return e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i;
}
var oc = .1, sc = {
	mode: 3,
	pad: oc
}, cc = {
	pad: 0,
	soft: null,
	mode: 0
}, lc = {
	min: cc,
	max: cc
};
function uc(e, t, n, r) {
	return rl(n) ? pc(e, t, n) : (cc.pad = n, cc.soft = r ? 0 : null, cc.mode = r ? 3 : 0, pc(e, t, lc));
}
function dc(e, t) {
	return e ?? t;
}
function fc(e, t, n) {
	for (t = dc(t, 0), n = dc(n, e.length - 1); t <= n;) {
		if (e[t] != null) return !0;
		t++;
	}
	return !1;
}
function pc(e, t, n) {
	let r = n.min, i = n.max, a = dc(r.pad, 0), o = dc(i.pad, 0), s = dc(r.hard, -Ac), c = dc(i.hard, Ac), l = dc(r.soft, Ac), u = dc(i.soft, -Ac), d = dc(r.mode, 0), f = dc(i.mode, 0), p = t - e, m = Ec(p), h = Cc(vc(e), vc(t)), g = vc(Ec(h) - m);
	(p < 1e-24 || g > 10) && (p = 0, (e == 0 || t == 0) && (p = 1e-24, d == 2 && l != Ac && (a = 0), f == 2 && u != -Ac && (o = 0)));
	let _ = p || h || 1e3, v = wc(10, yc(Ec(_))), y = Kc(Gc(e - _ * (p == 0 ? e == 0 ? .1 : 1 : a), v / 10), 24), b = e >= l && (d == 1 || d == 3 && y <= l || d == 2 && y >= l) ? l : Ac, x = Cc(s, y < b && e >= b ? b : Sc(b, y)), S = Kc(Wc(t + _ * (p == 0 ? t == 0 ? .1 : 1 : o), v / 10), 24), C = t <= u && (f == 1 || f == 3 && S >= u || f == 2 && S <= u) ? u : -Ac, w = Sc(c, S > C && t <= C ? C : Cc(C, S));
	return x == w && x == 0 && (w = 100), [x, w];
}
var mc = new Intl.NumberFormat(ks ? Ms.language : "en-US"), hc = (e) => mc.format(e), gc = Math, _c = gc.PI, vc = gc.abs, yc = gc.floor, bc = gc.round, xc = gc.ceil, Sc = gc.min, Cc = gc.max, wc = gc.pow, Tc = gc.sign, Ec = gc.log10, Dc = gc.log2, Oc = (e, t = 1) => gc.sinh(e) * t, kc = (e, t = 1) => gc.asinh(e / t), Ac = Infinity;
function jc(e) {
	return (Ec((e ^ e >> 31) - (e >> 31)) | 0) + 1;
}
function Mc(e, t, n) {
	return Sc(Cc(e, t), n);
}
function Nc(e) {
	return typeof e == "function";
}
function Pc(e) {
	return Nc(e) ? e : () => e;
}
var Fc = () => {}, Ic = (e) => e, Lc = (e, t) => t, Rc = (e) => null, zc = (e) => !0, Bc = (e, t) => e == t, Vc = /\.\d*?(?=9{6,}|0{6,})/gm, Hc = (e) => {
	if (el(e) || qc.has(e)) return e;
	let t = `${e}`, n = t.match(Vc);
	if (n == null) return e;
	let r = n[0].length - 1;
	if (t.indexOf("e-") != -1) {
		let [e, n] = t.split("e");
		return +`${Hc(e)}e${n}`;
	}
	return Kc(e, r);
};
function Uc(e, t) {
	return Hc(Kc(Hc(e / t)) * t);
}
function Wc(e, t) {
	return Hc(xc(Hc(e / t)) * t);
}
function Gc(e, t) {
	return Hc(yc(Hc(e / t)) * t);
}
function Kc(e, t = 0) {
	if (el(e)) return e;
	let n = 10 ** t;
	return bc(e * n * (1 + 2 ** -52)) / n;
}
var qc = /* @__PURE__ */ new Map();
function Jc(e) {
	return (("" + e).split(".")[1] || "").length;
}
function Yc(e, t, n, r) {
	let i = [], a = r.map(Jc);
	for (let o = t; o < n; o++) {
		let t = vc(o), n = Kc(wc(e, o), t);
		for (let s = 0; s < r.length; s++) {
			let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n, l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]), u = e == 10 ? c : Kc(c, l);
			i.push(u), qc.set(u, l);
		}
	}
	return i;
}
var Xc = {}, Zc = [], Qc = [null, null], $c = Array.isArray, el = Number.isInteger, tl = (e) => e === void 0;
function nl(e) {
	return typeof e == "string";
}
function rl(e) {
	let t = !1;
	if (e != null) {
		let n = e.constructor;
		t = n == null || n == Object;
	}
	return t;
}
function il(e) {
	return typeof e == "object" && !!e;
}
var al = Object.getPrototypeOf(Uint8Array), ol = "__proto__";
function sl(e, t = rl) {
	let n;
	if ($c(e)) {
		let r = e.find((e) => e != null);
		if ($c(r) || t(r)) {
			n = Array(e.length);
			for (let r = 0; r < e.length; r++) n[r] = sl(e[r], t);
		} else n = e.slice();
	} else if (e instanceof al) n = e.slice();
	else if (t(e)) {
		n = {};
		for (let r in e) r != ol && (n[r] = sl(e[r], t));
	} else n = e;
	return n;
}
function cl(e) {
	let t = arguments;
	for (let n = 1; n < t.length; n++) {
		let r = t[n];
		for (let t in r) t != ol && (rl(e[t]) ? cl(e[t], sl(r[t])) : e[t] = sl(r[t]));
	}
	return e;
}
var ll = 0, ul = 1, dl = 2;
function fl(e, t, n) {
	for (let r = 0, i, a = -1; r < t.length; r++) {
		let o = t[r];
		if (o > a) {
			for (i = o - 1; i >= 0 && e[i] == null;) e[i--] = null;
			for (i = o + 1; i < n && e[i] == null;) e[a = i++] = null;
		}
	}
}
function pl(e, t) {
	if (gl(e)) {
		let t = e[0].slice();
		for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
		return _l(t[0]) || (t = hl(t)), t;
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
			let c = o[e], l = Array(i).fill(void 0), u = t ? t[n][e] : ul, d = [];
			for (let e = 0; e < c.length; e++) {
				let t = c[e], n = a.get(s[e]);
				t === null ? u != ll && (l[n] = t, u == dl && d.push(n)) : l[n] = t;
			}
			fl(l, d, i), r.push(l);
		}
	}
	return r;
}
var ml = typeof queueMicrotask > "u" ? (e) => Promise.resolve().then(e) : queueMicrotask;
function hl(e) {
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
function gl(e) {
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
function _l(e, t = 100) {
	let n = e.length;
	if (n <= 1) return !0;
	let r = 0, i = n - 1;
	for (; r <= i && e[r] == null;) r++;
	for (; i >= r && e[i] == null;) i--;
	if (i <= r) return !0;
	let a = Cc(1, yc((i - r + 1) / t));
	for (let t = e[r], n = r + a; n <= i; n += a) {
		let r = e[n];
		if (r != null) {
			if (r <= t) return !1;
			t = r;
		}
	}
	return !0;
}
var vl = [
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
], yl = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
function bl(e) {
	return e.slice(0, 3);
}
var xl = yl.map(bl), Sl = {
	MMMM: vl,
	MMM: vl.map(bl),
	WWWW: yl,
	WWW: xl
};
function Cl(e) {
	return (e < 10 ? "0" : "") + e;
}
function wl(e) {
	return (e < 10 ? "00" : e < 100 ? "0" : "") + e;
}
var Tl = {
	YYYY: (e) => e.getFullYear(),
	YY: (e) => (e.getFullYear() + "").slice(2),
	MMMM: (e, t) => t.MMMM[e.getMonth()],
	MMM: (e, t) => t.MMM[e.getMonth()],
	MM: (e) => Cl(e.getMonth() + 1),
	M: (e) => e.getMonth() + 1,
	DD: (e) => Cl(e.getDate()),
	D: (e) => e.getDate(),
	WWWW: (e, t) => t.WWWW[e.getDay()],
	WWW: (e, t) => t.WWW[e.getDay()],
	HH: (e) => Cl(e.getHours()),
	H: (e) => e.getHours(),
	h: (e) => {
		let t = e.getHours();
		return t == 0 ? 12 : t > 12 ? t - 12 : t;
	},
	AA: (e) => e.getHours() >= 12 ? "PM" : "AM",
	aa: (e) => e.getHours() >= 12 ? "pm" : "am",
	a: (e) => e.getHours() >= 12 ? "p" : "a",
	mm: (e) => Cl(e.getMinutes()),
	m: (e) => e.getMinutes(),
	ss: (e) => Cl(e.getSeconds()),
	s: (e) => e.getSeconds(),
	fff: (e) => wl(e.getMilliseconds())
};
function El(e, t) {
	t ||= Sl;
	let n = [], r = /\{([a-z]+)\}|[^{]+/gi, i;
	for (; i = r.exec(e);) n.push(i[0][0] == "{" ? Tl[i[1]] : i[0]);
	return (e) => {
		let r = "";
		for (let i = 0; i < n.length; i++) r += typeof n[i] == "string" ? n[i] : n[i](e, t);
		return r;
	};
}
var Dl = new Intl.DateTimeFormat().resolvedOptions().timeZone;
function Ol(e, t) {
	let n;
	return t == "UTC" || t == "Etc/UTC" ? n = /* @__PURE__ */ new Date(+e + e.getTimezoneOffset() * 6e4) : t == Dl ? n = e : (n = new Date(e.toLocaleString("en-US", { timeZone: t })), n.setMilliseconds(e.getMilliseconds())), n;
}
var kl = (e) => e % 1 == 0, Al = [
	1,
	2,
	2.5,
	5
], jl = Yc(10, -32, 0, Al), Ml = Yc(10, 0, 32, Al), Nl = Ml.filter(kl), Pl = jl.concat(Ml), Fl = "\n", Il = "{YYYY}", Ll = Fl + Il, Rl = "{M}/{D}", zl = Fl + Rl, Bl = zl + "/{YY}", Vl = "{aa}", Hl = "{h}:{mm}" + Vl, Ul = Fl + Hl, Wl = ":{ss}", Gl = null;
function Kl(e) {
	let t = e * 1e3, n = t * 60, r = n * 60, i = r * 24, a = i * 30, o = i * 365, s = (e == 1 ? Yc(10, 0, 3, Al).filter(kl) : Yc(10, -3, 0, Al)).concat([
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
			Il,
			Gl,
			Gl,
			Gl,
			Gl,
			Gl,
			Gl,
			1
		],
		[
			i * 28,
			"{MMM}",
			Ll,
			Gl,
			Gl,
			Gl,
			Gl,
			Gl,
			1
		],
		[
			i,
			Rl,
			Ll,
			Gl,
			Gl,
			Gl,
			Gl,
			Gl,
			1
		],
		[
			r,
			"{h}" + Vl,
			Bl,
			Gl,
			zl,
			Gl,
			Gl,
			Gl,
			1
		],
		[
			n,
			Hl,
			Bl,
			Gl,
			zl,
			Gl,
			Gl,
			Gl,
			1
		],
		[
			t,
			Wl,
			Bl + " " + Hl,
			Gl,
			zl + " " + Hl,
			Gl,
			Ul,
			Gl,
			1
		],
		[
			e,
			Wl + ".{fff}",
			Bl + " " + Hl,
			Gl,
			zl + " " + Hl,
			Gl,
			Ul,
			Gl,
			1
		]
	];
	function l(t) {
		return (s, c, l, u, d, f) => {
			let p = [], m = d >= o, h = d >= a && d < o, g = t(l), _ = Kc(g * e, 3), v = nu(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()), y = Kc(v * e, 3);
			if (h || m) {
				let n = h ? d / a : 0, r = m ? d / o : 0, i = _ == y ? _ : Kc(nu(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3), s = new Date(bc(i / e)), c = s.getFullYear(), l = s.getMonth();
				for (let a = 0; i <= u; a++) {
					let o = nu(c + r * a, l + n * a, 1), s = o - t(Kc(o * e, 3));
					i = Kc((+o + s) * e, 3), i <= u && p.push(i);
				}
			} else {
				let a = d >= i ? i : d, o = y + (yc(l) - yc(_)) + Wc(_ - y, a);
				p.push(o);
				let m = t(o), h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r, g = d / r, v = f / s.axes[c]._space;
				for (; o = Kc(o + d, e == 1 ? 0 : 3), !(o > u);) if (g > 1) {
					let e = yc(Kc(h + g, 6)) % 24, n = t(o).getHours() - e;
					n > 1 && (n = -1), o -= n * r, h = (h + g) % 24;
					let i = p[p.length - 1];
					Kc((o - i) / d, 3) * v >= .7 && p.push(o);
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
var [ql, Jl, Yl] = Kl(1), [Xl, Zl, Ql] = Kl(.001);
Yc(2, -53, 53, [1]);
function $l(e, t) {
	return e.map((e) => e.map((n, r) => r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n)));
}
function eu(e, t) {
	return (n, r, i, a, o) => {
		let s = t.find((e) => o >= e[0]) || t[t.length - 1], c, l, u, d, f, p;
		return r.map((t) => {
			let n = e(t), r = n.getFullYear(), i = n.getMonth(), a = n.getDate(), o = n.getHours(), m = n.getMinutes(), h = n.getSeconds(), g = r != c && s[2] || i != l && s[3] || a != u && s[4] || o != d && s[5] || m != f && s[6] || h != p && s[7] || s[1];
			return c = r, l = i, u = a, d = o, f = m, p = h, g(n);
		});
	};
}
function tu(e, t) {
	let n = El(t);
	return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function nu(e, t, n) {
	return new Date(e, t, n);
}
function ru(e, t) {
	return t(e);
}
var iu = "{YYYY}-{MM}-{DD} {h}:{mm}{aa}";
function au(e, t) {
	return (n, r, i, a) => a == null ? Os : t(e(r));
}
function ou(e, t) {
	let n = e.series[t];
	return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function su(e, t) {
	return e.series[t].fill(e, t);
}
var cu = {
	show: !0,
	live: !0,
	isolate: !1,
	mount: Fc,
	markers: {
		show: !0,
		width: 2,
		stroke: ou,
		fill: su,
		dash: "solid"
	},
	idx: null,
	idxs: null,
	values: []
};
function lu(e, t) {
	let n = e.cursor.points, r = Bs(), i = n.size(e, t);
	Rs(r, us, i), Rs(r, ds, i);
	let a = i / -2;
	Rs(r, "marginLeft", a), Rs(r, "marginTop", a);
	let o = n.width(e, t, i);
	return o && Rs(r, "borderWidth", o), r;
}
function uu(e, t) {
	let n = e.series[t].points;
	return n._fill || n._stroke;
}
function du(e, t) {
	let n = e.series[t].points;
	return n._stroke || n._fill;
}
function fu(e, t) {
	return e.series[t].points.size;
}
var pu = [0, 0];
function mu(e, t, n) {
	return pu[0] = t, pu[1] = n, pu;
}
function hu(e, t, n, r = !0) {
	return (e) => {
		e.button != 0 || r && e.target != t || n(e);
	};
}
function gu(e, t, n, r = !0) {
	return (e) => {
		r && e.target != t || n(e);
	};
}
var _u = {
	show: !0,
	x: !0,
	y: !0,
	lock: !1,
	move: mu,
	points: {
		one: !1,
		show: lu,
		size: fu,
		width: 0,
		stroke: du,
		fill: uu
	},
	bind: {
		mousedown: hu,
		mouseup: hu,
		click: hu,
		dblclick: hu,
		mousemove: gu,
		mouseleave: gu,
		mouseenter: gu
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
}, vu = {
	show: !0,
	stroke: "rgba(0,0,0,0.07)",
	width: 2
}, yu = cl({}, vu, { filter: Lc }), bu = cl({}, yu, { size: 10 }), xu = cl({}, vu, { show: !1 }), Su = "12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"", Cu = "bold " + Su, wu = 1.5, Tu = {
	show: !0,
	scale: "x",
	stroke: gs,
	space: 50,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: Cu,
	side: 2,
	grid: yu,
	ticks: bu,
	border: xu,
	font: Su,
	lineGap: wu,
	rotate: 0
}, Eu = "Value", Du = "Time", Ou = {
	show: !0,
	scale: "x",
	auto: !1,
	sorted: 1,
	min: Ac,
	max: -Infinity,
	idxs: []
};
function ku(e, t, n, r, i) {
	return t.map((e) => e == null ? "" : hc(e));
}
function Au(e, t, n, r, i, a, o) {
	let s = [], c = qc.get(i) || 0;
	n = o ? n : Kc(Wc(n, i), c);
	for (let e = n; e <= r; e = Kc(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
	return s;
}
function ju(e, t, n, r, i, a, o) {
	let s = [], c = e.scales[e.axes[t].scale].log;
	i = wc(c, yc((c == 10 ? Ec : Dc)(n))), c == 10 && (i = Pl[Zs(i, Pl)]);
	let l = n, u = i * c;
	c == 10 && (u = Pl[Zs(u, Pl)]);
	do
		s.push(l), l += i, c == 10 && !qc.has(l) && (l = Kc(l, qc.get(i))), l >= u && (i = l, u = i * c, c == 10 && (u = Pl[Zs(u, Pl)]));
	while (l <= r);
	return s;
}
function Mu(e, t, n, r, i, a, o) {
	let s = e.scales[e.axes[t].scale].asinh, c = r > s ? ju(e, t, Cc(s, n), r, i) : [s], l = r >= 0 && n <= 0 ? [0] : [];
	return (n < -s ? ju(e, t, Cc(s, -r), -n, i) : [s]).reverse().map((e) => -e).concat(l, c);
}
var Nu = /./, Pu = /[12357]/, Fu = /[125]/, Iu = /1/, Lu = (e, t, n, r) => e.map((e, i) => t == 4 && e == 0 || i % r == 0 && n.test(e.toExponential()[+(e < 0)]) ? e : null);
function Ru(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = e.scales[o], c = e.valToPos, l = a._space, u = c(10, o), d = c(9, o) - u >= l ? Nu : c(7, o) - u >= l ? Pu : c(5, o) - u >= l ? Fu : Iu;
	if (d == Iu) {
		let e = vc(c(1, o) - u);
		if (e < l) return Lu(t.slice().reverse(), s.distr, d, xc(l / e)).reverse();
	}
	return Lu(t, s.distr, d, 1);
}
function zu(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = a._space, c = e.valToPos, l = vc(c(1, o) - c(2, o));
	return l < s ? Lu(t.slice().reverse(), 3, Nu, xc(s / l)).reverse() : t;
}
function Bu(e, t, n, r) {
	return r == null ? Os : t == null ? "" : hc(t);
}
var Vu = {
	show: !0,
	scale: "y",
	stroke: gs,
	space: 30,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: Cu,
	side: 3,
	grid: yu,
	ticks: bu,
	border: xu,
	font: Su,
	lineGap: wu,
	rotate: 0
};
function Hu(e, t) {
	return Kc((3 + (e || 1) * 2) * t, 3);
}
function Uu(e, t) {
	let { scale: n, idxs: r } = e.series[0], i = e._data[0], a = e.valToPos(i[r[0]], n, !0), o = vc(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * Ns);
	return r[1] - r[0] <= o;
}
var Wu = {
	scale: null,
	auto: !0,
	sorted: 0,
	min: Ac,
	max: -Infinity
}, Gu = (e, t, n, r, i) => i, Ku = {
	show: !0,
	auto: !0,
	sorted: 0,
	gaps: Gu,
	alpha: 1,
	facets: [cl({}, Wu, { scale: "x" }), cl({}, Wu, { scale: "y" })]
}, qu = {
	scale: "y",
	auto: !0,
	sorted: 0,
	show: !0,
	spanGaps: !1,
	gaps: Gu,
	alpha: 1,
	points: {
		show: Uu,
		filter: null
	},
	values: null,
	min: Ac,
	max: -Infinity,
	idxs: [],
	path: null,
	clip: null
};
function Ju(e, t, n, r, i) {
	return n / 10;
}
var Yu = {
	time: Uo,
	auto: !0,
	distr: 1,
	log: 10,
	asinh: 1,
	min: null,
	max: null,
	dir: 1,
	ori: 0
}, Xu = cl({}, Yu, {
	time: !1,
	ori: 1
}), Zu = {};
function Qu(e, t) {
	let n = Zu[e];
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
	}, e != null && (Zu[e] = n)), n;
}
var $u = 1, ed = 2;
function td(e, t, n) {
	let r = e.mode, i = e.series[t], a = r == 2 ? e._data[t] : e._data, o = e.scales, s = e.bbox, c = a[0], l = r == 2 ? a[1] : a[t], u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale], d = r == 2 ? o[i.facets[1].scale] : o[i.scale], f = s.left, p = s.top, m = s.width, h = s.height, g = e.valToPosH, _ = e.valToPosV;
	return u.ori == 0 ? n(i, c, l, u, d, g, _, f, p, m, h, ud, fd, md, gd, vd) : n(i, c, l, u, d, _, g, p, f, h, m, dd, pd, hd, _d, yd);
}
function nd(e, t) {
	let n = 0, r = 0, i = dc(e.bands, Zc);
	for (let e = 0; e < i.length; e++) {
		let a = i[e];
		a.series[0] == t ? n = a.dir : a.series[1] == t && (a.dir == 1 ? r |= 1 : r |= 2);
	}
	return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function rd(e, t, n, r, i) {
	let a = e.mode, o = e.series[t], s = a == 2 ? o.facets[1].scale : o.scale, c = e.scales[s];
	return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? c.dir == 1 ? c.min : c.max : 0;
}
function id(e, t, n, r, i, a) {
	return td(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
		let h = e.pxRound, g = s.dir * (s.ori == 0 ? 1 : -1), _ = s.ori == 0 ? fd : pd, v, y;
		g == 1 ? (v = n, y = r) : (v = r, y = n);
		let b = h(l(t[v], s, p, d)), x = h(u(o[v], c, m, f)), S = h(l(t[y], s, p, d)), C = h(u(a == 1 ? c.max : c.min, c, m, f)), w = new Path2D(i);
		return _(w, S, C), _(w, b, C), _(w, b, x), w;
	});
}
function ad(e, t, n, r, i, a) {
	let o = null;
	if (e.length > 0) {
		o = new Path2D();
		let s = t == 0 ? md : hd, c = n;
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
function od(e, t, n) {
	let r = e[e.length - 1];
	r && r[0] == t ? r[1] = n : e.push([t, n]);
}
function sd(e, t, n, r, i, a, o) {
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
function cd(e) {
	return e == 0 ? Ic : e == 1 ? bc : (t) => Uc(t, e);
}
function ld(e) {
	let t = e == 0 ? ud : dd, n = e == 0 ? (e, t, n, r, i, a) => {
		e.arcTo(t, n, r, i, a);
	} : (e, t, n, r, i, a) => {
		e.arcTo(n, t, i, r, a);
	}, r = e == 0 ? (e, t, n, r, i) => {
		e.rect(t, n, r, i);
	} : (e, t, n, r, i) => {
		e.rect(n, t, i, r);
	};
	return (e, i, a, o, s, c = 0, l = 0) => {
		c == 0 && l == 0 ? r(e, i, a, o, s) : (c = Sc(c, o / 2, s / 2), l = Sc(l, o / 2, s / 2), t(e, i + c, a), n(e, i + o, a, i + o, a + s, c), n(e, i + o, a + s, i, a + s, l), n(e, i, a + s, i, a, l), n(e, i, a, i + o, a, c), e.closePath());
	};
}
var ud = (e, t, n) => {
	e.moveTo(t, n);
}, dd = (e, t, n) => {
	e.moveTo(n, t);
}, fd = (e, t, n) => {
	e.lineTo(t, n);
}, pd = (e, t, n) => {
	e.lineTo(n, t);
}, md = ld(0), hd = ld(1), gd = (e, t, n, r, i, a) => {
	e.arc(t, n, r, i, a);
}, _d = (e, t, n, r, i, a) => {
	e.arc(n, t, r, i, a);
}, vd = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(t, n, r, i, a, o);
}, yd = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(n, t, i, r, o, a);
};
function bd(e) {
	return (e, t, n, r, i) => td(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
		let { pxRound: h, points: g } = t, _, v;
		s.ori == 0 ? (_ = ud, v = gd) : (_ = dd, v = _d);
		let y = Kc(g.width * Ns, 3), b = (g.size - g.width) / 2 * Ns, x = Kc(b * 2, 3), S = new Path2D(), C = new Path2D(), { left: w, top: T, width: E, height: D } = e.bbox;
		md(C, w - x, T - x, E + x * 2, D + x * 2);
		let ee = (e) => {
			if (o[e] != null) {
				let t = h(l(a[e], s, p, d)), n = h(u(o[e], c, m, f));
				_(S, t + b, n), v(S, t, n, b, 0, _c * 2);
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
function xd(e) {
	return (t, n, r, i, a, o) => {
		r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
	};
}
var Sd = xd(fd), Cd = xd(pd);
function wd(e) {
	let t = dc(e?.alignGaps, 0);
	return (e, n, r, i) => td(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
		[r, i] = tc(s, r, i);
		let g = a.pxRound, _ = (e) => g(u(e, c, m, f)), v = (e) => g(d(e, l, h, p)), y, b;
		c.ori == 0 ? (y = fd, b = Sd) : (y = pd, b = Cd);
		let x = c.dir * (c.ori == 0 ? 1 : -1), S = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: $u
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
		let [T, E] = nd(e, n);
		if (a.fill != null || T != 0) {
			let t = S.fill = new Path2D(C), s = v(a.fillTo(e, n, a.min, a.max, T)), c = _(o[r]), l = _(o[i]);
			x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
		}
		if (!a.spanGaps) {
			let l = [];
			w && l.push(...sd(o, s, r, i, x, _, t)), S.gaps = l = a.gaps(e, n, r, i, l), S.clip = ad(l, c.ori, f, p, m, h);
		}
		return E != 0 && (S.band = E == 2 ? [id(e, n, r, i, C, -1), id(e, n, r, i, C, 1)] : id(e, n, r, i, C, E)), S;
	});
}
function Td(e) {
	let t = dc(e.align, 1), n = dc(e.ascDesc, !1), r = dc(e.alignGaps, 0), i = dc(e.extend, !1);
	return (e, a, o, s) => td(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
		[o, s] = tc(u, o, s);
		let y = c.pxRound, { left: b, width: x } = e.bbox, S = (e) => y(p(e, d, _, h)), C = (e) => y(m(e, f, v, g)), w = d.ori == 0 ? fd : pd, T = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: $u
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
		let [re, ie] = nd(e, a);
		if (c.fill != null || re != 0) {
			let t = T.fill = new Path2D(E), n = C(c.fillTo(e, a, c.min, c.max, re));
			w(t, ne, n), w(t, k, n);
		}
		if (!c.spanGaps) {
			let i = [];
			i.push(...sd(l, u, o, s, D, S, r));
			let f = c.width * Ns / 2, p = n || t == 1 ? f : -f, m = n || t == -1 ? -f : f;
			i.forEach((e) => {
				e[0] += p, e[1] += m;
			}), T.gaps = i = c.gaps(e, a, o, s, i), T.clip = ad(i, d.ori, h, g, _, v);
		}
		return ie != 0 && (T.band = ie == 2 ? [id(e, a, o, s, E, -1), id(e, a, o, s, E, 1)] : id(e, a, o, s, E, ie)), T;
	});
}
function Ed(e, t, n, r, i, a, o = Ac) {
	if (e.length > 1) {
		let s = null;
		for (let c = 0, l = Infinity; c < e.length; c++) if (t[c] !== void 0) {
			if (s != null) {
				let t = vc(e[c] - e[s]);
				t < l && (l = t, o = vc(n(e[c], r, i, a) - n(e[s], r, i, a)));
			}
			s = c;
		}
	}
	return o;
}
function Dd(e) {
	e ||= Xc;
	let t = dc(e.size, [
		.6,
		Ac,
		1
	]), n = e.align || 0, r = e.gap || 0, i = e.radius;
	i = i == null ? [0, 0] : typeof i == "number" ? [i, 0] : i;
	let a = Pc(i), o = 1 - t[0], s = dc(t[1], Ac), c = dc(t[2], 1), l = dc(e.disp, Xc), u = dc(e.each, (e) => {}), { fill: d, stroke: f } = l;
	return (e, t, i, p) => td(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
		let T = m.pxRound, E = n, D = r * Ns, ee = s * Ns, O = c * Ns, te, k;
		_.ori == 0 ? [te, k] = a(e, t) : [k, te] = a(e, t);
		let ne = _.dir * (_.ori == 0 ? 1 : -1), re = _.ori == 0 ? md : hd, ie = _.ori == 0 ? u : (e, t, n, r, i, a, o) => {
			u(e, t, n, i, r, o, a);
		}, ae = dc(e.bands, Zc).find((e) => e.series[0] == t), oe = ae == null ? 0 : ae.dir, se = m.fillTo(e, t, m.min, m.max, oe), ce = T(b(se, v, w, S)), A, le, ue, j = C, de = T(m.width * Ns), fe = !1, pe = null, me = null, he = null, ge = null;
		d != null && (de == 0 || f != null) && (fe = !0, pe = d.values(e, t, i, p), me = /* @__PURE__ */ new Map(), new Set(pe).forEach((e) => {
			e != null && me.set(e, new Path2D());
		}), de > 0 && (he = f.values(e, t, i, p), ge = /* @__PURE__ */ new Map(), new Set(he).forEach((e) => {
			e != null && ge.set(e, new Path2D());
		})));
		let { x0: _e, size: M } = l;
		if (_e != null && M != null) {
			E = 1, h = _e.values(e, t, i, p), _e.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
			let n = M.values(e, t, i, p);
			le = M.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x), j = Ed(h, g, y, _, C, x, j), ue = j - le + D;
		} else j = Ed(h, g, y, _, C, x, j), ue = j * o + D, le = j - ue;
		ue < 1 && (ue = 0), de >= le / 2 && (de = 0), ue < 5 && (T = Ic);
		let ve = ue > 0, N = j - ue - (ve ? de : 0);
		le = T(Mc(N, O, ee)), A = (E == 0 ? le / 2 : E == ne ? 0 : le) - E * ne * ((E == 0 ? D / 2 : 0) + (ve ? de / 2 : 0));
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
			let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x), a = b(dc(r, se), v, w, S), o = T(i - A), s = T(Cc(a, ce)), c = T(Sc(a, ce)), u = s - c;
			if (r != null) {
				let i = r < 0 ? Se : xe, a = r < 0 ? xe : Se;
				fe ? (de > 0 && he[n] != null && re(ge.get(he[n]), o, c + yc(de / 2), le, Cc(0, u - de), i, a), pe[n] != null && re(me.get(pe[n]), o, c + yc(de / 2), le, Cc(0, u - de), i, a)) : re(be, o, c + yc(de / 2), le, Cc(0, u - de), i, a), ie(e, t, n, o - de / 2, c, le + de, u);
			}
		}
		return de > 0 ? ye.stroke = fe ? ge : be : fe || (ye._fill = m.width == 0 ? m._fill : m._stroke ?? m._fill, ye.width = 0), ye.fill = fe ? me : be, ye;
	});
}
function Od(e, t) {
	let n = dc(t?.alignGaps, 0);
	return (t, r, i, a) => td(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
		[i, a] = tc(c, i, a);
		let _ = o.pxRound, v = (e) => _(d(e, l, h, p)), y = (e) => _(f(e, u, g, m)), b, x, S;
		l.ori == 0 ? (b = ud, S = fd, x = vd) : (b = dd, S = pd, x = yd);
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
			flags: $u
		}, O = ee.stroke, [te, k] = nd(t, r);
		if (o.fill != null || te != 0) {
			let e = ee.fill = new Path2D(O), n = y(o.fillTo(t, r, o.min, o.max, te));
			S(e, T, n), S(e, w, n);
		}
		if (!o.spanGaps) {
			let e = [];
			e.push(...sd(s, c, i, a, C, v, n)), ee.gaps = e = o.gaps(t, r, i, a, e), ee.clip = ad(e, l.ori, p, m, h, g);
		}
		return k != 0 && (ee.band = k == 2 ? [id(t, r, i, a, O, -1), id(t, r, i, a, O, 1)] : id(t, r, i, a, O, k)), ee;
	});
}
function kd(e) {
	return Od(Ad, e);
}
function Ad(e, t, n, r, i, a) {
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
var jd = /* @__PURE__ */ new Set();
function Md() {
	for (let e of jd) e.syncRect(!0);
}
ks && (Ys(ws, js, Md), Ys(Ts, js, Md, !0), Ys(Ds, js, () => {
	Jd.pxRatio = Ns;
}));
var Nd = wd(), Pd = bd();
function Fd(e, t, n, r) {
	return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => Ld(e, r, t, n));
}
function Id(e, t) {
	return e.map((e, n) => n == 0 ? {} : cl({}, t, e));
}
function Ld(e, t, n, r) {
	return cl({}, t == 0 ? n : r, e);
}
function Rd(e, t, n) {
	return t == null ? Qc : [t, n];
}
var zd = Rd;
function Bd(e, t, n) {
	return t == null ? Qc : uc(t, n, oc, !0);
}
function Vd(e, t, n, r) {
	return t == null ? Qc : ic(t, n, e.scales[r].log, !1);
}
var Hd = Vd;
function Ud(e, t, n, r) {
	return t == null ? Qc : ac(t, n, e.scales[r].log, !1);
}
var Wd = Ud;
function Gd(e, t, n, r, i) {
	let a = Cc(jc(e), jc(t)), o = t - e, s = Zs(i / r * o, n);
	do {
		let e = n[s], t = r * e / o;
		if (t >= i && a + (e < 5 ? qc.get(e) : 0) <= 17) return [e, t];
	} while (++s < n.length);
	return [0, 0];
}
function Kd(e) {
	let t, n;
	return e = e.replace(/(\d+)px/, (e, r) => (t = bc((n = +r) * Ns)) + "px"), [
		e,
		t,
		n
	];
}
function qd(e) {
	e.show && [e.font, e.labelFont].forEach((e) => {
		let t = Kc(e[2] * Ns, 1);
		e[0] = e[0].replace(/[0-9.]+px/, t + "px"), e[1] = t;
	});
}
function Jd(e, t, n) {
	let r = { mode: dc(e.mode, 1) }, i = r.mode;
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
	let l = r.root = Bs(Wo);
	if (e.id != null && (l.id = e.id), Is(l, e.class), e.title) {
		let t = Bs(qo, l);
		t.textContent = e.title;
	}
	let u = zs("canvas"), d = r.ctx = u.getContext("2d"), f = Bs(Jo, l);
	Ys("click", f, (e) => {
		e.target === m && (an != en || on != tn) && cn.click(r, e);
	}, !0);
	let p = r.under = Bs(Yo, f);
	f.appendChild(u);
	let m = r.over = Bs(Xo, f);
	e = sl(e);
	let h = +dc(e.pxAlign, 1), g = cd(h);
	(e.plugins || []).forEach((t) => {
		t.opts && (e = t.opts(r, e) || e);
	});
	let _ = e.ms || .001, v = r.series = i == 1 ? Fd(e.series || [], Ou, qu, !1) : Id(e.series || [null], Ku), y = r.axes = Fd(e.axes || [], Tu, Vu, !0), b = r.scales = {}, x = r.bands = e.bands || [];
	x.forEach((e) => {
		e.fill = Pc(e.fill || null), e.dir = dc(e.dir, -1);
	});
	let S = i == 2 ? v[1].facets[0].scale : v[0].scale, C = {
		axes: Vt,
		series: Mt
	}, w = (e.drawOrder || ["axes", "series"]).map((e) => C[e]);
	function T(e) {
		let t = e.distr == 3 ? (t) => Ec(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key)) : e.distr == 4 ? (t) => kc(t, e.asinh) : e.distr == 100 ? (t) => e.fwd(t) : (e) => e;
		return (n) => {
			let r = t(n), { _min: i, _max: a } = e, o = a - i;
			return (r - i) / o;
		};
	}
	function E(t) {
		let n = b[t];
		if (n == null) {
			let r = (e.scales || Xc)[t] || Xc;
			if (r.from != null) {
				E(r.from);
				let e = cl({}, b[r.from], r, { key: t });
				e.valToPct = T(e), b[t] = e;
			} else {
				n = b[t] = cl({}, t == S ? Yu : Xu, r), n.key = t;
				let e = n.time, a = n.range, o = $c(a);
				if ((t != S || i == 2 && !e) && (o && (a[0] == null || a[1] == null) && (a = {
					min: a[0] == null ? sc : {
						mode: 1,
						hard: a[0],
						soft: a[0]
					},
					max: a[1] == null ? sc : {
						mode: 1,
						hard: a[1],
						soft: a[1]
					}
				}, o = !1), !o && rl(a))) {
					let e = a;
					a = (t, n, r) => n == null ? Qc : uc(n, r, e);
				}
				n.range = Pc(a || (e ? zd : t == S ? n.distr == 3 ? Hd : n.distr == 4 ? Wd : Rd : n.distr == 3 ? Vd : n.distr == 4 ? Ud : Bd)), n.auto = Pc(!o && n.auto), n.clamp = Pc(n.clamp || Ju), n._min = n._max = null, n.valToPct = T(n);
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
	D.ori == 0 ? (Is(l, Go), O = a, te = o) : (Is(l, Ko), O = o, te = a);
	let k = {};
	for (let e in b) {
		let t = b[e];
		(t.min != null || t.max != null) && (k[e] = {
			min: t.min,
			max: t.max
		}, t.min = t.max = null);
	}
	let ne = e.tzDate || ((e) => new Date(bc(e / _))), re = e.fmtDate || El, ie = _ == 1 ? Yl(ne) : Ql(ne), ae = eu(ne, $l(_ == 1 ? Jl : Zl, re)), oe = au(ne, ru(iu, re)), se = [], ce = r.legend = cl({}, cu, e.legend), A = r.cursor = cl({}, _u, { drag: { y: i == 2 } }, e.cursor), le = ce.show, ue = A.show, j = ce.markers;
	ce.idxs = se, j.width = Pc(j.width), j.dash = Pc(j.dash), j.stroke = Pc(j.stroke), j.fill = Pc(j.fill);
	let de, fe, pe, me = [], he = [], ge, _e = !1, M = {};
	if (ce.live) {
		let e = v[1] ? v[1].values : null;
		_e = e != null, ge = _e ? e(r, 1, 0) : { _: 0 };
		for (let e in ge) M[e] = Os;
	}
	if (le) {
		if (de = zs("table", rs, l), pe = zs("tbody", null, de), ce.mount(r, de), _e) {
			fe = zs("thead", null, de, pe);
			let e = zs("tr", null, fe);
			for (var ve in zs("th", null, e), ge) zs("th", cs, e).textContent = ve;
		} else Is(de, as), ce.live && Is(de, is);
	}
	let N = { show: !0 }, ye = { show: !1 };
	function be(e, t) {
		if (t == 0 && (_e || !ce.live || i == 2)) return Qc;
		let n = [], a = zs("tr", os, pe, pe.childNodes[t]);
		Is(a, e.class), e.show || Is(a, Qo);
		let o = zs("th", null, a);
		if (j.show) {
			let e = Bs(ss, o);
			if (t > 0) {
				let n = j.width(r, t);
				n && (e.style.border = n + "px " + j.dash(r, t) + " " + j.stroke(r, t)), e.style.background = j.fill(r, t);
			}
		}
		let s = Bs(cs, o);
		for (var c in e.label instanceof HTMLElement ? s.appendChild(e.label) : s.textContent = e.label, t > 0 && (j.show || (s.style.color = e.width > 0 ? j.stroke(r, t) : j.fill(r, t)), xe("click", o, (t) => {
			if (A._lock) return;
			qe(t);
			let n = v.indexOf(e);
			if ((t.ctrlKey || t.metaKey) != ce.isolate) {
				let e = v.some((e, t) => t > 0 && t != n && e.show);
				v.forEach((t, r) => {
					r > 0 && W(r, e ? r == n ? N : ye : N, !0, $n.setSeries);
				});
			} else W(n, { show: !e.show }, !0, $n.setSeries);
		}, !1), Xe && xe(xs, o, (t) => {
			A._lock || (qe(t), W(v.indexOf(e), Cn, !0, $n.setSeries));
		}, !1)), ge) {
			let e = zs("td", ls, a);
			e.textContent = "--", n.push(e);
		}
		return [a, n];
	}
	let P = /* @__PURE__ */ new Map();
	function xe(e, t, n, i = !0) {
		let a = P.get(t) || {}, o = A.bind[e](r, t, n, i);
		o && (Ys(e, t, a[e] = o), P.set(t, a));
	}
	function Se(e, t, n) {
		let r = P.get(t) || {};
		for (let n in r) (e == null || n == e) && (Xs(n, t, r[n]), delete r[n]);
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
		je = n.left = Uc(Te * Ns, .5), Me = n.top = Uc(Ee * Ns, .5), Ne = n.width = Uc(F * Ns, .5), Pe = n.height = Uc(I * Ns, .5);
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
		let r = e.prox = Pc(e.prox), i = e.bias ??= 0;
		A.dataIdx = (e, a, o, s) => {
			if (a == 0) return o;
			let c = o, l = r(e, a, o, s) ?? Ac, u = l >= 0 && l < Ac, d = D.ori == 0 ? F : I, f = A.left, p = t[0], m = t[a];
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
			} else u && vc(f - O(p[o], D, d, 0)) > l && (c = null);
			return c;
		};
	}
	let qe = (e) => {
		A.event = e;
	};
	A.idxs = se, A._lock = !1;
	let Je = A.points;
	Je.show = Pc(Je.show), Je.size = Pc(Je.size), Je.stroke = Pc(Je.stroke), Je.width = Pc(Je.width), Je.fill = Pc(Je.fill);
	let Ye = r.focus = cl({}, e.focus || { alpha: .3 }, A.focus), Xe = Ye.prox >= 0, Ze = Xe && Je.one, Qe = [], $e = [], et = [];
	function tt(e, t) {
		let n = Je.show(r, t);
		if (n instanceof HTMLElement) return Is(n, ns), Is(n, e.class), Hs(n, -10, -10, F, I), m.insertBefore(n, Qe[t]), n;
	}
	function nt(e, t) {
		if (i == 1 || t > 0) {
			let t = i == 1 && b[e.scale].time, n = e.value;
			e.value = t ? nl(n) ? au(ne, ru(n, re)) : n || oe : n || Bu, e.label = e.label || (t ? Du : Eu);
		}
		if (Ze || t > 0) {
			e.width = e.width == null ? 1 : e.width, e.paths = e.paths || Nd || Rc, e.fillTo = Pc(e.fillTo || rd), e.pxAlign = +dc(e.pxAlign, h), e.pxRound = cd(e.pxAlign), e.stroke = Pc(e.stroke || null), e.fill = Pc(e.fill || null), e._stroke = e._fill = e._paths = e._focus = null;
			let t = Hu(Cc(1, e.width), 1), n = e.points = cl({}, {
				size: t,
				width: Cc(1, t * .2),
				stroke: e.stroke,
				space: t * 2,
				paths: Pd,
				_stroke: null,
				_fill: null
			}, e.points);
			n.show = Pc(n.show), n.filter = Pc(n.filter), n.fill = Pc(n.fill), n.stroke = Pc(n.stroke), n.paths = Pc(n.paths), n.pxAlign = e.pxAlign;
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
		Zn("addSeries", t);
	}
	function rt(e, t) {
		t ??= v.length, e = i == 1 ? Ld(e, t, Ou, qu) : Ld(e, t, {}, Ku), v.splice(t, 0, e), nt(v[t], t);
	}
	r.addSeries = rt;
	function it(e) {
		if (v.splice(e, 1), le) {
			ce.values.splice(e, 1), he.splice(e, 1);
			let t = me.splice(e, 1)[0];
			Se(null, t.firstChild), t.remove();
		}
		ue && (se.splice(e, 1), Qe.splice(e, 1)[0].remove(), $e.splice(e, 1), et.splice(e, 1)), Zn("delSeries", e);
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
			e.size = Pc(e.size), e.space = Pc(e.space), e.rotate = Pc(e.rotate), $c(e.incrs) && e.incrs.forEach((e) => {
				!qc.has(e) && qc.set(e, Jc(e));
			}), e.incrs = Pc(e.incrs || (i.distr == 2 ? Nl : a ? _ == 1 ? ql : Xl : Pl)), e.splits = Pc(e.splits || (a && i.distr == 1 ? ie : i.distr == 3 ? ju : i.distr == 4 ? Mu : Au)), e.stroke = Pc(e.stroke), e.grid.stroke = Pc(e.grid.stroke), e.ticks.stroke = Pc(e.ticks.stroke), e.border.stroke = Pc(e.border.stroke);
			let o = e.values;
			e.values = $c(o) && !$c(o[0]) ? Pc(o) : a ? $c(o) ? eu(ne, $l(o, re)) : nl(o) ? tu(ne, o) : o || ae : o || ku, e.filter = Pc(e.filter || (i.distr >= 3 && i.log == 10 ? Ru : i.distr == 3 && i.log == 2 ? zu : Lc)), e.font = Kd(e.font), e.labelFont = Kd(e.labelFont), e._size = e.size(r, null, t, 0), e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null, e._size > 0 && (at[t] = !0, e._el = Bs(Zo, f));
		}
	}
	function ot(e, t, n, r) {
		let [i, a, o, s] = n, c = t % 2, l = 0;
		return c == 0 && (s || a) && (l = t == 0 && !i || t == 2 && !o ? bc(Tu.size / 3) : 0), c == 1 && (i || o) && (l = t == 1 && !a || t == 3 && !s ? bc(Vu.size / 2) : 0), l;
	}
	let st = r.padding = (e.padding || [
		ot,
		ot,
		ot,
		ot
	]).map((e) => Pc(dc(e, ot))), ct = r._padding = st.map((e, t) => e(r, t, at, 0)), lt, ut = null, dt = null, ft = i == 1 ? v[0].idxs : null, R = null, pt = !1;
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
		if (Ht(!0), Zn("setData"), ee == 2 && (Le = !0), n !== !1) {
			let e = D;
			e.auto(r, pt) ? ht() : hn(S, e.min, e.max), Re ||= A.left >= 0, Be = !0, qt();
		}
	}
	r.setData = mt;
	function ht() {
		pt = !0;
		let e, n;
		i == 1 && (lt > 0 ? (ut = ft[0] = 0, dt = ft[1] = lt - 1, e = t[0][ut], n = t[0][dt], ee == 2 ? (e = ut, n = dt) : e == n && (ee == 3 ? [e, n] = ic(e, e, D.log, !1) : ee == 4 ? [e, n] = ac(e, e, D.log, !1) : D.time ? n = e + bc(86400 / _) : [e, n] = uc(e, n, oc, !0))) : (ut = ft[0] = e = null, dt = ft[1] = n = null)), hn(S, e, n);
	}
	let gt, _t, vt, yt, bt, xt, St, Ct, wt, Tt;
	function Et(e, t, n, r, i, a) {
		e ??= _s, n ??= Zc, r ??= "butt", i ??= _s, a ??= "round", e != gt && (d.strokeStyle = gt = e), i != _t && (d.fillStyle = _t = i), t != vt && (d.lineWidth = vt = t), a != bt && (d.lineJoin = bt = a), r != xt && (d.lineCap = xt = r), n != yt && d.setLineDash(yt = n);
	}
	function Dt(e, t, n, r) {
		t != _t && (d.fillStyle = _t = t), e != St && (d.font = St = e), n != Ct && (d.textAlign = Ct = n), r != wt && (d.textBaseline = wt = r);
	}
	function Ot(e, t, n, i, a = 0) {
		if (i.length > 0 && e.auto(r, pt) && (t == null || t.min == null)) {
			let t = dc(ut, 0), r = dc(dt, i.length - 1), o = n.min == null ? rc(i, t, r, a, e.distr == 3) : [n.min, n.max];
			e.min = Sc(e.min, n.min = o[0]), e.max = Cc(e.max, n.max = o[1]);
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
				let a = e[t] = sl(b[t], il);
				if (n.min != null) cl(a, n);
				else if (t != S || i == 2) {
					if (lt == 0 && a.from == null) {
						let e = a.range(r, null, null, t);
						a.min = e[0], a.max = e[1];
					} else a.min = Ac, a.max = -Infinity;
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
						s.min = e[0], s.max = e[1], ut = Zs(s.min, t[0]), dt = Zs(s.max, t[0]), dt - ut > 1 && (t[0][ut] < s.min && ut++, t[0][dt] > s.max && dt--), n.min = R[ut], n.max = R[dt];
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
					let e = n.range(r, n.min == Ac ? null : n.min, n.max == -Infinity ? null : n.max, t);
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
				i._min = e == 3 ? Ec(i.min) : e == 4 ? kc(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min, i._max = e == 3 ? Ec(i.max) : e == 4 ? kc(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max, n[t] = a = !0;
			}
		}
		if (a) {
			v.forEach((e, t) => {
				i == 2 ? t > 0 && n.y && (e._paths = null) : n[e.scale] && (e._paths = null);
			});
			for (let e in n) Le = !0, Zn("setScale", e);
			ue && A.left >= 0 && (Re = Be = !0);
		}
		for (let e in k) k[e] = null;
	}
	function jt(e) {
		let t = Mc(ut - 1, 0, lt - 1), n = Mc(dt + 1, 0, lt - 1);
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
					Tt != n && (d.globalAlpha = Tt = n), Zn("drawSeries", t);
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
		l = Kc(l * Ns, 3);
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
				let e = v[m.series[1]], g = t[m.series[1]], _ = (e._paths || Xc).band;
				$c(_) && (_ = m.dir == 1 ? _[0] : _[1]);
				let y, b = null;
				e.show && _ && fc(g, ut, dt) ? (b = m.fill(r, h) || s, y = e._paths.clip) : _ = null, Pt(n, i, a, o, b, c, l, u, d, f, y, _), p = !0;
			}
		}), p || Pt(n, i, a, o, s, c, l, u, d, f);
	}
	function Pt(e, t, n, r, i, a, o, s, c, l, u, f) {
		Et(e, t, n, r, i), (c || l || f) && (d.save(), c && d.clip(c), l && d.clip(l)), f ? (s & 3) == 3 ? (d.clip(f), u && d.clip(u), It(i, o), Ft(e, a, t)) : s & ed ? (It(i, o), d.clip(f), Ft(e, a, t)) : s & $u && (d.save(), d.clip(f), u && d.clip(u), It(i, o), d.restore(), Ft(e, a, t)) : (It(i, o), Ft(e, a, t)), (c || l || f) && d.restore();
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
			o = Gd(t, n, a._incrs = a.incrs(r, e, t, n, i, s), i, s);
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
			n._size = xc(n.size(r, g, i, e)), _ != null && n._size != _ && (t = !1);
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
				let s = t.labelGap * l, p = bc((t._lpos + s) * Ns);
				Dt(t.labelFont[0], c, "center", n == 2 ? fs : ps), d.save(), i == 1 ? (a = o = 0, d.translate(p, bc(Me + Pe / 2)), d.rotate((n == 3 ? -_c : _c) / 2)) : (a = bc(je + Ne / 2), o = p);
				let m = Nc(t.label) ? t.label(r, e, u, f) : t.label;
				d.fillText(m, a, o), d.restore();
			}
			if (f == 0) continue;
			let p = b[t.scale], m = i == 0 ? Ne : Pe, h = i == 0 ? je : Me, _ = t._splits, v = p.distr == 2 ? _.map((e) => R[e]) : _, x = p.distr == 2 ? R[_[1]] - R[_[0]] : u, S = t.ticks, C = t.border, w = S.show ? S.size : 0, T = bc(w * Ns), E = bc((t.alignTo == 2 ? t._size - w - t.gap : t.gap) * Ns), D = t._rotate * -_c / 180, ee = g(t._pos * Ns), O = ee + (T + E) * l;
			o = i == 0 ? O : 0, a = i == 1 ? O : 0;
			let te = t.font[0];
			Dt(te, c, t.align == 1 ? ms : t.align == 2 ? hs : D > 0 ? ms : D < 0 ? hs : i == 0 ? "center" : n == 3 ? hs : ms, D || i == 1 ? "middle" : n == 2 ? fs : ps);
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
			S.show && Rt(ne, S.filter(r, v, e, f, x), i, n, ee, T, Kc(S.width * Ns, 3), S.stroke(r, e), S.dash, S.cap);
			let ie = t.grid;
			ie.show && Rt(ne, ie.filter(r, v, e, f, x), i, i == 0 ? 2 : 1, i == 0 ? Me : je, i == 0 ? Pe : Ne, Kc(ie.width * Ns, 3), ie.stroke(r, e), ie.dash, ie.cap), C.show && Rt([ee], [1], +(i == 0), i == 0 ? 1 : 2, i == 1 ? Me : je, i == 1 ? Pe : Ne, Kc(C.width * Ns, 3), C.stroke(r, e), C.dash, C.cap);
		}
		Zn("drawAxes");
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
		for (let e = 0; e < Gt.length; e++) Zn(...Gt[e]);
		Gt.length = 0;
	}
	function qt() {
		Ut ||= (ml(Yt), !0);
	}
	function Jt(e, t = !1) {
		Ut = !0, Wt = t, e(r), Yt(), t && Gt.length > 0 && queueMicrotask(Kt);
	}
	r.batch = Jt;
	function Yt() {
		if (Fe &&= (At(), !1), Le &&= (Ue(), !1), Ie) {
			if (Rs(p, ms, Te), Rs(p, fs, Ee), Rs(p, us, F), Rs(p, ds, I), Rs(m, ms, Te), Rs(m, fs, Ee), Rs(m, us, F), Rs(m, ds, I), Rs(f, us, Ce), Rs(f, ds, we), u.width = bc(Ce * Ns), u.height = bc(we * Ns), y.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
				if (e != null) {
					if (t) {
						let t = i === 3 || i === 0 ? n : 0, a = i % 2 == 1;
						Rs(e, a ? "left" : "top", r - t), Rs(e, a ? "width" : "height", n), Rs(e, a ? "top" : "left", a ? Ee : Te), Rs(e, a ? "height" : "width", a ? I : F), Ls(e, Qo);
					} else Is(e, Qo);
				}
			}), gt = _t = vt = bt = xt = St = Ct = wt = yt = null, Tt = 1, G(!0), Te != De || Ee != Oe || F != ke || I != Ae) {
				Ht(!1);
				let e = F / ke, t = I / Ae;
				if (ue && !Re && A.left >= 0) {
					A.left *= e, A.top *= t, H && Hs(H, bc(A.left), 0, F, I), U && Hs(U, 0, bc(A.top), F, I);
					for (let n = 0; n < Qe.length; n++) {
						let r = Qe[n];
						r != null && ($e[n] *= e, et[n] *= t, Hs(r, xc($e[n]), xc(et[n]), F, I));
					}
				}
				if (dn.show && !ze && dn.left >= 0 && dn.width > 0) {
					dn.left *= e, dn.width *= e, dn.top *= t, dn.height *= t;
					for (let e in Rn) Rs(fn, e, dn[e]);
				}
				De = Te, Oe = Ee, ke = F, Ae = I;
			}
			Zn("setSize"), Ie = !1;
		}
		Ce > 0 && we > 0 && (d.clearRect(0, 0, u.width, u.height), Zn("drawClear"), w.forEach((e) => e()), Zn("draw")), dn.show && ze && (pn(dn), ze = !1), ue && Re && (Pn(null, !0, !1), Re = !1), ce.show && ce.live && Be && (Mn(), Be = !1), c || (c = !0, r.status = 1, Zn("ready")), pt = !1, Ut = !1;
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
			e == S && i.distr == 2 && lt > 0 && (n.min = Zs(n.min, t[0]), n.max = Zs(n.max, t[0]), n.min == n.max && n.max++), k[e] = n, Fe = !0, qt();
		}
	}
	r.setScale = Xt;
	let V, Zt, H, U, Qt, $t, en, tn, nn, rn, an, on, sn = !1, cn = A.drag, ln = cn.x, un = cn.y;
	ue && (A.x && (V = Bs(es, m)), A.y && (Zt = Bs(ts, m)), D.ori == 0 ? (H = V, U = Zt) : (H = Zt, U = V), an = A.left, on = A.top);
	let dn = r.select = cl({
		show: !0,
		over: !0,
		left: 0,
		width: 0,
		top: 0,
		height: 0
	}, e.select), fn = dn.show ? Bs($o, dn.over ? m : p) : null;
	function pn(e, t) {
		if (dn.show) {
			for (let t in e) dn[t] = e[t], t in Rn && Rs(fn, t, e[t]);
			t !== !1 && Zn("setSelect");
		}
	}
	r.setSelect = pn;
	function mn(e) {
		if (v[e].show) le && Ls(me[e], Qo);
		else if (le && Is(me[e], Qo), ue) {
			let t = Ze ? Qe[0] : Qe[e];
			t != null && Hs(t, -10, -10, F, I);
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
		}), n !== !1 && Zn("setSeries", e, t), a && tr("setSeries", r, e, t);
	}
	r.setSeries = W;
	function gn(e, t) {
		cl(x[e], t);
	}
	function _n(e, t) {
		e.fill = Pc(e.fill || null), e.dir = dc(e.dir, -1), t ??= x.length, x.splice(t, 0, e);
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
	le && Xe && xe(Ss, de, (e) => {
		A._lock || (qe(e), Sn != null && W(null, Cn, !0, $n.setSeries));
	});
	function Tn(e, t, n) {
		let r = b[t];
		n && (e = e / Ns - (r.ori == 1 ? Ee : Te));
		let i = F;
		r.ori == 1 && (i = I, e = i - e), r.dir == -1 && (e = i - e);
		let a = r._min, o = r._max, s = e / i, c = a + (o - a) * s, l = r.distr;
		return l == 3 ? wc(10, c) : l == 4 ? Oc(c, r.asinh) : l == 100 ? r.bwd(c) : c;
	}
	function En(e, n) {
		return Zs(Tn(e, S, n), t[0], ut, dt);
	}
	r.valToIdx = (e) => Zs(e, t[0]), r.posToIdx = En, r.posToVal = Tn, r.valToPos = (e, t, n) => b[t].ori == 0 ? a(e, b[t], n ? Ne : F, n ? je : 0) : o(e, b[t], n ? Pe : I, n ? Me : 0), r.setCursor = (e, t, n) => {
		an = e.left, on = e.top, Pn(null, t, n);
	};
	function Dn(e, t) {
		Rs(fn, ms, dn.left = e), Rs(fn, us, dn.width = t);
	}
	function On(e, t) {
		Rs(fn, fs, dn.top = e), Rs(fn, ds, dn.height = t);
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
		}) : tl(e.idx) || se.fill(e.idx), ce.idx = se[0]), le && ce.live) {
			for (let e = 0; e < v.length; e++) (e > 0 || i == 1 && !_e) && Nn(e, se[e]);
			jn();
		}
		Be = !1, t !== !1 && Zn("setLegend");
	}
	r.setLegend = Mn;
	function Nn(e, n) {
		let i = v[e], a = e == 0 && ee == 2 ? R : t[e], o;
		_e ? o = i.values(r, e, n) ?? M : (o = i.value(r, n == null ? null : a[n], e, n), o = o == null ? M : { _: o }), ce.values[e] = o;
	}
	function Pn(e, n, a) {
		nn = an, rn = on, [an, on] = A.move(r, an, on), A.left = an, A.top = on, ue && (H && Hs(H, bc(an), 0, F, I), U && Hs(U, 0, bc(on), F, I));
		let o, s = ut > dt;
		bn = Ac, xn = null;
		let c = D.ori == 0 ? F : I, l = D.ori == 1 ? F : I;
		if (an < 0 || lt == 0 || s) {
			o = A.idx = null;
			for (let e = 0; e < v.length; e++) {
				let t = Qe[e];
				t != null && Hs(t, -10, -10, F, I);
			}
			Xe && W(null, Cn, !0, e == null && $n.setSeries), ce.live && (se.fill(o), Be = !0);
		} else {
			let e, n, a;
			i == 1 && (e = D.ori == 0 ? an : on, n = Tn(e, S), o = A.idx = Zs(n, t[0], ut, dt), a = O(t[0][o], D, c, 0));
			let s = -10, u = -10, d = 0, f = 0, p = !0, m = "", h = "";
			for (let e = +(i == 2); e < v.length; e++) {
				let g = v[e], _ = se[e], y = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_], x = A.dataIdx(r, e, o, n), S = x == null ? null : i == 1 ? t[e][x] : t[e][1][x];
				if (Be = Be || S != y || x != _, se[e] = x, e > 0 && g.show) {
					let n = x == null ? -10 : x == o ? a : O(i == 1 ? t[0][x] : t[e][0][x], D, c, 0), _ = S == null ? -10 : te(S, i == 1 ? b[g.scale] : b[g.facets[1].scale], l, 0);
					if (Xe && S != null) {
						let t = D.ori == 1 ? an : on, n = vc(Ye.dist(r, e, x, _, t));
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
							t != null && ($e[e] = c, et[e] = l, Ks(t, a, o, y), Ws(t, v, g), Hs(t, xc(c), xc(l), F, I));
						}
					}
				}
			}
			if (Ze) {
				let e = Ye.prox;
				if (Be || (Sn == null ? bn <= e : bn > e || xn != Sn)) {
					let e = Qe[0];
					e != null && ($e[0] = s, et[0] = u, Ks(e, d, f, p), Ws(e, m, h), Hs(e, xc(s), xc(u), F, I));
				}
			}
		}
		if (dn.show && sn) {
			if (e != null) {
				let [t, n] = $n.scales, [r, i] = $n.match, [a, o] = e.cursor.sync.scales, s = e.cursor.drag;
				if (ln = s._x, un = s._y, ln || un) {
					let { left: s, top: u, width: d, height: f } = e.select, p = e.scales[a].ori, m = e.posToVal, h, g, _, v, y, x = t != null && r(t, a), S = n != null && i(n, o);
					x && ln ? (p == 0 ? (h = s, g = d) : (h = u, g = f), _ = b[t], v = O(m(h, a), _, c, 0), y = O(m(h + g, a), _, c, 0), kn(Sc(v, y), vc(y - v))) : kn(0, c), S && un ? (p == 1 ? (h = s, g = d) : (h = u, g = f), _ = b[n], v = te(m(h, o), _, l, 0), y = te(m(h + g, o), _, l, 0), An(Sc(v, y), vc(y - v))) : An(0, l);
				} else zn();
			} else {
				let e = vc(nn - Qt), t = vc(rn - $t);
				if (D.ori == 1) {
					let n = e;
					e = t, t = n;
				}
				ln = cn.x && e >= cn.dist, un = cn.y && t >= cn.dist;
				let n = cn.uni;
				n == null ? cn.x && cn.y && (ln || un) && (ln = un = !0) : ln && un && (ln = e >= n, un = t >= n, !ln && !un && (t > e ? un = !0 : ln = !0));
				let r, i;
				ln && (D.ori == 0 ? (r = en, i = an) : (r = tn, i = on), kn(Sc(r, i), vc(i - r)), un || An(0, l)), un && (D.ori == 1 ? (r = en, i = an) : (r = tn, i = on), An(Sc(r, i), vc(i - r)), ln || kn(0, c)), !ln && !un && (kn(0, 0), An(0, 0));
			}
		}
		if (cn._x = ln, cn._y = un, e == null) {
			if (a) {
				if (er != null) {
					let [e, t] = $n.scales;
					$n.values[0] = e == null ? null : Tn(D.ori == 0 ? an : on, e), $n.values[1] = t == null ? null : Tn(D.ori == 1 ? an : on, t);
				}
				tr(vs, r, an, on, F, I, o);
			}
			if (Xe) {
				let e = a && $n.setSeries, t = Ye.prox;
				Sn == null ? bn <= t && W(xn, Cn, !0, e) : bn > t ? W(null, Cn, !0, e) : xn != Sn && W(xn, Cn, !0, e);
			}
		}
		Be && (ce.idx = o, Mn()), n !== !1 && Zn("setCursor");
	}
	let Fn = null;
	Object.defineProperty(r, "rect", { get() {
		return Fn ?? G(!1), Fn;
	} });
	function G(e = !1) {
		e ? Fn = null : (Fn = m.getBoundingClientRect(), Zn("syncRect", Fn));
	}
	function In(e, t, n, r, i, a, o) {
		A._lock || sn && e != null && e.movementX == 0 && e.movementY == 0 || (Ln(e, t, n, r, i, a, o, !1, e != null), e == null ? Pn(t, !0, !1) : Pn(null, !0, !0));
	}
	function Ln(e, t, n, i, a, o, c, l, u) {
		if (Fn ?? G(!1), qe(e), e != null) n = e.clientX - Fn.left, i = e.clientY - Fn.top;
		else {
			if (n < 0 || i < 0) {
				an = -10, on = -10;
				return;
			}
			let [e, r] = $n.scales, c = t.cursor.sync, [l, u] = c.values, [d, f] = c.scales, [p, m] = $n.match, h = t.axes[0].side % 2 == 1, g = D.ori == 0 ? F : I, _ = D.ori == 1 ? F : I, v = h ? o : a, y = h ? a : o, x = h ? i : n, S = h ? n : i;
			if (n = d == null ? x / v * g : p(e, d) ? s(l, b[e], g, 0) : -10, i = f == null ? S / y * _ : m(r, f) ? s(u, b[r], _, 0) : -10, D.ori == 1) {
				let e = n;
				n = i, i = e;
			}
		}
		u && (t == null || t.cursor.event.type == vs) && ((n <= 1 || n >= F - 1) && (n = Uc(n, F)), (i <= 1 || i >= I - 1) && (i = Uc(i, I))), l ? (Qt = n, $t = i, [en, tn] = A.move(r, n, i)) : (an = n, on = i);
	}
	let Rn = {
		width: 0,
		height: 0,
		left: 0,
		top: 0
	};
	function zn() {
		pn(Rn, !1);
	}
	let Bn, Vn, Hn, Un;
	function Wn(e, t, n, i, a, o, s) {
		sn = !0, ln = un = cn._x = cn._y = !1, Ln(e, t, n, i, a, o, s, !0, !1), e != null && (xe(bs, As, Gn, !1), tr(ys, r, en, tn, F, I, null));
		let { left: c, top: l, width: u, height: d } = dn;
		Bn = c, Vn = l, Hn = u, Un = d;
	}
	function Gn(e, t, n, i, a, o, s) {
		sn = cn._x = cn._y = !1, Ln(e, t, n, i, a, o, s, !1, !0);
		let { left: c, top: l, width: u, height: d } = dn, f = u > 0 || d > 0, p = Bn != c || Vn != l || Hn != u || Un != d;
		if (f && p && pn(dn), cn.setScale && f && p) {
			let e = c, t = u, n = l, r = d;
			if (D.ori == 1 && (e = l, t = d, n = c, r = u), ln && hn(S, Tn(e, S), Tn(e + t, S)), un) for (let e in b) {
				let t = b[e];
				e != S && t.from == null && t.min != Ac && hn(e, Tn(n + r, e), Tn(n, e));
			}
			zn();
		} else A.lock && (A._lock = !A._lock, Pn(t, !0, e != null));
		e != null && (Se(bs, As), tr(bs, r, an, on, F, I, null));
	}
	function Kn(e, t, n, r, i, a, o) {
		if (A._lock) return;
		qe(e);
		let s = sn;
		if (sn) {
			let e = !0, t = !0, n, r;
			D.ori == 0 ? (n = ln, r = un) : (n = un, r = ln), n && r && (e = an <= 10 || an >= F - 10, t = on <= 10 || on >= I - 10), n && e && (an = an < en ? 0 : F), r && t && (on = on < tn ? 0 : I), Pn(null, !0, !0), sn = !1;
		}
		an = -10, on = -10, se.fill(null), Pn(null, !0, !0), s && (sn = s);
	}
	function qn(e, t, n, i, a, o, s) {
		A._lock || (qe(e), ht(), zn(), e != null && tr(Cs, r, an, on, F, I, null));
	}
	function Jn() {
		y.forEach(qd), Ve(r.width, r.height, !0);
	}
	Ys(Ds, js, Jn);
	let Yn = {};
	Yn.mousedown = Wn, Yn.mousemove = In, Yn.mouseup = Gn, Yn.dblclick = qn, Yn.setSeries = (e, t, n, i) => {
		let a = $n.match[2];
		n = a(r, t, n), n != -1 && W(n, i, !0, !1);
	}, ue && (xe(ys, m, Wn), xe(vs, m, In), xe(xs, m, (e) => {
		qe(e), G(!1);
	}), xe(Ss, m, Kn), xe(Cs, m, qn), jd.add(r), r.syncRect = G);
	let Xn = r.hooks = e.hooks || {};
	function Zn(e, t, n) {
		Wt ? Gt.push([
			e,
			t,
			n
		]) : e in Xn && Xn[e].forEach((e) => {
			e.call(null, r, t, n);
		});
	}
	(e.plugins || []).forEach((e) => {
		for (let t in e.hooks) Xn[t] = (Xn[t] || []).concat(e.hooks[t]);
	});
	let Qn = (e, t, n) => n, $n = cl({
		key: null,
		setSeries: !1,
		filters: {
			pub: zc,
			sub: zc
		},
		scales: [S, v[1] ? v[1].scale : null],
		match: [
			Bc,
			Bc,
			Qn
		],
		values: [null, null]
	}, A.sync);
	$n.match.length == 2 && $n.match.push(Qn), A.sync = $n;
	let er = $n.key, K = Qu(er);
	function tr(e, t, n, r, i, a, o) {
		$n.filters.pub(e, t, n, r, i, a, o) && K.pub(e, t, n, r, i, a, o);
	}
	K.sub(r);
	function nr(e, t, n, r, i, a, o) {
		$n.filters.sub(e, t, n, r, i, a, o) && Yn[e](null, t, n, r, i, a, o);
	}
	r.pub = nr;
	function rr() {
		K.unsub(r), jd.delete(r), P.clear(), Xs(Ds, js, Jn), l.remove(), de?.remove(), Zn("destroy");
	}
	r.destroy = rr;
	function ir() {
		Zn("init", e, t), mt(t || e.data, !1), k[S] ? Xt(S, k[S]) : ht(), ze = dn.show && (dn.width > 0 || dn.height > 0), Re = Be = !0, Ve(e.width, e.height);
	}
	return v.forEach(nt), y.forEach(L), n ? n instanceof HTMLElement ? (n.appendChild(l), ir()) : n(r, ir) : ir(), r;
}
Jd.assign = cl, Jd.fmtNum = hc, Jd.rangeNum = uc, Jd.rangeLog = ic, Jd.rangeAsinh = ac, Jd.orient = td, Jd.pxRatio = Ns, Jd.join = pl, Jd.fmtDate = El, Jd.tzDate = Ol, Jd.sync = Qu;
{
	Jd.addGap = od, Jd.clipGaps = ad;
	let e = Jd.paths = { points: bd };
	e.linear = wd, e.stepped = Td, e.bars = Dd, e.spline = kd;
}
// src/draw/seldom.ts
function Yd(e) {
	let t = -Infinity;
	return (n) => {
		let r = Math.max(0, t + e - performance.now()), i = setTimeout(() => {
			t = performance.now(), n();
		}, r);
		return () => clearTimeout(i);
	};
}
// src/playground/CurveView.svelte
var Xd = /* @__PURE__ */ q("<span class=\"pinned svelte-1fb74g3\"> </span>"), Zd = /* @__PURE__ */ q("<li> </li>"), Qd = /* @__PURE__ */ q("<ul class=\"svelte-1fb74g3\"></ul>"), $d = /* @__PURE__ */ q("<section aria-labelledby=\"curve-title\"><h2 id=\"curve-title\"> </h2> <div class=\"curve svelte-1fb74g3\"></div> <p class=\"legend svelte-1fb74g3\"><span class=\"train svelte-1fb74g3\"> </span> <span class=\"held-out svelte-1fb74g3\"> </span> <!></p> <p class=\"hidden\"> </p> <!></section>"), ef = {
	hash: "svelte-1fb74g3",
	code: ".curve.svelte-1fb74g3 {width:100%;overflow:hidden;}.legend.svelte-1fb74g3 {display:flex;gap:1rem;margin:0;font-size:0.8rem;color:var(--muted);}.legend.svelte-1fb74g3 span:where(.svelte-1fb74g3)::before {content:\"\";display:inline-block;width:1.4rem;margin-right:0.3rem;vertical-align:middle;border-top:2px solid #0072b2;}.legend.svelte-1fb74g3 .held-out:where(.svelte-1fb74g3)::before {border-top:2px dashed #e69f00;}.legend.svelte-1fb74g3 .pinned:where(.svelte-1fb74g3)::before {border-top-color:#8a919b;}ul.svelte-1fb74g3 {margin:0.4rem 0 0;padding-left:1.1rem;font-size:0.85rem;color:var(--muted);}"
};
function tf(e, t) {
	Re(t, !0), qr(e, ef);
	let n, r, i = /* @__PURE__ */ L(() => t.lab.state?.marks ?? []), a = /* @__PURE__ */ L(() => t.lab.curve.at(-1));
	un(() => {
		let e = new Jd({
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
		for (let { step: r } of K(i)) {
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
		r?.setData(t.length > 0 ? Jd.join([n, i]) : [...n, []]);
	}
	let u = Yd(80);
	un(() => {
		let [e, n] = [t.lab.curve, t.lab.pinned?.curve ?? []];
		return u(() => l(e, n));
	});
	var d = $d(), f = V(d), p = H(f, !0), m = U(f, 2);
	gi(m, (e) => n = e, () => n);
	var h = U(m, 2), g = V(h), _ = H(g, !0), v = U(g, 2), y = H(v, !0), b = U(v, 2), x = (e) => {
		var t = Xd(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("pinned")]), J(e, t);
	};
	X(b, (e) => {
		t.lab.pinned && e(x);
	}), P(h);
	var S = U(h, 2), C = H(S, !0), w = U(S, 2), T = (e) => {
		var t = Qd();
		zr(t, 21, () => K(i).slice(-4), Fr, (e, t) => {
			var n = Zd(), r = H(n, !0);
			W((e) => Y(r, e), [() => Q("changed_at", {
				key: K(t).key,
				value: String(K(t).value),
				step: K(t).step
			})]), J(e, n);
		}), P(t), J(e, t);
	};
	X(w, (e) => {
		K(i).length > 0 && e(T);
	}), P(d), W((e, t, n, r) => {
		Y(p, e), Y(_, t), Y(y, n), Y(C, r);
	}, [
		() => Q("curve"),
		() => Q("training"),
		() => Q("held_out"),
		() => Q("curve_text", {
			train: K(a)?.train?.toPrecision(3) ?? "–",
			held_out: K(a)?.heldOut?.toPrecision(3) ?? "–"
		})
	]), J(e, d), ze();
}
// src/own/send.ts
var nf = 45e3, rf = 32768;
function af(e) {
	let t = "";
	for (let n = 0; n < e.length; n += rf) t += String.fromCharCode(...e.subarray(n, n + rf));
	return btoa(t);
}
async function of(e, t, n) {
	let r = new Uint8Array(await t.arrayBuffer()), { name: i } = t, a = 0;
	do {
		let t = af(r.subarray(a, a + nf)), o = {
			name: i,
			size: r.length,
			start: a,
			part: t
		}, { received: s } = await e.ask("upload", o);
		a = s, n(a / r.length);
	} while (a < r.length);
}
// src/own/FilePicker.svelte
var sf = /* @__PURE__ */ q("<p role=\"status\" class=\"svelte-14hwjmi\"> </p>"), cf = /* @__PURE__ */ q("<div role=\"group\"><label class=\"svelte-14hwjmi\"> </label> <input type=\"file\" accept=\".csv,.tsv,.txt,.parquet,.gz\" class=\"svelte-14hwjmi\"/> <!> <!></div>"), lf = {
	hash: "svelte-14hwjmi",
	code: ".drop.svelte-14hwjmi {display:grid;gap:0.4rem;padding:0.6rem;border:2px dashed var(--line);border-radius:8px;}.over.svelte-14hwjmi {border-color:var(--accent);background:var(--surface);}label.svelte-14hwjmi {font-size:0.85rem;color:var(--muted);}input.svelte-14hwjmi {width:100%;min-width:0;font-size:0.8rem;}p.svelte-14hwjmi {margin:0;}"
};
function uf(e, t) {
	let n = wr();
	Re(t, !0), qr(e, lf);
	let r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ z(null), a = /* @__PURE__ */ z(!1);
	async function o(e) {
		e !== void 0 && (((e) => {
			var t = m(e, 2);
			B(r, t[0], !0), B(i, t[1]);
		})([0, null]), await of(t.lab, e, (e) => B(r, e, !0)).then(() => t.taken(e.name), (e) => B(i, e)), B(r, null));
	}
	function s(e) {
		e.preventDefault(), B(a, !1), o(e.dataTransfer?.files[0]);
	}
	var c = cf();
	let l;
	var u = V(c), d = H(u, !0), f = U(u, 2), p = U(f, 2), h = (e) => {
		var t = sf(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("own_sent", { share: Math.round(100 * K(r)) })]), J(e, t);
	};
	X(p, (e) => {
		K(r) !== null && e(h);
	});
	var g = U(p, 2), _ = (e) => {
		fa(e, { get refused() {
			return K(i);
		} });
	};
	X(g, (e) => {
		K(i) && e(_);
	}), P(c), W((e, t) => {
		l = Zr(c, 1, "drop svelte-14hwjmi", null, l, { over: K(a) }), Z(c, "aria-label", e), Z(u, "for", n), Y(d, t), Z(f, "id", n), f.disabled = K(r) !== null;
	}, [() => Q("own_file"), () => Q("own_choose")]), ur("dragover", c, (e) => {
		e.preventDefault(), B(a, !0);
	}), ur("dragleave", c, () => B(a, !1)), ur("drop", c, s), dr("change", f, (e) => o(e.currentTarget.files?.[0])), J(e, c), ze();
}
fr(["change"]);
// src/own/OwnData.svelte
var df = /* @__PURE__ */ q("<option> </option>"), ff = /* @__PURE__ */ q("<label class=\"check svelte-1hea2ka\"><input type=\"checkbox\" class=\"svelte-1hea2ka\"/> </label>"), pf = /* @__PURE__ */ q("<span class=\"svelte-1hea2ka\"> </span>"), mf = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"svelte-1hea2ka\"> <!></th><td class=\"svelte-1hea2ka\"><select class=\"svelte-1hea2ka\"><option> </option><!></select> <!></td><td class=\"svelte-1hea2ka\"> </td></tr>"), hf = /* @__PURE__ */ q("<p> </p> <label for=\"own-target\" class=\"svelte-1hea2ka\"> </label> <select id=\"own-target\" class=\"svelte-1hea2ka\"></select> <div class=\"scroll svelte-1hea2ka\"><table class=\"svelte-1hea2ka\"><thead><tr><th scope=\"col\" class=\"svelte-1hea2ka\"> </th><th scope=\"col\" class=\"svelte-1hea2ka\"> </th><th scope=\"col\" class=\"svelte-1hea2ka\"> </th></tr></thead><tbody></tbody></table></div> <button class=\"primary\"> </button>", 1), gf = /* @__PURE__ */ q("<details class=\"svelte-1hea2ka\"><summary class=\"svelte-1hea2ka\"> </summary> <!> <!> <!></details>"), _f = {
	hash: "svelte-1hea2ka",
	code: "details.svelte-1hea2ka {margin-top:0.8rem;}summary.svelte-1hea2ka {margin-bottom:0.4rem;cursor:pointer;}.scroll.svelte-1hea2ka {max-height:24rem;margin:0.5rem 0;overflow:auto;}table.svelte-1hea2ka {border-collapse:collapse;font-size:0.8rem;}th.svelte-1hea2ka,\n  td.svelte-1hea2ka {padding:0.25rem 0.4rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere;}td.svelte-1hea2ka span:where(.svelte-1hea2ka),\n  label.svelte-1hea2ka {font-size:0.78rem;font-weight:normal;color:var(--muted);}.check.svelte-1hea2ka {display:flex;gap:0.3rem;}.check.svelte-1hea2ka input:where(.svelte-1hea2ka) {min-height:0;}.out.svelte-1hea2ka td:where(.svelte-1hea2ka) {text-decoration:line-through;}select.svelte-1hea2ka {max-width:100%;}"
};
function vf(e, t) {
	Re(t, !0), qr(e, _f);
	let n = [
		"number",
		"category",
		"boolean",
		"date",
		"drop"
	], r = /* @__PURE__ */ z(""), i = /* @__PURE__ */ z(0), a = /* @__PURE__ */ z([]), o = /* @__PURE__ */ z(""), s = /* @__PURE__ */ z([]), c = /* @__PURE__ */ z({}), l = /* @__PURE__ */ z(null), u = /* @__PURE__ */ L(() => Object.entries(K(c)).map(([e, t]) => `${e}=${t}`));
	async function d(e, n) {
		await t.lab.ask("table", {
			name: e,
			kind: K(u)
		}).then((t) => {
			((e) => {
				var t = m(e, 4);
				B(r, t[0], !0), B(i, t[1], !0), B(a, t[2]), B(l, t[3]);
			})([
				e,
				t.rows,
				t.columns,
				null
			]), n && B(o, t.target, !0);
		}, (e) => B(l, e));
	}
	function f(e) {
		((e) => {
			var t = m(e, 3);
			B(s, t[0]), B(c, t[1]), B(a, t[2]);
		})([
			[],
			{},
			[]
		]), d(e, !0);
	}
	function p(e, t) {
		let { [e]: n, ...i } = K(c);
		B(c, t ? {
			...i,
			[e]: t
		} : i), d(K(r), !1);
	}
	function h(e, t) {
		let n = K(s).filter((t) => t !== e);
		B(s, t ? [...n, e] : n);
	}
	function g() {
		let e = {
			points: null,
			noise: null,
			classes: null
		}, n = {
			loss: null,
			layers: null,
			data_hash: null
		};
		t.lab.change({
			...e,
			...n,
			data: K(r),
			target: K(o),
			drop: K(s),
			kind: K(u)
		});
	}
	var _ = gf(), v = V(_), y = H(v, !0), b = U(v, 2);
	uf(b, {
		get lab() {
			return t.lab;
		},
		taken: f
	});
	var x = U(b, 2), S = (e) => {
		fa(e, { get refused() {
			return K(l);
		} });
	};
	X(x, (e) => {
		K(l) && e(S);
	});
	var C = U(x, 2), w = (e) => {
		var t = hf(), l = Zt(t), u = H(l, !0), d = U(l, 2), f = H(d, !0), m = U(d, 2);
		zr(m, 21, () => K(a), (e) => e.name, (e, t) => {
			var n = df(), r = H(n, !0), i = {};
			W(() => {
				Y(r, K(t).name), i !== (i = K(t).name) && (n.__value = i);
			}), J(e, n);
		}), P(m), ti(m);
		var _ = U(m, 2), v = V(_), y = V(v), b = V(y), x = V(b), S = H(x, !0), C = U(x), w = H(C, !0), T = H(U(C), !0);
		P(b), P(y);
		var E = U(y);
		zr(E, 21, () => K(a), (e) => e.name, (e, t) => {
			var r = mf();
			let i;
			var a = V(r), l = V(a), u = U(l), d = (e) => {
				var n = ff(), r = V(n);
				li(r);
				var i = U(r, 1, !0);
				P(n), W((e, t) => {
					di(r, e), Y(i, t);
				}, [() => K(s).includes(K(t).name), () => Q("own_leave_out")]), dr("change", r, (e) => h(K(t).name, e.currentTarget.checked)), J(e, n);
			};
			X(u, (e) => {
				K(t).name !== K(o) && e(d);
			}), P(a);
			var f = U(a), m = V(f), g = V(m), _ = H(g, !0);
			g.value = g.__value = "", zr(U(g), 16, () => n, (e) => e, (e, t) => {
				var n = df(), r = H(n, !0), i = {};
				W((e) => {
					Y(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
				}, [() => ia("own_kind", t)]), J(e, n);
			}), P(m);
			var v;
			ti(m);
			var y = U(m, 2), b = (e) => {
				var n = pf(), r = H(n, !0);
				W(() => Y(r, K(t).how)), J(e, n);
			}, x = /* @__PURE__ */ L(() => na() === "en");
			X(y, (e) => {
				K(x) && e(b);
			}), P(f);
			var S = H(U(f), !0);
			P(r), W((e, n, a, o) => {
				i = Zr(r, 1, "svelte-1hea2ka", null, i, { out: e }), Y(l, `${K(t).name ?? ""} `), Z(m, "aria-label", n), Y(_, a), v !== (v = K(c)[K(t).name] ?? "") && (m.value = (m.__value = v) ?? "", ei(m, v)), Y(S, o);
			}, [
				() => K(s).includes(K(t).name),
				() => Q("own_kind_of", { name: K(t).name }),
				() => ia("own_kind", K(t).kind),
				() => K(t).first.map((e) => e || "–").join(", ")
			]), dr("change", m, (e) => p(K(t).name, e.currentTarget.value)), J(e, r);
		}), P(E), P(v), P(_);
		var D = U(_, 2), ee = H(D, !0);
		W((e, t, n, r, i, a) => {
			Y(u, e), Y(f, t), Y(S, n), Y(w, r), Y(T, i), Y(ee, a);
		}, [
			() => Q("own_table", {
				name: K(r),
				rows: K(i).toLocaleString(na()),
				columns: K(a).length
			}),
			() => Q("own_target"),
			() => Q("own_column"),
			() => Q("own_kind"),
			() => Q("own_first"),
			() => Q("own_use")
		]), ni(m, () => K(o), (e) => B(o, e)), dr("click", D, g), J(e, t);
	};
	X(C, (e) => {
		K(a).length > 0 && e(w);
	}), P(_), W((e) => Y(y, e), [() => Q("own_title")]), J(e, _), ze();
}
fr(["change", "click"]);
// src/playground/ToyPicture.svelte
var yf = /* @__PURE__ */ xr("<circle r=\"2\"></circle>"), bf = /* @__PURE__ */ xr("<svg aria-hidden=\"true\" class=\"svelte-krn2u3\"></svg>"), xf = {
	hash: "svelte-krn2u3",
	code: "svg.svelte-krn2u3 {width:3rem;height:3rem;background:#fff;border-radius:4px;}"
};
function Sf(e, t) {
	Re(t, !0), qr(e, xf);
	let n = /* @__PURE__ */ L(() => {
		let e = t.points[0]?.length === 2, n = t.points.map((e) => e[0] ?? 0), r = t.points.map((e) => e[1] ?? 0), i = (e) => {
			let [t, n] = [Math.min(...e), Math.max(...e)];
			return (e) => 4 + 40 * (e - t) / (n - t || 1);
		}, [a, o] = [i(n), i(r)];
		return t.points.map((t, i) => ({
			x: a(n[i] ?? 0),
			y: 48 - o(r[i] ?? 0),
			colour: Va(Wa(e ? 1 : t[2] ?? 0))
		}));
	});
	var r = bf();
	Z(r, "viewBox", "0 0 48 48"), zr(r, 21, () => K(n), Fr, (e, t) => {
		let n = () => K(t).x, r = () => K(t).y, i = () => K(t).colour;
		var a = yf();
		W(() => {
			Z(a, "cx", n()), Z(a, "cy", r()), Z(a, "fill", i());
		}), J(e, a);
	}), P(r), J(e, r), ze();
}
// src/playground/DataPanel.svelte
var Cf = /* @__PURE__ */ q("<button class=\"svelte-1l34x8r\"><!> </button>"), wf = /* @__PURE__ */ q("<!> <!>", 1), Tf = /* @__PURE__ */ q("<button> </button> <p class=\"hint svelte-1l34x8r\"> </p>", 1), Ef = /* @__PURE__ */ q("<section aria-labelledby=\"data-title\"><h2 id=\"data-title\"> </h2> <div class=\"tiles svelte-1l34x8r\"></div> <div class=\"fields svelte-1l34x8r\"><!> <!> <!></div> <!> <!></section>"), Df = {
	hash: "svelte-1l34x8r",
	code: ".tiles.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(5.5rem, 1fr));gap:0.4rem;margin:0.5rem 0;}.tiles.svelte-1l34x8r button:where(.svelte-1l34x8r) {display:grid;justify-items:center;gap:0.2rem;font-size:0.85rem;}.fields.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(7rem, 1fr));gap:0.5rem;margin:0.5rem 0;}.hint.svelte-1l34x8r {margin:0.3rem 0 0;font-size:0.8rem;color:var(--muted);}"
};
function Of(e, t) {
	Re(t, !0), qr(e, Df);
	let n = ["spirals", "blobs"], r = 2 ** 31, i = /* @__PURE__ */ L(() => t.lab.state?.recipe ?? {}), a = /* @__PURE__ */ L(() => String(K(i).data ?? "")), o = /* @__PURE__ */ L(() => t.lab.welcome?.catalogue.data ?? []), s = /* @__PURE__ */ L(() => K(o).some(({ name: e }) => e === K(a)));
	function c(e) {
		let n = {
			target: null,
			drop: null,
			kind: null,
			encoding: null,
			data_hash: null
		}, r = {
			noise: null,
			classes: null,
			points: K(i).points ?? 500
		};
		t.lab.change({
			data: e,
			...r,
			...n,
			loss: null,
			layers: null
		});
	}
	function l() {
		t.lab.change({ split_seed: Math.floor(Math.random() * r) });
	}
	var u = Ef(), d = V(u), f = H(d, !0), p = U(d, 2);
	zr(p, 21, () => K(o), ({ name: e, points: t }) => e, (e, t) => {
		let n = () => K(t).name, r = () => K(t).points;
		var i = Cf(), o = V(i);
		Sf(o, { get points() {
			return r();
		} });
		var s = U(o);
		P(i), W((e) => {
			Z(i, "aria-pressed", K(a) === n()), Y(s, ` ${e ?? ""}`);
		}, [() => ia("data", n())]), dr("click", i, () => c(n())), J(e, i);
	}), P(p);
	var m = U(p, 2), h = V(m), g = (e) => {
		var n = wf(), r = Zt(n);
		{
			let e = /* @__PURE__ */ L(() => K(i).points ?? 500);
			sa(r, {
				label: "points",
				get value() {
					return K(e);
				},
				min: 20,
				max: 5e3,
				step: 20,
				chosen: (e) => t.lab.change({ points: e })
			});
		}
		var a = U(r, 2);
		{
			let e = /* @__PURE__ */ L(() => Q("usual"));
			sa(a, {
				label: "noise",
				get value() {
					return K(i).noise;
				},
				min: 0,
				max: 1,
				step: .05,
				get placeholder() {
					return K(e);
				},
				chosen: (e) => t.lab.change({ noise: e })
			});
		}
		J(e, n);
	};
	X(h, (e) => {
		K(s) && e(g);
	});
	var _ = U(h, 2), v = (e) => {
		{
			let n = /* @__PURE__ */ L(() => K(i).classes ?? (K(a) === "blobs" ? 3 : 2));
			sa(e, {
				label: "classes",
				get value() {
					return K(n);
				},
				min: 2,
				max: 6,
				step: 1,
				chosen: (e) => t.lab.change({ classes: e })
			});
		}
	}, y = /* @__PURE__ */ L(() => n.includes(K(a)));
	X(_, (e) => {
		K(y) && e(v);
	});
	var b = U(_, 2);
	{
		let e = /* @__PURE__ */ L(() => K(i).validation ?? .3);
		sa(b, {
			label: "held_out_share",
			get value() {
				return K(e);
			},
			min: 0,
			max: .9,
			step: .1,
			chosen: (e) => t.lab.change({ validation: e })
		});
	}
	P(m);
	var x = U(m, 2), S = (e) => {
		var t = Tf(), n = Zt(t), r = H(n, !0), i = H(U(n, 2), !0);
		W((e, t, a) => {
			Z(n, "title", e), Y(r, t), Y(i, a);
		}, [
			() => Q("new_points_hint"),
			() => Q("new_points"),
			() => Q("new_points_hint")
		]), dr("click", n, l), J(e, t);
	};
	X(x, (e) => {
		K(s) && e(S);
	}), vf(U(x, 2), { get lab() {
		return t.lab;
	} }), P(u), W((e) => Y(f, e), [() => Q("data")]), J(e, u), ze();
}
fr(["click"]);
// src/playground/DivergedCard.svelte
var kf = /* @__PURE__ */ q("<p class=\"svelte-1lobahv\"> </p>"), Af = /* @__PURE__ */ q("<aside role=\"alert\" class=\"svelte-1lobahv\"><h2> </h2> <p class=\"svelte-1lobahv\"> </p> <!> <div class=\"svelte-1lobahv\"><button class=\"primary\"> </button> <button> </button> <a href=\"#/glass\"> </a></div></aside>"), jf = {
	hash: "svelte-1lobahv",
	code: "aside.svelte-1lobahv {border:2px solid var(--warn);border-radius:8px;padding:0.8rem 1rem;}p.svelte-1lobahv {margin:0.4rem 0;}div.svelte-1lobahv {display:flex;flex-wrap:wrap;align-items:center;gap:0.5rem;}"
};
function Mf(e, t) {
	Re(t, !0), qr(e, jf);
	let n = bi(t, "lab", 7);
	async function r() {
		await n().ask("mend").then(() => n().send("run"), (e) => n().refused = e);
	}
	var i = Af(), a = V(i), o = H(a, !0), s = U(a, 2), c = H(s, !0), l = U(s, 2), u = (e) => {
		var n = Cr();
		zr(Zt(n), 17, () => t.diverged.advice, Fr, (e, t) => {
			var n = kf(), r = H(n, !0);
			W(() => Y(r, K(t).seen)), J(e, n);
		}), J(e, n);
	}, d = /* @__PURE__ */ L(() => na() === "en"), f = (e) => {
		var n = kf(), r = H(n, !0);
		W((e) => Y(r, e), [() => Q("rate_too_high", { rate: t.diverged.rate })]), J(e, n);
	}, p = /* @__PURE__ */ L(() => t.diverged.advice.some(({ kind: e }) => e === "rate too high"));
	X(l, (e) => {
		K(d) ? e(u) : K(p) && e(f, 1);
	});
	var m = U(l, 2), h = V(m), g = H(h, !0), _ = U(h, 2), v = H(_, !0), y = H(U(_, 2), !0);
	P(m), P(i), W((e, t, n, r, i) => {
		Y(o, e), Y(c, t), Y(g, n), Y(v, r), Y(y, i);
	}, [
		() => Q("diverged_title"),
		() => Q("diverged_text", {
			step: t.diverged.step,
			rate: t.diverged.rate
		}),
		() => Q("diverged_mend"),
		() => Q("diverged_rewind"),
		() => Q("diverged_glass")
	]), dr("click", h, r), dr("click", _, () => n().send("rewind", { to: 0 })), J(e, i), ze();
}
fr(["click"]);
// src/playground/Guess.svelte
var Nf = /* @__PURE__ */ q("<button> </button>"), Pf = /* @__PURE__ */ q("<p> </p> <div class=\"svelte-1vndivg\"></div>", 1), Ff = /* @__PURE__ */ q("<p role=\"status\"><strong> </strong> </p> <button> </button>", 1), If = /* @__PURE__ */ q("<p role=\"status\"> </p>"), Lf = /* @__PURE__ */ q("<details class=\"svelte-1vndivg\"><summary class=\"svelte-1vndivg\"> </summary> <!></details>"), Rf = {
	hash: "svelte-1vndivg",
	code: "details.svelte-1vndivg {font-size:0.9rem;}summary.svelte-1vndivg {cursor:pointer;}div.svelte-1vndivg {display:flex;flex-wrap:wrap;gap:0.4rem;}"
};
function zf(e, t) {
	Re(t, !0), qr(e, Rf);
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
	], r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ z(0), a = /* @__PURE__ */ z(0), o = /* @__PURE__ */ L(() => t.lab.facts?.held_out?.loss ?? t.lab.facts?.train?.loss ?? null), s = /* @__PURE__ */ L(() => K(r) !== null && !t.lab.isRunning && ((t.lab.facts?.epoch ?? 0) >= K(a) || t.lab.diverged !== null)), c = /* @__PURE__ */ L(() => K(o) === null || K(o) > .95 * K(i) ? "not" : K(o) <= .5 * K(i) ? "much" : "little"), l = (e) => Q(n.find((t) => t.name === e)?.label ?? "guess_not");
	function u(e) {
		K(o) !== null && (B(i, K(o), !0), B(a, Math.floor(t.lab.facts?.epoch ?? 0) + 20), B(r, e, !0), t.lab.send("run", { epoch: K(a) }));
	}
	var d = Lf(), f = V(d), p = H(f, !0), m = U(f, 2), h = (e) => {
		var r = Pf(), i = Zt(r), a = H(i, !0), s = U(i, 2);
		zr(s, 21, () => n, (e) => e.name, (e, n) => {
			var r = Nf(), i = H(r, !0);
			W((e) => {
				r.disabled = K(o) === null || t.lab.isRunning, Y(i, e);
			}, [() => Q(K(n).label)]), dr("click", r, () => u(K(n).name)), J(e, r);
		}), P(s), W((e) => Y(a, e), [() => Q("guess_question", {
			n: 20,
			loss: K(o)?.toPrecision(3) ?? "–"
		})]), J(e, r);
	}, g = (e) => {
		var t = Ff(), n = Zt(t), a = V(n), s = H(a, !0), u = U(a);
		P(n);
		var d = U(n, 2), f = H(d, !0);
		W((e, t, n) => {
			Y(s, e), Y(u, ` ${t ?? ""}`), Y(f, n);
		}, [
			() => Q(K(c) === K(r) ? "guess_right" : "guess_wrong"),
			() => Q("guess_result", {
				guess: l(K(r)),
				before: K(i).toPrecision(3),
				after: K(o)?.toPrecision(3) ?? "–"
			}),
			() => Q("guess_again")
		]), dr("click", d, () => B(r, null)), J(e, t);
	}, _ = (e) => {
		var t = If(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("guess_waits", { guess: l(K(r)) })]), J(e, t);
	};
	X(m, (e) => {
		K(r) === null ? e(h) : K(s) ? e(g, 1) : e(_, -1);
	}), P(d), W((e) => Y(p, e), [() => Q("guess")]), J(e, d), ze();
}
fr(["click"]);
// src/playground/Limits.svelte
var Bf = /* @__PURE__ */ q("<dt> </dt> <dd class=\"svelte-s0yxod\"> </dd>", 1), Vf = /* @__PURE__ */ q("<details class=\"svelte-s0yxod\"><summary> </summary> <dl class=\"svelte-s0yxod\"><!> <dt> </dt> <dd class=\"svelte-s0yxod\"> </dd></dl></details>"), Hf = {
	hash: "svelte-s0yxod",
	code: "details.svelte-s0yxod {margin-top:0.8rem;font-size:0.85rem;color:var(--muted);}dl.svelte-s0yxod {display:grid;grid-template-columns:1fr max-content;gap:0.2rem 1rem;}dd.svelte-s0yxod {margin:0;text-align:right;font-variant-numeric:tabular-nums;}"
};
function Uf(e, t) {
	Re(t, !0), qr(e, Hf);
	let n = [
		"depth",
		"credits",
		"message_bytes",
		"snapshot_bytes"
	], r = /* @__PURE__ */ L(() => Object.entries(t.lab.welcome?.limits ?? {}).filter(([e]) => !n.includes(e)));
	var i = Vf(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s);
	zr(c, 17, () => K(r), ([e, t]) => e, (e, t) => {
		var n = /* @__PURE__ */ L(() => m(K(t), 2));
		let r = () => K(n)[0], i = () => K(n)[1];
		var a = Bf(), o = Zt(a), s = H(o, !0), c = H(U(o, 2), !0);
		W((e, t) => {
			Y(s, e), Y(c, t);
		}, [() => ia("limit", r()), () => i().toLocaleString(na())]), J(e, a);
	});
	var l = U(c, 2), u = H(l, !0), d = H(U(l, 2), !0);
	P(s), P(i), W((e, t, n) => {
		Y(o, e), Y(u, t), Y(d, n);
	}, [
		() => Q("limits"),
		() => Q("limit_now"),
		() => (t.lab.state?.parameters ?? 0).toLocaleString(na())
	]), J(e, i), ze();
}
// src/playground/ColumnBar.svelte
var Wf = /* @__PURE__ */ q("<button> </button>"), Gf = /* @__PURE__ */ q("<button class=\"add svelte-197pkvu\">+</button> <details class=\"svelte-197pkvu\"><summary class=\"svelte-197pkvu\"> </summary> <div class=\"units svelte-197pkvu\"><!> <!></div> <!> <!> <label class=\"check svelte-197pkvu\"><input type=\"checkbox\" class=\"svelte-197pkvu\"/> </label> <button> </button></details>", 1), Kf = /* @__PURE__ */ q("<div class=\"layer-bar svelte-197pkvu\"><!> <button> </button></div>"), qf = {
	hash: "svelte-197pkvu",
	code: ".layer-bar.svelte-197pkvu {display:flex;flex-wrap:wrap;align-items:start;gap:0.4rem;margin:0.5rem 0;}details.svelte-197pkvu {padding:0.3rem 0.6rem;background:var(--surface);border-radius:6px;}summary.svelte-197pkvu {cursor:pointer;line-height:1.5rem;}.units.svelte-197pkvu {display:flex;align-items:end;gap:0.3rem;}.add.svelte-197pkvu {padding:0.3rem 0.5rem;}.check.svelte-197pkvu {display:flex;margin:0.4rem 0;font-size:0.85rem;color:var(--muted);align-items:center;gap:0.4rem;}.check.svelte-197pkvu input:where(.svelte-197pkvu) {min-height:0;}"
};
function Jf(e, t) {
	Re(t, !0), qr(e, qf);
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
	], i = [-1, 1], a = /* @__PURE__ */ L(() => Ro(t.lab.state?.layers ?? [])), o = /* @__PURE__ */ L(() => (t.lab.welcome?.catalogue.activation ?? []).map(({ name: e }) => e).filter((e) => e !== "softmax"));
	function s(e) {
		t.lab.change(zo(e, t.lab.outputs, t.lab.state?.recipe.initializer), "overlap");
	}
	function c(e, t) {
		s(K(a).map((n, r) => r === e ? {
			...n,
			...t
		} : n));
	}
	function l(e) {
		let t = K(a)[e - 1] ?? K(a)[0] ?? n;
		s([
			...K(a).slice(0, e),
			{
				...t,
				units: n.units
			},
			...K(a).slice(e)
		]);
	}
	var u = Kf(), d = V(u);
	zr(d, 17, () => K(a), Fr, (e, n, u) => {
		var d = Gf(), f = Zt(d), p = U(f, 2), m = V(p), h = H(m, !0), g = U(m, 2), _ = V(g);
		zr(_, 16, () => i, (e) => e, (e, t) => {
			var r = Wf(), i = H(r, !0);
			W((e) => {
				Z(r, "aria-label", e), r.disabled = K(n).units + t < 1, Y(i, t < 0 ? "−" : "+");
			}, [() => Q(t < 0 ? "fewer_units" : "more_units", { n: u + 1 })]), dr("click", r, () => c(u, { units: K(n).units + t })), J(e, r);
		});
		var v = U(_, 2);
		{
			let e = /* @__PURE__ */ L(() => t.lab.welcome?.limits.units ?? 2048);
			sa(v, {
				label: "units_of_layer",
				get value() {
					return K(n).units;
				},
				min: 1,
				get max() {
					return K(e);
				},
				step: 1,
				chosen: (e) => c(u, { units: e ?? K(n).units })
			});
		}
		P(g);
		var y = U(g, 2);
		Fo(y, {
			label: "activation",
			get options() {
				return K(o);
			},
			get value() {
				return K(n).activation;
			},
			chosen: (e) => c(u, { activation: e })
		});
		var b = U(y, 2);
		Fo(b, {
			label: "dropout",
			get options() {
				return r;
			},
			get value() {
				return K(n).dropout;
			},
			chosen: (e) => c(u, { dropout: Number(e) })
		});
		var x = U(b, 2), S = V(x);
		li(S);
		var C = U(S, 1, !0);
		P(x);
		var w = U(x, 2), T = H(w, !0);
		P(p), W((e, t, r, i) => {
			Z(f, "aria-label", e), Y(h, t), di(S, K(n).batchNorm), Y(C, r), Y(T, i);
		}, [
			() => Q("insert_layer", { n: u + 1 }),
			() => Q("layer_summary", {
				n: u + 1,
				units: K(n).units,
				activation: K(n).activation
			}),
			() => Q("batch_norm"),
			() => Q("remove_layer", { n: u + 1 })
		]), dr("click", f, () => l(u)), dr("change", S, (e) => c(u, { batchNorm: e.currentTarget.checked })), dr("click", w, () => s(K(a).filter((e, t) => t !== u))), J(e, d);
	});
	var f = U(d, 2), p = H(f, !0);
	P(u), W((e) => Y(p, e), [() => Q("add_layer")]), dr("click", f, () => l(K(a).length)), J(e, u), ze();
}
fr(["click", "change"]);
// src/playground/structure.ts
function Yf(e, t) {
	let n = 0, r = [];
	for (let { name: i, drawn: a } of e) i.endsWith(t) && r.push({
		at: n,
		shape: a,
		name: i
	}), n += a.reduce((e, t) => e * t, 1);
	return r;
}
// src/draw/pictures.ts
function Xf(e, t) {
	return $f(t, (t) => Ua(((e[t] ?? 128) - 128) / 127));
}
function Zf(e, t, n) {
	let r = n * n;
	return $f(n, (n) => {
		let i = 0;
		for (let a = 1; a < t; a++) (e[a * r + n] ?? 0) > (e[i * r + n] ?? 0) && (i = a);
		return Ha(Ba, Wa(i), .15 + .7 * ((e[i * r + n] ?? 0) / 255));
	});
}
function Qf(e, t) {
	return $f(t, (t) => Ua((e[t] ?? 128) / 255 * 2 - 1));
}
function $f(e, t) {
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
function ep(e, t, n) {
	e.width = e.height = n;
	let r = new ImageData(new Uint8ClampedArray(t), n, n);
	e.getContext("2d")?.putImageData(r, 0, 0);
}
function tp(e, t, n) {
	let r = e.getContext("2d"), [i, a] = n;
	if (!r || !i || !a) return;
	r.clearRect(0, 0, e.width, e.height);
	let o = e.width / 110;
	for (let { x: n, y: s, hollow: c } of t) for (let t = 0; t < s.length; t++) {
		let l = np(n[2 * t] ?? 0, i) * e.width, u = (1 - np(n[2 * t + 1] ?? 0, a)) * e.height;
		r.beginPath(), r.arc(l, u, o, 0, 2 * Math.PI), r.fillStyle = c ? "rgb(255 255 255 / 80%)" : Va(Wa(s[t] ?? 0)), r.strokeStyle = c ? Va(Wa(s[t] ?? 0)) : "rgb(255 255 255 / 90%)", r.lineWidth = o / 2.5, r.fill(), r.stroke();
	}
}
var np = (e, [t, n]) => (e - t) / (n - t);
function rp(e, t, n, r) {
	let i = e.getContext("2d"), a = r[0];
	if (!i || !a) return;
	i.clearRect(0, 0, e.width, e.height);
	let o = Math.max(...n.flatMap(({ y: e }) => Array.from(e, Math.abs)), 1e-9), s = (t) => e.height * (.5 - t / (3 * o));
	for (let { x: t, y: r, hollow: o } of n) {
		i.fillStyle = o ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
		for (let n = 0; n < r.length; n++) {
			i.beginPath();
			let o = np(t[n] ?? 0, a) * e.width;
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
var ip = /* @__PURE__ */ q("<div role=\"img\" class=\"svelte-1o9cw55\"><canvas class=\"svelte-1o9cw55\"></canvas></div>"), ap = {
	hash: "svelte-1o9cw55",
	code: "div.svelte-1o9cw55,\n  canvas.svelte-1o9cw55 {display:block;width:100%;height:100%;image-rendering:auto;border-radius:5px;box-shadow:0 0 0 1px var(--line);}"
};
function op(e, t) {
	Re(t, !0), qr(e, ap);
	let n;
	un(() => {
		if (t.values === void 0) return;
		let e = t.isPlane ? 1024 : 32, i = t.values.subarray(t.place * e, (t.place + 1) * e), a = t.isPlane ? i : r(i);
		a.length === 1024 && ep(n, Xf(a, 32), 32);
	});
	function r(e) {
		let t = /* @__PURE__ */ new Uint8Array(1024);
		for (let n = 0; n < 32; n++) t.set(e, n * 32);
		return t;
	}
	var i = ip(), a = V(i);
	Z(a, "width", 32), Z(a, "height", 32), gi(a, (e) => n = e, () => n), P(i), W(() => {
		Z(i, "aria-label", t.label), Z(i, "title", t.label);
	}), J(e, i), ze();
}
// src/playground/UnitPanel.svelte
var sp = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"svelte-1i86h9\"> </th><td class=\"svelte-1i86h9\"><input type=\"number\" step=\"0.1\" class=\"svelte-1i86h9\"/></td><td class=\"svelte-1i86h9\"> </td></tr>"), cp = /* @__PURE__ */ q("<section class=\"panel svelte-1i86h9\" aria-labelledby=\"unit-title\"><h3 id=\"unit-title\" class=\"svelte-1i86h9\"> </h3> <div class=\"picture svelte-1i86h9\"><!></div> <p class=\"svelte-1i86h9\"> </p> <table class=\"svelte-1i86h9\"><thead><tr><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th></tr></thead><tbody class=\"svelte-1i86h9\"></tbody></table> <div class=\"buttons svelte-1i86h9\"><button> </button> <button> </button></div> <p class=\"hint svelte-1i86h9\"> </p></section>"), lp = {
	hash: "svelte-1i86h9",
	code: ".panel.svelte-1i86h9 {margin-top:0.6rem;padding:0.6rem 0.8rem;border:1px solid var(--line);border-radius:8px;}h3.svelte-1i86h9 {margin:0 0 0.4rem;font-size:1rem;}.picture.svelte-1i86h9 {float:left;width:8rem;height:8rem;margin:0 0.8rem 0.4rem 0;}p.svelte-1i86h9 {margin:0 0 0.5rem;font-size:0.85rem;}table.svelte-1i86h9 {clear:both;width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}th.svelte-1i86h9,\n  td.svelte-1i86h9 {padding:0.15rem 0.3rem;text-align:right;}tbody.svelte-1i86h9 th:where(.svelte-1i86h9) {text-align:left;font-weight:normal;}input.svelte-1i86h9 {width:6.5rem;text-align:right;}.buttons.svelte-1i86h9 {display:flex;gap:0.4rem;margin-top:0.5rem;}.hint.svelte-1i86h9 {margin:0.4rem 0 0;color:var(--muted);}"
};
function up(e, t) {
	Re(t, !0), qr(e, lp);
	let n = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), r = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), i = /* @__PURE__ */ L(() => Yf(t.lab.state?.arrays ?? [], "dense.W")[t.unit.layer]), a = /* @__PURE__ */ L(() => Yf(t.lab.state?.arrays ?? [], "dense.b")[t.unit.layer]), o = /* @__PURE__ */ L(() => (t.lab.state?.silenced ?? []).some(([e, n]) => e === t.unit.layer && n === t.unit.unit)), s = /* @__PURE__ */ L(() => t.lab.frame.get("unit_scales")?.values[t.place] ?? 0), c = /* @__PURE__ */ L(() => {
		let e = [], [n = 0, r = 0] = K(i)?.shape ?? [];
		for (let a = 0; a < Math.min(n, 24); a++) {
			let n = t.unit.layer === 0 ? t.inputName(a) : Q("unit_of", {
				n: t.unit.layer,
				unit: a + 1
			}), o = (K(i)?.at ?? 0) + a * r + t.unit.unit;
			e.push({
				name: n,
				tensor: K(i)?.name ?? "",
				index: [a, t.unit.unit],
				at: o
			});
		}
		if (K(a)) {
			let n = K(a).at + t.unit.unit;
			e.push({
				name: Q("bias"),
				tensor: K(a).name,
				index: [t.unit.unit],
				at: n
			});
		}
		return e;
	}), l = (e) => Number((K(n)?.[e.at] ?? 0).toPrecision(4)), u = /* @__PURE__ */ z(null);
	function d({ tensor: e, index: n }, r) {
		let i = Number(r.value);
		r.value.trim() !== "" && Number.isFinite(i) && t.lab.send("edit", {
			tensor: e,
			index: n,
			value: i
		});
	}
	var f = cp(), p = V(f), m = H(p, !0), h = U(p, 2), g = V(h);
	{
		let e = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), n = /* @__PURE__ */ L(() => Q("unit_picture"));
		op(g, {
			get values() {
				return K(e);
			},
			get place() {
				return t.place;
			},
			get isPlane() {
				return t.isPlane;
			},
			get label() {
				return K(n);
			}
		});
	}
	P(h);
	var _ = U(h, 2), v = H(_, !0), y = U(_, 2), b = V(y), x = V(b), S = V(x), C = H(S, !0), w = U(S), T = H(w, !0), E = H(U(w), !0);
	P(x), P(b);
	var D = U(b);
	zr(D, 21, () => K(c), (e) => e.tensor + String(e.index), (e, t) => {
		var n = sp(), i = V(n), a = H(i, !0), o = U(i), s = V(o);
		li(s), P(o);
		var c = H(U(o), !0);
		P(n), W((e, n, r) => {
			Y(a, K(t).name), Z(s, "aria-label", e), ui(s, n), Y(c, r);
		}, [
			() => Q("unit_edit", { name: K(t).name }),
			() => K(u)?.at === K(t).at ? K(u).value : l(K(t)),
			() => K(r)?.[K(t).at]?.toPrecision(3) ?? "–"
		]), ur("focus", s, () => B(u, {
			at: K(t).at,
			value: l(K(t))
		})), ur("blur", s, () => B(u, null)), dr("change", s, (e) => d(K(t), e.currentTarget)), J(e, n);
	}), P(D), P(y);
	var ee = U(y, 2), O = V(ee), te = H(O, !0), k = U(O, 2), ne = H(k, !0);
	P(ee);
	var re = H(U(ee, 2), !0);
	P(f), W((e, t, n, r, i, a, s, c) => {
		Y(m, e), Y(v, t), Y(C, n), Y(T, r), Y(E, i), Z(O, "aria-pressed", K(o)), Y(te, a), Y(ne, s), Y(re, c);
	}, [
		() => Q("unit_title", {
			unit: t.unit.unit + 1,
			layer: t.unit.layer + 1
		}),
		() => Q("unit_explained", { most: K(s).toPrecision(3) }),
		() => Q("unit_from"),
		() => Q("unit_weight"),
		() => Q("unit_gradient"),
		() => Q("silence"),
		() => Q("close"),
		() => Q("silence_hint")
	]), dr("click", O, () => t.lab.send("silence", {
		...t.unit,
		on: !K(o)
	})), dr("click", k, function(...e) {
		t.close?.apply(this, e);
	}), J(e, f), ze();
}
fr(["change", "click"]);
// src/playground/lines.ts
var dp = 12;
function fp({ left: e, right: t, from: n, to: r }, i) {
	let a = 1 - i, o = (e + t) / 2;
	return {
		x: a ** 3 * e + 3 * a ** 2 * i * o + 3 * a * i ** 2 * o + i ** 3 * t,
		y: (a ** 3 + 3 * a ** 2 * i) * n + (3 * a * i ** 2 + i ** 3) * r
	};
}
function pp(e, t, n) {
	let r = null, i = n;
	for (let n of e) if (!(t.x < n.left || t.x > n.right)) for (let e = 0; e <= dp; e++) {
		let a = fp(n, e / dp), o = Math.hypot(a.x - t.x, a.y - t.y);
		o < i && ([r, i] = [n, o]);
	}
	return r;
}
// src/playground/WeightLines.svelte
var mp = /* @__PURE__ */ q("<output class=\"value svelte-gykhtq\"> </output>"), hp = /* @__PURE__ */ q("<canvas aria-hidden=\"true\" class=\"svelte-gykhtq\"></canvas> <!>", 1), gp = {
	hash: "svelte-gykhtq",
	code: "canvas.svelte-gykhtq {position:absolute;inset:0;width:100%;height:100%;}.value.svelte-gykhtq {position:absolute;z-index:2;padding:0.2rem 0.5rem;font-size:0.8rem;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;pointer-events:none;transform:translate(-50%, -130%);white-space:nowrap;}"
};
function _p(e, t) {
	Re(t, !0), qr(e, gp);
	let n, r = /* @__PURE__ */ z(null), i = /* @__PURE__ */ L(() => K(r) === null ? null : pp(t.lines, K(r), 8));
	function a(e, r) {
		let i = Math.min(2, devicePixelRatio), [a, o] = [Math.round(t.width * i), Math.round(t.height * i)];
		(n.width !== a || n.height !== o) && (n.width = a, n.height = o);
		let c = n.getContext("2d");
		if (!c) return;
		c.setTransform(i, 0, 0, i, 0, 0), c.clearRect(0, 0, t.width, t.height);
		let l = Math.max(...e.map(({ value: e }) => Math.abs(e)), 1e-9);
		for (let t of e) s(c, t, Math.abs(t.value) / l, t === r);
	}
	let o = Yd(40);
	un(() => {
		let [e, n] = [t.lines, K(i)];
		return o(() => a(e, n));
	});
	function s(e, t, n, r) {
		let { left: i, right: a, from: o, to: s } = t, c = (i + a) / 2;
		e.beginPath(), e.moveTo(i, o), e.bezierCurveTo(c, o, c, s, a, s), e.setLineDash(t.value < 0 ? [6, 3] : []), e.strokeStyle = Va(t.value < 0 ? Ra : za), e.globalAlpha = r ? 1 : .25 + .7 * n, e.lineWidth = r ? 6 : .4 + 5 * n, e.stroke();
	}
	function c(e) {
		B(r, {
			x: e.offsetX,
			y: e.offsetY
		});
	}
	var l = hp(), u = Zt(l);
	gi(u, (e) => n = e, () => n);
	var d = U(u, 2), f = (e) => {
		let n = /* @__PURE__ */ L(() => fp(K(i), .5));
		var r = mp(), a = H(r, !0);
		Jr(r, () => (e) => {
			e.style.left = `${K(n).x}px`, e.style.top = `${K(n).y}px`;
		}), W((e) => Y(a, e), [() => t.textOf(K(i))]), J(e, r);
	};
	X(d, (e) => {
		K(i) && e(f);
	}), dr("pointermove", u, c), ur("pointerleave", u, () => B(r, null)), J(e, l), ze();
}
fr(["pointermove"]);
// src/playground/NetworkView.svelte
var vp = /* @__PURE__ */ q("<button><!></button>"), yp = /* @__PURE__ */ q("<span class=\"end svelte-1cnw3n6\"> </span>"), bp = /* @__PURE__ */ xr("<foreignObject><!></foreignObject>"), xp = /* @__PURE__ */ xr("<text text-anchor=\"middle\" font-size=\"11\"> </text>"), Sp = /* @__PURE__ */ xr("<!><!>", 1), Cp = /* @__PURE__ */ q("<p class=\"hint svelte-1cnw3n6\"> </p>"), wp = /* @__PURE__ */ q("<section aria-labelledby=\"network-title\"><h2 id=\"network-title\"> </h2> <!> <div class=\"scroll svelte-1cnw3n6\"><div class=\"drawing svelte-1cnw3n6\"><!> <svg role=\"group\" class=\"svelte-1cnw3n6\"></svg></div></div> <!></section>"), Tp = {
	hash: "svelte-1cnw3n6",
	code: ".scroll.svelte-1cnw3n6 {overflow-x:auto;}.drawing.svelte-1cnw3n6 {position:relative;}svg.svelte-1cnw3n6 {position:relative;display:block;pointer-events:none;max-width:none;fill:var(--muted);}.unit.svelte-1cnw3n6 {pointer-events:auto;width:100%;height:100%;min-height:0;padding:0;border:0;}.unit.silent.svelte-1cnw3n6 {opacity:0.25;}.end.svelte-1cnw3n6 {display:grid;place-items:center;height:100%;font-size:0.75rem;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden;}.hint.svelte-1cnw3n6 {font-size:0.85rem;color:var(--muted);}"
};
function Ep(e, t) {
	Re(t, !0), qr(e, Tp);
	let n = /* @__PURE__ */ z(null), r = /* @__PURE__ */ L(() => t.lab.state?.hidden ?? []), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.columns ?? []), a = /* @__PURE__ */ L(() => t.lab.state?.arrays[0]?.shape[0] ?? K(i).length), o = /* @__PURE__ */ L(() => [
		K(a),
		...K(r),
		t.lab.outputs
	]), s = /* @__PURE__ */ L(() => K(o).map((e) => Math.min(e, 12))), c = /* @__PURE__ */ L(() => Math.max(...K(s), 1) * 50 + 10), l = /* @__PURE__ */ L(() => (K(o).length - 1) * 120 + 40), u = /* @__PURE__ */ L(() => t.lab.frame.get("weights")?.values), d = /* @__PURE__ */ L(() => t.lab.frame.get("gradients")?.values), f = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.values), p = /* @__PURE__ */ L(() => t.lab.frame.get("units")?.shape.length === 3), m = /* @__PURE__ */ L(() => Yf(t.lab.state?.arrays ?? [], "dense.W")), h = /* @__PURE__ */ L(() => Yf(t.lab.state?.arrays ?? [], "dense.b")), g = /* @__PURE__ */ L(() => new Set((t.lab.state?.silenced ?? []).map(String))), _ = /* @__PURE__ */ L(() => K(n) !== null && K(n).unit < (K(r)[K(n).layer] ?? 0) ? K(n) : null), v = /* @__PURE__ */ L(() => {
		let e = [];
		return K(u) === void 0 ? e : (K(m).forEach(({ at: t, shape: n }, r) => {
			let [i = 0, a = 0] = n;
			for (let n = 0; n < Math.min(i, K(s)[r] ?? 0); n++) for (let i = 0; i < Math.min(a, K(s)[r + 1] ?? 0); i++) {
				let o = t + n * a + i;
				e.push({
					left: y(r) + 20,
					right: y(r + 1) - 20,
					from: b(r, n),
					to: b(r + 1, i),
					value: K(u)[o] ?? 0,
					gradient: K(d)?.[o],
					layer: r,
					units: [n, i]
				});
			}
		}), e.slice(0, 1500));
	}), y = (e) => e * 120 + 20, b = (e, t) => K(c) / 2 + (t - ((K(s)[e] ?? 1) - 1) / 2) * 50, x = (e, t) => K(r).slice(0, e - 1).reduce((e, t) => e + t, 0) + t, S = (e) => K(i)[e] ?? `x${e + 1}`, C = (e, t) => e === 0 ? S(t) : Q("unit_of", {
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
	var E = wp(), D = V(E), ee = H(D, !0), O = U(D, 2);
	Jf(O, { get lab() {
		return t.lab;
	} });
	var te = U(O, 2), k = V(te), ne = V(k);
	_p(ne, {
		get lines() {
			return K(v);
		},
		get width() {
			return K(l);
		},
		get height() {
			return K(c);
		},
		textOf: w
	});
	var re = U(ne, 2);
	zr(re, 21, () => K(s), Fr, (e, n, r) => {
		var i = Sp(), a = Zt(i);
		zr(a, 17, () => ({ length: K(n) }), Fr, (e, n, i) => {
			var a = bp();
			Z(a, "width", 40), Z(a, "height", 40);
			var o = V(a), c = (e) => {
				var t = vp();
				let n;
				var a = V(t);
				{
					let e = /* @__PURE__ */ L(() => x(r, i)), t = /* @__PURE__ */ L(() => Q("unit_text", {
						unit: i + 1,
						layer: r,
						bias: (K(u)?.[(K(h)[r - 1]?.at ?? 0) + i] ?? 0).toPrecision(3)
					}));
					op(a, {
						get values() {
							return K(f);
						},
						get place() {
							return K(e);
						},
						get isPlane() {
							return K(p);
						},
						get label() {
							return K(t);
						}
					});
				}
				P(t), W((e) => {
					n = Zr(t, 1, "unit svelte-1cnw3n6", null, n, { silent: e }), Z(t, "aria-pressed", K(_)?.layer === r - 1 && K(_).unit === i);
				}, [() => K(g).has(`${r - 1},${i}`)]), dr("click", t, () => T({
					layer: r - 1,
					unit: i
				})), J(e, t);
			}, l = (e) => {
				var n = yp(), a = H(n, !0);
				W((e) => Y(a, e), [() => r === 0 ? S(i) : t.lab.dataFacts?.classes[i] ?? Q("output")]), J(e, n);
			};
			X(o, (e) => {
				r > 0 && r < K(s).length - 1 ? e(c) : e(l, -1);
			}), P(a), W((e, t) => {
				Z(a, "x", e), Z(a, "y", t);
			}, [() => y(r) - 20, () => b(r, i) - 20]), J(e, a);
		});
		var l = U(a), d = (e) => {
			var t = xp(), i = H(t, !0);
			W((e, n) => {
				Z(t, "x", e), Z(t, "y", K(c)), Y(i, n);
			}, [() => y(r), () => Q("more_units_not_shown", { n: (K(o)[r] ?? 0) - K(n) })]), J(e, t);
		};
		X(l, (e) => {
			(K(o)[r] ?? 0) > K(n) && e(d);
		}), J(e, i);
	}), P(re), P(k), Jr(k, () => (e) => {
		e.style.width = `${K(l)}px`, e.style.height = `${K(c)}px`;
	}), P(te);
	var ie = U(te, 2), ae = (e) => {
		{
			let n = /* @__PURE__ */ L(() => x(K(_).layer + 1, K(_).unit));
			up(e, {
				get lab() {
					return t.lab;
				},
				get unit() {
					return K(_);
				},
				get isPlane() {
					return K(p);
				},
				inputName: S,
				get place() {
					return K(n);
				},
				close: () => T(null)
			});
		}
	}, oe = (e) => {
		var t = Cp(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("network_hint", { first: S(0) })]), J(e, t);
	};
	X(ie, (e) => {
		K(_) ? e(ae) : e(oe, -1);
	}), P(E), W((e, t) => {
		Y(ee, e), Z(re, "viewBox", `0 0 ${K(l) ?? ""} ${K(c) ?? ""}`), Z(re, "width", K(l)), Z(re, "height", K(c)), Z(re, "aria-label", t);
	}, [() => Q("network"), () => Q("network")]), J(e, E), ze();
}
fr(["click"]);
// src/playground/AxisChoice.svelte
var Dp = /* @__PURE__ */ q("<div class=\"svelte-1uj50pv\"><!> <!></div> <p class=\"svelte-1uj50pv\"> </p>", 1), Op = {
	hash: "svelte-1uj50pv",
	code: "div.svelte-1uj50pv {display:grid;grid-template-columns:1fr 1fr;gap:0.5rem;}p.svelte-1uj50pv {margin:0.3rem 0;font-size:0.8rem;color:var(--muted);}"
};
function kp(e, t) {
	Re(t, !0), qr(e, Op);
	let n = /* @__PURE__ */ L(() => t.lab.dataFacts?.inputs ?? []), r = /* @__PURE__ */ L(() => t.lab.dataFacts?.drawn ?? []);
	function i(e, i) {
		let a = K(n).indexOf(i), o = K(r).map((t, n) => n === e ? a : t === a ? K(r)[e] ?? 0 : t);
		t.lab.send("draw", { inputs: o });
	}
	var a = Cr(), o = Zt(a), s = (e) => {
		var t = Dp(), a = Zt(t), o = V(a);
		Fo(o, {
			label: "axis_across",
			get options() {
				return K(n);
			},
			get value() {
				return K(n)[K(r)[0] ?? 0];
			},
			chosen: (e) => i(0, e)
		}), Fo(U(o, 2), {
			label: "axis_up",
			get options() {
				return K(n);
			},
			get value() {
				return K(n)[K(r)[1] ?? 0];
			},
			chosen: (e) => i(1, e)
		}), P(a);
		var s = H(U(a, 2), !0);
		W((e) => Y(s, e), [() => Q("axis_text")]), J(e, t);
	};
	X(o, (e) => {
		K(n).length > 2 && e(s);
	}), J(e, a), ze();
}
// src/playground/ConfusionTable.svelte
var Ap = /* @__PURE__ */ q("<th scope=\"col\" class=\"svelte-41hqjx\"> </th>"), jp = /* @__PURE__ */ q("<td> </td>"), Mp = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"svelte-41hqjx\"> </th><!></tr>"), Np = /* @__PURE__ */ q("<table class=\"svelte-41hqjx\"><caption class=\"svelte-41hqjx\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-41hqjx\"> </th><!></tr></thead><tbody></tbody></table>"), Pp = {
	hash: "svelte-41hqjx",
	code: "table.svelte-41hqjx {width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-41hqjx {text-align:left;color:var(--muted);}th.svelte-41hqjx,\n  td.svelte-41hqjx {padding:0.15rem 0.3rem;text-align:right;border:1px solid var(--line);}.right.svelte-41hqjx {font-weight:bold;background:var(--surface);}"
};
function Fp(e, t) {
	Re(t, !0), qr(e, Pp);
	let n = /* @__PURE__ */ z([]), r = /* @__PURE__ */ z([]), i = /* @__PURE__ */ L(() => t.lab.dataFacts?.rows.held_out ? "held_out" : "train");
	un(() => {
		let e = K(i), a = !0, o = async () => {
			let i = await t.lab.ask("confusion", { part: e }).catch(() => null);
			i && a && (B(n, i.classes), B(r, i.counts));
		};
		o();
		let s = setInterval(() => void o(), 1e3);
		return () => {
			a = !1, clearInterval(s);
		};
	});
	var a = Np(), o = V(a), s = H(o, !0), c = U(o), l = V(c), u = V(l), d = H(u, !0);
	zr(U(u), 16, () => K(n), (e) => e, (e, t) => {
		var n = Ap(), r = H(n, !0);
		W(() => Y(r, t)), J(e, n);
	}), P(l), P(c);
	var f = U(c);
	zr(f, 21, () => K(r), Fr, (e, t, r) => {
		var i = Mp(), a = V(i), o = H(a, !0);
		zr(U(a), 17, () => K(t), Fr, (e, t, n) => {
			var i = jp();
			Zr(i, 1, "svelte-41hqjx", null, {}, { right: r === n });
			var a = H(i, !0);
			W(() => Y(a, K(t))), J(e, i);
		}), P(i), W(() => Y(o, K(n)[r])), J(e, i);
	}), P(f), P(a), W((e, t) => {
		Y(s, e), Y(d, t);
	}, [() => Q("confusion_caption", { part: Q(K(i) === "train" ? "training" : "held_out") }), () => Q("confusion_true")]), J(e, a), ze();
}
// src/playground/reading.ts
var Ip = 100;
function Lp(e, t, n, r, i, a) {
	let o = t.length === 1, s = t.map(([e, t], r) => {
		let a = r === 0 ? i.across : i.up;
		return {
			name: n[r] ?? "",
			value: e + (t - e) * a / 99
		};
	}), c = o ? i.across : i.up * Ip + i.across, l = o ? Ip : 1e4, u = (t) => e.values[t * l + c] ?? 0, d = e.shape[0] ?? 1;
	if (r.length === 0) return {
		inputs: s,
		answer: ((u(0) - 128) / 127 * 1.5 * a).toPrecision(3)
	};
	let f = d === 1 ? [255 - u(0), u(0)] : Array.from({ length: d }, (e, t) => u(t)), p = f.indexOf(Math.max(...f));
	return {
		inputs: s,
		answer: `${r[p] ?? p}, ${Math.round(100 * (f[p] ?? 0) / 255)} %`
	};
}
// src/playground/OutputView.svelte
var Rp = /* @__PURE__ */ q("<span class=\"cross svelte-vwwk2l\"></span>"), zp = /* @__PURE__ */ q("<th scope=\"col\" class=\"svelte-vwwk2l\"> </th>"), Bp = /* @__PURE__ */ q("<th scope=\"col\" class=\"svelte-vwwk2l\">R²</th>"), Vp = /* @__PURE__ */ q("<td class=\"svelte-vwwk2l\"> </td>"), Hp = /* @__PURE__ */ q("<tr><th class=\"svelte-vwwk2l\"> </th><td class=\"svelte-vwwk2l\"> </td><!></tr>"), Up = /* @__PURE__ */ q("<details class=\"svelte-vwwk2l\"><summary class=\"svelte-vwwk2l\"> </summary> <!></details>"), Wp = /* @__PURE__ */ q("<section aria-labelledby=\"output-title\"><div class=\"title svelte-vwwk2l\"><h2 id=\"output-title\"> </h2> <button> </button></div>  <div class=\"picture svelte-vwwk2l\" role=\"application\" tabindex=\"0\" aria-describedby=\"picture-reading\"><canvas class=\"svelte-vwwk2l\"></canvas> <canvas class=\"svelte-vwwk2l\"></canvas> <!></div> <p id=\"picture-reading\" class=\"reading svelte-vwwk2l\" aria-live=\"polite\"> </p> <!> <table class=\"svelte-vwwk2l\"><thead><tr><th class=\"svelte-vwwk2l\"></th><th class=\"svelte-vwwk2l\"> </th><!></tr></thead><tbody class=\"svelte-vwwk2l\"></tbody></table> <!></section>"), Gp = {
	hash: "svelte-vwwk2l",
	code: ".title.svelte-vwwk2l {display:flex;justify-content:space-between;align-items:center;}details.svelte-vwwk2l {margin-top:0.5rem;}summary.svelte-vwwk2l {cursor:pointer;}.picture.svelte-vwwk2l {position:relative;aspect-ratio:1;margin:0.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;}.cross.svelte-vwwk2l {position:absolute;width:14px;height:14px;margin:0 0 -7px -7px;border:2px solid #1c1f24;border-radius:50%;box-shadow:0 0 0 2px #fff;pointer-events:none;}.reading.svelte-vwwk2l {min-height:1.2rem;margin:0;font-size:0.8rem;color:var(--muted);font-variant-numeric:tabular-nums;}canvas.svelte-vwwk2l {position:absolute;inset:0;width:100%;height:100%;}table.svelte-vwwk2l {width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;}th.svelte-vwwk2l,\n  td.svelte-vwwk2l {padding:0.2rem 0.4rem;text-align:right;border-bottom:1px solid var(--line);}tbody.svelte-vwwk2l th:where(.svelte-vwwk2l) {text-align:left;font-weight:normal;color:var(--muted);}"
};
function Kp(e, t) {
	Re(t, !0), qr(e, Gp);
	let n, r, i = /* @__PURE__ */ L(() => t.lab.frame.get("output")), a = /* @__PURE__ */ L(() => t.lab.dataFacts?.edges ?? []), o = /* @__PURE__ */ L(() => K(a).length === 1), s = /* @__PURE__ */ L(() => {
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
		if (K(i) === void 0) return;
		if (K(o)) {
			n.getContext("2d")?.clearRect(0, 0, 100, 100);
			return;
		}
		let e = K(i).shape[0] ?? 1, t = e === 1 ? Qf(K(i).values, 100) : Zf(K(i).values, e, 100);
		ep(n, t, 100);
	}), un(() => {
		K(o) && K(i) ? rp(r, K(i).values, K(s), K(a)) : tp(r, K(s), K(a));
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
	}), l = /* @__PURE__ */ z(null), u = (e) => Math.max(0, Math.min(99, Math.round(e))), d = {
		ArrowLeft: [-1, 0],
		ArrowRight: [1, 0],
		ArrowUp: [0, 1],
		ArrowDown: [0, -1]
	};
	function f(e) {
		let t = d[e.key];
		if (!t) return;
		e.preventDefault();
		let n = K(l) ?? {
			across: 50,
			up: 50
		}, r = e.shiftKey ? 1 : 5;
		B(l, {
			across: u(n.across + r * t[0]),
			up: u(n.up + r * t[1])
		});
	}
	function p(e) {
		let { width: t, height: r, left: i, top: a } = n.getBoundingClientRect();
		B(l, {
			across: u((e.clientX - i) / t * 100),
			up: u((1 - (e.clientY - a) / r) * 100)
		});
	}
	let m = /* @__PURE__ */ L(() => {
		if (K(l) === null || K(i) === void 0) return Q("picture_hint");
		let e = Math.max(...Array.from(t.lab.data.get("train_y")?.values ?? [1], Math.abs), 1e-9), n = t.lab.dataFacts?.classes ?? [], r = Lp(K(i), K(a), t.lab.dataFacts?.columns ?? [], n, K(l), e);
		return `${r.inputs.map(({ name: e, value: t }) => `${e} = ${t.toPrecision(3)}`).join(", ")}: ${r.answer}`;
	}), h = /* @__PURE__ */ z(!1), g = /* @__PURE__ */ L(() => t.lab.state?.task !== "regression");
	var _ = Wp(), v = V(_), y = V(v), b = H(y, !0), x = U(y, 2), S = H(x, !0);
	P(v);
	var C = U(v, 2), w = V(C);
	Z(w, "width", 100), Z(w, "height", 100), gi(w, (e) => n = e, () => n);
	var T = U(w, 2);
	Z(T, "width", 600), Z(T, "height", 600), gi(T, (e) => r = e, () => r);
	var E = U(T, 2), D = (e) => {
		let t = /* @__PURE__ */ L(() => K(l));
		var n = Rp();
		Jr(n, () => (e) => {
			e.style.left = `${100 * K(t).across / 99}%`, e.style.bottom = `${100 * K(t).up / 99}%`;
		}), J(e, n);
	};
	X(E, (e) => {
		K(l) && e(D);
	}), P(C);
	var ee = U(C, 2), O = H(ee, !0), te = U(ee, 2);
	kp(te, { get lab() {
		return t.lab;
	} });
	var k = U(te, 2), ne = V(k), re = V(ne), ie = U(V(re)), ae = H(ie, !0), oe = U(ie), se = (e) => {
		var t = zp(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("accuracy")]), J(e, t);
	}, ce = (e) => {
		J(e, Bp());
	};
	X(oe, (e) => {
		K(g) ? e(se) : e(ce, -1);
	}), P(re), P(ne);
	var A = U(ne);
	zr(A, 21, () => K(c), (e) => e.name, (e, t) => {
		var n = Hp(), r = V(n), i = H(r, !0), a = U(r), o = H(a, !0), s = U(a), c = (e) => {
			var n = Vp(), r = H(n, !0);
			W(() => Y(r, K(t).right)), J(e, n);
		}, l = (e) => {
			var n = Vp(), r = H(n, !0);
			W(() => Y(r, K(t).fit)), J(e, n);
		};
		X(s, (e) => {
			K(g) ? e(c) : e(l, -1);
		}), P(n), W(() => {
			Y(i, K(t).name), Y(o, K(t).loss);
		}), J(e, n);
	}), P(A), P(k);
	var le = U(k, 2), ue = (e) => {
		var n = Up(), r = V(n), i = H(r, !0), a = U(r, 2), o = (e) => {
			Fp(e, { get lab() {
				return t.lab;
			} });
		};
		X(a, (e) => {
			K(h) && e(o);
		}), P(n), W((e) => Y(i, e), [() => Q("confusion")]), _i("open", "toggle", n, (e) => B(h, e), () => K(h)), J(e, n);
	};
	X(le, (e) => {
		K(g) && e(ue);
	}), P(_), W((e, n, r, i) => {
		Y(b, e), x.disabled = !t.lab.facts, Y(S, n), Z(C, "aria-label", r), Y(O, K(m)), Y(ae, i);
	}, [
		() => Q("output"),
		() => Q("pin"),
		() => Q("picture_text"),
		() => Q("loss")
	]), dr("click", x, () => t.lab.pin()), dr("keydown", C, f), dr("pointermove", C, p), ur("pointerleave", C, () => B(l, null)), J(e, _), ze();
}
fr([
	"click",
	"keydown",
	"pointermove"
]);
// src/playground/PinnedRun.svelte
var qp = /* @__PURE__ */ q("<div role=\"img\"><canvas class=\"svelte-i2vpmu\"></canvas></div>"), Jp = /* @__PURE__ */ q("<li> </li>"), Yp = /* @__PURE__ */ q("<ul class=\"svelte-i2vpmu\"></ul>"), Xp = /* @__PURE__ */ q("<p class=\"svelte-i2vpmu\"> </p>"), Zp = /* @__PURE__ */ q("<section aria-labelledby=\"pinned-title\"><h2 id=\"pinned-title\"> </h2> <!> <p class=\"svelte-i2vpmu\"> </p> <!> <button> </button></section>"), Qp = {
	hash: "svelte-i2vpmu",
	code: "canvas.svelte-i2vpmu {width:100%;max-width:10rem;aspect-ratio:1;border:1px solid var(--line);border-radius:6px;}p.svelte-i2vpmu,\n  ul.svelte-i2vpmu {margin:0.4rem 0;font-size:0.85rem;}ul.svelte-i2vpmu {padding-left:1.1rem;}"
};
function $p(e, t) {
	Re(t, !0), qr(e, Qp);
	let n = bi(t, "lab", 7), r = /* @__PURE__ */ z(void 0), i = /* @__PURE__ */ L(() => t.pinned.output?.shape.length === 3);
	un(() => {
		let e = t.pinned.output;
		if (!K(r) || !e || !K(i)) return;
		let n = e.shape[0] ?? 1, a = n === 1 ? Qf(e.values, 100) : Zf(e.values, n, 100);
		ep(K(r), a, 100);
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
	var c = Zp(), l = V(c), u = H(l, !0), d = U(l, 2), f = (e) => {
		var t = qp(), n = V(t);
		Z(n, "width", 100), Z(n, "height", 100), gi(n, (e) => B(r, e), () => K(r)), P(t), W((e) => Z(t, "aria-label", e), [() => Q("pinned_picture")]), J(e, t);
	};
	X(d, (e) => {
		K(i) && e(f);
	});
	var p = U(d, 2), m = H(p, !0), h = U(p, 2), g = (e) => {
		var t = Yp();
		zr(t, 21, () => K(s), ({ key: e, before: t, after: n }) => e, (e, t) => {
			let n = () => K(t).key, r = () => K(t).before, i = () => K(t).after;
			var a = Jp(), o = H(a, !0);
			W((e) => Y(o, e), [() => Q("pinned_differs", {
				key: n(),
				before: r(),
				after: i()
			})]), J(e, a);
		}), P(t), J(e, t);
	}, _ = (e) => {
		var t = Xp(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("pinned_same")]), J(e, t);
	};
	X(h, (e) => {
		K(s).length > 0 ? e(g) : e(_, -1);
	});
	var v = U(h, 2), y = H(v, !0);
	P(c), W((e, t, n) => {
		Y(u, e), Y(m, t), Y(y, n);
	}, [
		() => Q("pinned"),
		() => Q("pinned_text", {
			step: t.pinned.facts.step,
			loss: a(t.pinned.facts),
			now: a(n().facts)
		}),
		() => Q("unpin")
	]), dr("click", v, () => n().pinned = null), J(e, c), ze();
}
fr(["click"]);
// src/playground/Playground.svelte
var em = /* @__PURE__ */ q("<p class=\"ended svelte-1u5dzuy\" role=\"status\"> <!></p>"), tm = /* @__PURE__ */ q("<div class=\"top svelte-1u5dzuy\"><!> <!> <!> <!></div> <div class=\"columns svelte-1u5dzuy\"><div><!> <!></div> <!> <div class=\"results svelte-1u5dzuy\"><!> <!> <!> <!></div></div>", 1), nm = {
	hash: "svelte-1u5dzuy",
	code: ".top.svelte-1u5dzuy {display:grid;gap:0.6rem;margin-bottom:1rem;}.ended.svelte-1u5dzuy {margin:0;padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);}.columns.svelte-1u5dzuy {display:grid;grid-template-columns:minmax(12rem, 15rem) minmax(0, 1fr) minmax(16rem, 20rem);gap:1.5rem;}.results.svelte-1u5dzuy {display:grid;gap:1rem;align-content:start;}\n  @media (max-width: 60rem) {.columns.svelte-1u5dzuy {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function rm(e, t) {
	Re(t, !0), qr(e, nm);
	var n = tm(), r = Zt(n), i = V(r);
	Ho(i, { get lab() {
		return t.lab;
	} });
	var a = U(i, 2), o = (e) => {
		Mf(e, {
			get lab() {
				return t.lab;
			},
			get diverged() {
				return t.lab.diverged;
			}
		});
	};
	X(a, (e) => {
		t.lab.diverged && e(o);
	});
	var s = U(a, 2), c = (e) => {
		var n = em(), r = V(n), i = U(r), a = (e) => {
			var n = Sr();
			W(() => Y(n, t.lab.ended.reason)), J(e, n);
		}, o = /* @__PURE__ */ L(() => na() === "en");
		X(i, (e) => {
			K(o) && e(a);
		}), P(n), W((e) => Y(r, `${e ?? ""} `), [() => Q("ended", { step: t.lab.ended.step })]), J(e, n);
	};
	X(s, (e) => {
		t.lab.ended && e(c);
	});
	var l = U(s, 2), u = (e) => {
		fa(e, { get refused() {
			return t.lab.refused;
		} });
	};
	X(l, (e) => {
		t.lab.refused && e(u);
	}), P(r);
	var d = U(r, 2), f = V(d), p = V(f);
	Of(p, { get lab() {
		return t.lab;
	} }), Uf(U(p, 2), { get lab() {
		return t.lab;
	} }), P(f);
	var m = U(f, 2);
	Ep(m, { get lab() {
		return t.lab;
	} });
	var h = U(m, 2), g = V(h);
	Kp(g, { get lab() {
		return t.lab;
	} });
	var _ = U(g, 2);
	tf(_, { get lab() {
		return t.lab;
	} });
	var v = U(_, 2);
	zf(v, { get lab() {
		return t.lab;
	} });
	var y = U(v, 2), b = (e) => {
		$p(e, {
			get lab() {
				return t.lab;
			},
			get pinned() {
				return t.lab.pinned;
			}
		});
	};
	X(y, (e) => {
		t.lab.pinned && e(b);
	}), P(h), P(d), J(e, n), ze();
}
// src/widget/Widget.svelte
var im = /* @__PURE__ */ q("<p role=\"status\"> </p>"), am = /* @__PURE__ */ q("<div class=\"widget svelte-fpbx4k\"><!></div>"), om = {
	hash: "svelte-fpbx4k",
	code: ".widget.svelte-fpbx4k {padding:0.8rem;color:var(--ink);background:var(--paper);}"
};
function sm(e, t) {
	Re(t, !0), qr(e, om);
	let n = {
		playground: rm,
		glass: jo
	}, r = /* @__PURE__ */ L(() => n[t.page] ?? rm);
	var i = am(), a = V(i), o = (e) => {
		var n = Cr();
		Kr(Zt(n), () => K(r), (e, n) => {
			n(e, { get lab() {
				return t.lab;
			} });
		}), J(e, n);
	}, s = (e) => {
		var t = im(), n = H(t, !0);
		W((e) => Y(n, e), [() => Q("connecting")]), J(e, t);
	};
	X(a, (e) => {
		t.lab.state ? e(o) : e(s, -1);
	}), P(i), J(e, i), ze();
}
// src/widget/widget.ts
var cm = "frame";
function lm(e) {
	return (t) => (e.on("msg:custom", (e, n) => {
		let [r] = n;
		if (e !== cm || r === void 0) t.received(e);
		else {
			let e = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
			t.received(e.slice().buffer);
		}
	}), queueMicrotask(() => t.opened()), {
		send: (t) => e.send(t),
		close: () => void 0
	});
}
function um({ model: e, el: t }) {
	let n = t.attachShadow({ mode: "open" });
	n.adoptedStyleSheets = [Si, xi].map((e) => {
		let t = new CSSStyleSheet();
		return t.replaceSync(e), t;
	}), matchMedia("(prefers-color-scheme: dark)").matches && (t.dataset.theme = "dark"), ra(e.get("language") === "vi" ? "vi" : "en");
	let r = kr(sm, {
		target: n,
		props: {
			lab: new zi("playground", String(e.get("link")), lm(e)),
			page: String(e.get("page"))
		}
	});
	return () => void Nr(r);
}
var dm = { render: um };
export { dm as default };
