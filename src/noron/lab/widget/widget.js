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
var h = 1 << 24, g = 1024, _ = 2048, v = 4096, y = 8192, b = 16384, x = 32768, S = 1 << 25, C = 65536, w = 1 << 19, T = 1 << 20, E = 1 << 25, D = 1 << 21, ee = 1 << 22, te = 1 << 23, ne = Symbol("$state"), O = Symbol("component"), re = Symbol("legacy props"), ie = Symbol(""), ae = Symbol("attributes"), oe = Symbol("class"), se = Symbol("style"), ce = Symbol("text"), le = Symbol("form reset"), k = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), ue = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), de = {}, A = Symbol("uninitialized"), fe = "http://www.w3.org/1999/xhtml", pe = "http://www.w3.org/2000/svg", me = "http://www.w3.org/1998/Math/MathML";
function he() {
	console.warn("https://svelte.dev/e/derived_inert");
}
function ge(e) {
	console.warn("https://svelte.dev/e/hydration_mismatch");
}
function _e() {
	console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function ve() {
	console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var j = !1;
function ye(e) {
	j = e;
}
var M;
function be(e) {
	if (e === null) throw ge(), de;
	return M = e;
}
function xe() {
	return be(/* @__PURE__ */ Qt(M));
}
function N(e) {
	if (j) {
		if (/* @__PURE__ */ Qt(M) !== null) throw ge(), de;
		M = e;
	}
}
function Se(e = 1) {
	if (j) {
		for (var t = e, n = M; t--;) n = /* @__PURE__ */ Qt(n);
		M = n;
	}
}
function Ce(e = !0) {
	for (var t = 0, n = M;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ Qt(n);
		e && n.remove(), n = i;
	}
}
function we(e) {
	if (!e || e.nodeType !== 8) throw ge(), de;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function Te(e) {
	return e === this.v;
}
function Ee(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function P(e) {
	return !Ee(e, this.v);
}
// node_modules/svelte/src/internal/client/errors.js
function De() {
	throw Error("https://svelte.dev/e/async_derived_orphan");
}
function Oe(e, t, n) {
	throw Error("https://svelte.dev/e/each_key_duplicate");
}
function ke(e) {
	throw Error("https://svelte.dev/e/effect_in_teardown");
}
function Ae() {
	throw Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function je(e) {
	throw Error("https://svelte.dev/e/effect_orphan");
}
function Me() {
	throw Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function Ne(e) {
	throw Error("https://svelte.dev/e/props_invalid_value");
}
function Pe() {
	throw Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Fe() {
	throw Error("https://svelte.dev/e/state_prototype_fixed");
}
function Ie() {
	throw Error("https://svelte.dev/e/state_unsafe_mutation");
}
function Le() {
	throw Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var Re = null;
function ze(e) {
	Re = e;
}
function Be(e, t = !1, n) {
	Re = {
		p: Re,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: U,
		l: null
	};
}
function Ve(e) {
	var t = Re, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) pn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, Re = t.p, He(e);
}
function He(e = {}) {
	return i(e, O, { value: !0 }), e;
}
function Ue() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var We = [];
function Ge() {
	var e = We;
	We = [], f(e);
}
function Ke(e) {
	if (We.length === 0 && !vt) {
		var t = We;
		queueMicrotask(() => {
			t === We && Ge();
		});
	}
	We.push(e);
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var qe = ~(_ | v | g);
function Je(e, t) {
	e.f = e.f & qe | t;
}
function Ye(e) {
	e.f & 512 || e.deps === null ? Je(e, g) : Je(e, v);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function Xe(e, t) {
	e.f & 2048 ? t.set(e, _) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, v), Je(e, g);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var Ze = !1;
function Qe() {
	Ze || (Ze = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[le]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function $e(e) {
	var t = Fn, n = U;
	Ln(null), Rn(null);
	try {
		return e();
	} finally {
		Ln(t), Rn(n);
	}
}
function et(e, t, n, r = n) {
	e.addEventListener(t, () => $e(n));
	let i = e[le];
	e[le] = i ? () => {
		i(), r(!0);
	} : () => r(!0), Qe();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function tt(e, t, n, r) {
	let i = Ue() ? at : ct;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = U, c = nt(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				on(e, s);
			}
			rt();
		}
	}
	var d = it();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ st(e))).then(u).catch((e) => on(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), rt());
	}) : f();
}
function nt() {
	var e = U, t = Fn, n = Re, r = I;
	return function(i = !0) {
		Rn(e), Ln(t), ze(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function rt(e = !0) {
	Rn(null), Ln(null), ze(null), e && I?.deactivate();
}
function it() {
	var e = U, t = e.b, n = I, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function at(e) {
	var t = 2 | _;
	return U !== null && (U.f |= w), {
		ctx: Re,
		deps: null,
		effects: null,
		equals: Te,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: A,
		wv: 0,
		parent: U,
		ac: null
	};
}
var ot = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function st(e, t, n) {
	let r = U;
	r === null && De();
	var i = void 0, a = Pt(A), o = !Fn, s = /* @__PURE__ */ new Set();
	return gn(() => {
		var t = U, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== k && n.reject(e);
			}).finally(rt);
		} catch (e) {
			n.reject(e), rt();
		}
		var c = I;
		if (o) {
			if (t.f & 32768) var l = it();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(ot);
			else for (let e of s.values()) e.reject(ot);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== ot && (c.activate(), t ? (a.f |= te, Rt(a, t)) : (a.f & 8388608 && (a.f ^= te), Rt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), dn(() => {
		for (let e of s) e.reject(ot);
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
function F(e) {
	let t = /* @__PURE__ */ at(e);
	return Bn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function ct(e) {
	let t = /* @__PURE__ */ at(e);
	return t.equals = P, t;
}
function lt(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) wn(t[n]);
	}
}
function ut(e) {
	var t, n = U, r = e.parent;
	if (!Nn && r !== null && e.v !== A && r.f & 24576) return he(), e.v;
	Rn(r);
	try {
		lt(e), t = Qn(e);
	} finally {
		Rn(n);
	}
	return t;
}
function dt(e) {
	var t = ut(e);
	!e.equals(t) && (e.wv = Yn(), (!I?.is_fork || e.deps === null) && (I === null ? e.v = t : (I.capture(e, t, !0), ht?.capture(e, t, !0)), e.deps === null)) ? Je(e, g) : Nn || (gt === null ? Ye(e) : (un() || I?.is_fork) && gt.set(e, t));
}
function ft(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && $e(() => {
		t.ac.abort(k), t.ac = null;
	}), t.fn !== null && (t.teardown = d), tr(t, 0), Sn(t));
}
function pt(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && nr(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var mt = null, I = null, ht = null, gt = null, _t = null, vt = !1, yt = !1, bt = null, xt = null, St = 0, Ct = 1, wt = class e {
	id = Ct++;
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
		mt === null ? mt = this : (mt.next = this, this.prev = mt), mt = this;
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
			for (var r of n.d) Je(r, _), t(r);
			for (r of n.m) Je(r, v), t(r);
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
		for (let [e, t] of this.#s) Je(e, t), this.schedule(e);
		this.apply();
		for (var t = bt = [], n = [], r = xt = []; this.#a.length > 0;) {
			St++ > 1e3 && (this.#b(), Tt());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw At(e), this.#d() || this.discard(), t;
			}
		}
		if (I = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (bt = null, xt = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) kt(e, t);
			r.length > 0 && I.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), ht = this, Dt(n), Dt(t), ht = null, this.#i?.resolve();
			var o = I;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Mt.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= g;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= g : i & 4 ? t.push(r) : Xn(r) && (i & 16 && this.add_dirty_reaction(r, v), nr(r));
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
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), Je(i, _), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), I = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) Xe(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== A && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), gt?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		I = this;
	}
	deactivate() {
		I = null, gt = null;
	}
	flush() {
		try {
			yt = !0, I = this, this.#m();
		} finally {
			St = 0, _t = null, bt = null, xt = null, yt = !1, I = null, gt = null, Mt.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(ot);
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
		this.#u || (this.#u = !0, Ke(() => {
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
		if (I === null) {
			let t = I = new e();
			!yt && Ke(() => {
				t.started || t.flush();
			});
		}
		return I;
	}
	apply() {
		gt = null;
	}
	schedule(e) {
		_t = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? mt = e : t.prev = e, this.linked = !1;
		}
	}
};
function Tt() {
	try {
		Me();
	} catch (e) {
		on(e, _t);
	}
}
var Et = null;
function Dt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && Xn(r) && (Et = /* @__PURE__ */ new Set(), nr(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && En(r), Et?.size > 0)) {
				Mt.clear();
				for (let e of Et) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) Et.has(n) && (Et.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || nr(n);
					}
				}
				Et.clear();
			}
		}
		Et = null;
	}
}
function Ot(e) {
	I.schedule(e);
}
function kt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), Je(e, g);
		for (var n = e.first; n !== null;) kt(n, t), n = n.next;
	}
}
function At(e) {
	Je(e, g);
	for (var t = e.first; t !== null;) At(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var jt = /* @__PURE__ */ new Set(), Mt = /* @__PURE__ */ new Map(), Nt = !1;
function Pt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: Te,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function L(e, t) {
	let n = Pt(e, t);
	return Bn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Ft(e, t = !1, n = !0) {
	let r = Pt(e);
	return t || (r.equals = P), r;
}
function R(e, t, n = !1) {
	return Fn !== null && (!In || Fn.f & 131072) && Ue() && Fn.f & 4325394 && (zn === null || !zn.has(e)) && Ie(), Rt(e, n ? Ht(t) : t, xt);
}
var It = null, Lt = 0;
function Rt(e, t, n = null) {
	if (!e.equals(t)) {
		Nn ? Mt.set(e, t) : Mt.has(e) || Mt.set(e, e.v);
		var r = wt.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && ut(t), gt === null && Ye(t);
		}
		e.wv = Yn(), It = null, Lt = 0, Vt(e, _, n), It = null, Ue() && U !== null && U.f & 1024 && !(U.f & 96) && (Un === null ? Wn([e]) : Un.push(e)), !r.is_fork && jt.size > 0 && !Nt && zt();
	}
	return t;
}
function zt() {
	Nt = !1;
	for (let e of jt) {
		e.f & 1024 && Je(e, v);
		let t;
		try {
			t = Xn(e);
		} catch {
			t = !0;
		}
		t && nr(e);
	}
	jt.clear();
}
function Bt(e) {
	R(e, e.v + 1);
}
function Vt(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = Ue(), a = r.length;
		if (Lt += a, Lt > 1e5 && It === null && (It = /* @__PURE__ */ new Set()), It !== null) {
			if (It.has(e)) return;
			It.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== U) {
				var l = (c & _) === 0;
				if (l && Je(s, t), c & 131072) jt.add(s);
				else if (c & 2) {
					var u = s;
					gt?.delete(u), Vt(u, v, n);
				} else if (l) {
					var d = s;
					c & 16 && Et !== null && Et.add(d), n === null ? Ot(d) : n.push(d);
				}
			}
		}
	}
}
function Ht(t) {
	if (typeof t != "object" || !t || ne in t || O in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ L(0), u = null, d = qn, f = (e) => {
		if (qn === d) return e();
		var t = Fn, n = qn;
		Ln(null), Jn(d);
		var r = e();
		return Ln(t), Jn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ L(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Pe();
			var i = r.get(t);
			return i === void 0 ? f(() => {
				var e = /* @__PURE__ */ L(n.value, u);
				return r.set(t, e), e;
			}) : R(i, n.value, !0), !0;
		},
		deleteProperty(e, t) {
			var n = r.get(t);
			if (n === void 0) {
				if (t in e) {
					let e = f(() => /* @__PURE__ */ L(A, u));
					r.set(t, e), Bt(o);
				}
			} else R(n, A), Bt(o);
			return !0;
		},
		get(e, n, i) {
			if (n === ne) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ L(Ht(s ? e[n] : A), u)), r.set(n, o)), o !== void 0) {
				var c = W(o);
				return c === A ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = W(i);
				if (a === A) return;
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
			if (t === ne) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== A || Reflect.has(e, t);
			return (n !== void 0 || (U !== null || Fn !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ L(i ? Ht(e[t]) : A, u)), r.set(t, n)), W(n) === A) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ L(A, u)), r.set(d + "", p)) : R(p, A);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ L(void 0, u)), R(c, Ht(n)), r.set(t, c));
			else {
				l = c.v !== A;
				var m = f(() => Ht(n));
				R(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && R(g, _ + 1);
				}
				Bt(o);
			}
			return !0;
		},
		ownKeys(e) {
			W(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== A;
			});
			for (var [n, i] of r) i.v !== A && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			Fe();
		}
	});
}
function Ut(e) {
	try {
		if (typeof e == "object" && e && ne in e) return e[ne];
	} catch {}
	return e;
}
function Wt(e, t) {
	return Object.is(Ut(e), Ut(t));
}
var Gt, Kt, qt, Jt;
function Yt() {
	if (Gt === void 0) {
		Gt = window, Kt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		qt = a(t, "firstChild").get, Jt = a(t, "nextSibling").get, u(e) && (e[oe] = void 0, e[ae] = null, e[se] = void 0, e.__e = void 0), u(n) && (n[ce] = void 0);
	}
}
function Xt(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Zt(e) {
	return qt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Qt(e) {
	return Jt.call(e);
}
function z(e, t) {
	if (!j) return /* @__PURE__ */ Zt(e);
	var n = /* @__PURE__ */ Zt(M);
	if (n === null) n = M.appendChild(Xt());
	else if (t && n.nodeType !== 3) {
		var r = Xt();
		return n?.before(r), be(r), r;
	}
	return t && rn(n), be(n), n;
}
function $t(e, t = !1) {
	if (!j) {
		var n = /* @__PURE__ */ Zt(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ Qt(n) : n;
	}
	if (t) {
		if (M?.nodeType !== 3) {
			var r = Xt();
			return M?.before(r), be(r), r;
		}
		rn(M);
	}
	return M;
}
function B(e, t = !1) {
	if (!j) return /* @__PURE__ */ Zt(e);
	var n = z(e, t);
	return N(e), n;
}
function V(e, t = 1, n = !1) {
	let r = j ? M : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ Qt(r);
	if (!j) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = Xt();
			return r === null ? i?.after(a) : r.before(a), be(a), a;
		}
		rn(r);
	}
	return be(r), r;
}
function en(e) {
	e.textContent = "";
}
function tn() {
	return !1;
}
function nn(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function rn(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function an(e) {
	var t = U;
	if (t === null) return Fn.f |= te, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	on(e, t);
}
function on(e, t) {
	if (e === de) throw e;
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
function sn(e) {
	U === null && (Fn === null && je(e), Ae()), Nn && ke(e);
}
function cn(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function ln(e, t) {
	var n = U;
	n !== null && n.f & 8192 && (e |= y);
	var r = {
		ctx: Re,
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
	I?.register_created_effect(r);
	var i = r;
	if (e & 4) bt === null ? wt.ensure().schedule(r) : bt.push(r);
	else if (t !== null) {
		try {
			nr(r);
		} catch (e) {
			throw wn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= C));
	}
	if (i !== null && (i.parent = n, n !== null && cn(i, n), Fn !== null && Fn.f & 2 && !(e & 64))) {
		var a = Fn;
		(a.effects ??= []).push(i);
	}
	return r;
}
function un() {
	return Fn !== null && !In;
}
function dn(e) {
	let t = ln(8, null);
	return Je(t, g), t.teardown = e, t;
}
function fn(e) {
	sn("$effect");
	var t = U.f;
	if (!Fn && t & 32 && Re !== null && !Re.i) {
		var n = Re;
		(n.e ??= []).push(e);
	} else return pn(e);
}
function pn(e) {
	return ln(4 | T, e);
}
function mn(e) {
	wt.ensure();
	let t = ln(64 | w, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? Dn(t, () => {
			wn(t), n(void 0);
		}) : (wn(t), n(void 0));
	});
}
function hn(e) {
	return ln(4, e);
}
function gn(e) {
	return ln(ee | w, e);
}
function _n(e, t = 0) {
	return ln(8 | t, e);
}
function H(e, t = [], n = [], r = []) {
	tt(r, t, n, (t) => {
		ln(8, () => {
			e(...t.map(W));
		});
	});
}
function vn(e, t = 0) {
	return ln(16 | t, e);
}
function yn(e, t = 0) {
	return ln(h | t, e);
}
function bn(e) {
	return ln(32 | w, e);
}
function xn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = Nn, r = Fn;
		Pn(!0), Ln(null);
		try {
			t.call(null);
		} catch (t) {
			on(t, e.parent);
		} finally {
			Pn(n), Ln(r);
		}
	}
}
function Sn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && $e(() => {
			e.abort(k);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : wn(n, t), n = r;
	}
}
function Cn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || wn(t), t = n;
	}
}
function wn(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (Tn(e.nodes.start, e.nodes.end), n = !0), e.f |= S, Sn(e, t && !n), tr(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	xn(e), e.f ^= S, e.f |= b;
	var i = e.parent;
	i !== null && i.first !== null && En(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function Tn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ Qt(e);
		e.remove(), e = n;
	}
}
function En(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function Dn(e, t, n = !0) {
	var r = [];
	e.f |= 256, On(e, r, !0);
	var i = () => {
		n && wn(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function On(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= y;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				On(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function kn(e) {
	e.f &= -257, An(e, !0);
}
function An(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= y, e.f & 1024 || (Je(e, _), wt.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			An(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function jn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ Qt(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Mn = null, Nn = !1;
function Pn(e) {
	Nn = e;
}
var Fn = null, In = !1;
function Ln(e) {
	Fn = e;
}
var U = null;
function Rn(e) {
	U = e;
}
var zn = null;
function Bn(e) {
	Fn !== null && (Fn.f & 2097152 || Fn.f & 2) && (zn ??= /* @__PURE__ */ new Set()).add(e);
}
var Vn = null, Hn = 0, Un = null;
function Wn(e) {
	Un = e;
}
var Gn = 1, Kn = 0, qn = Kn;
function Jn(e) {
	qn = e;
}
function Yn() {
	return ++Gn;
}
function Xn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Xn(a) && dt(a), a.wv > e.wv) return !0;
		}
		t & 512 && gt === null && Je(e, g);
	}
	return !1;
}
function Zn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(zn !== null && zn.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Zn(a, t, !1) : t === a && (n ? Je(a, _) : a.f & 1024 && Je(a, v), Ot(a));
	}
}
function Qn(e) {
	var t = Vn, n = Hn, r = Un, i = Fn, a = zn, o = Re, s = In, c = qn, l = e.f;
	Vn = null, Hn = 0, Un = null, Fn = l & 96 ? null : e, zn = null, ze(e.ctx), In = !1, qn = ++Kn, e.ac !== null && ($e(() => {
		e.ac.abort(k);
	}), e.ac = null);
	try {
		e.f |= D;
		var u = e.fn, d = u();
		e.f |= x;
		var f = $n(e);
		if (Ue() && Un !== null && !In && f !== null && !(e.f & 6146)) for (var p = 0; p < Un.length; p++) Zn(Un[p], e);
		if (i !== null && i !== e) {
			if (Kn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Kn;
			if (t !== null) for (let e of t) e.rv = Kn;
			Un !== null && (r === null ? r = Un : r.push(...Un));
		}
		return e.f & 8388608 && (e.f ^= te), d;
	} catch (t) {
		return $n(e), an(t);
	} finally {
		e.f ^= D, Vn = t, Hn = n, Un = r, Fn = i, zn = a, ze(o), In = s, qn = c;
	}
}
function $n(e) {
	var t = e.deps, n = I?.is_fork;
	if (Vn !== null) {
		var r;
		if (n || tr(e, Hn), t !== null && Hn > 0) for (t.length = Hn + Vn.length, r = 0; r < Vn.length; r++) t[Hn + r] = Vn[r];
		else e.deps = t = Vn;
		if (un() && e.f & 512) for (r = Hn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Hn < t.length && (tr(e, Hn), t.length = Hn);
	return t;
}
function er(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Vn === null || !n.call(Vn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== A && Ye(s), s.ac !== null && $e(() => {
			s.ac.abort(k), s.ac = null, Je(s, _);
		}), ft(s), tr(s, 0);
	}
}
function tr(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) er(e, n[r]);
}
function nr(e) {
	var t = e.f;
	if (!(t & 16384)) {
		Je(e, g);
		var n = U;
		U = e;
		try {
			t & 16777232 ? Cn(e) : Sn(e), xn(e);
			var r = Qn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Gn;
		} finally {
			U = n;
		}
	}
}
function W(e) {
	var t = !!(e.f & 2);
	if (Mn?.add(e), Fn !== null && !In && !(U !== null && U.f & 16384) && (zn === null || !zn.has(e))) {
		var r = Fn.deps;
		if (Fn.f & 2097152) e.rv < Kn && (e.rv = Kn, Vn === null && r !== null && r[Hn] === e ? Hn++ : Vn === null ? Vn = [e] : Vn.push(e));
		else {
			Fn.deps ??= [], n.call(Fn.deps, e) || Fn.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [Fn] : n.call(i, Fn) || i.push(Fn);
		}
	}
	if (Nn && Mt.has(e)) return Mt.get(e);
	if (t) {
		var a = e;
		if (Nn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || ir(a)) && (o = ut(a)), Mt.set(a, o), o;
		}
		var s = !(a.f & 512) && !In && Fn !== null && !!(Fn.f & 512), c = (a.f & x) === 0;
		Xn(a) && (s && (a.f |= 512), dt(a)), s && !c && (pt(a), rr(a));
	}
	if (gt?.has(e)) return gt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function rr(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (pt(r), rr(r));
	}
}
function ir(e) {
	if (e.v === A) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Mt.has(t) || t.f & 2 && ir(t)) return !0;
	return !1;
}
function ar(e) {
	var t = In;
	try {
		return In = !0, e();
	} finally {
		In = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var or = ["touchstart", "touchmove"];
function sr(e) {
	return or.includes(e);
}
// node_modules/svelte/src/internal/client/dev/css.js
var cr = Symbol("events"), lr = /* @__PURE__ */ new Set(), ur = /* @__PURE__ */ new Set();
function dr(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || gr.call(t, e), !e.cancelBubble) return $e(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, Ke(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function fr(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = dr(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && dn(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function G(e, t, n) {
	(t[cr] ??= {})[e] = n;
}
function pr(e) {
	for (var t = 0; t < e.length; t++) lr.add(e[t]);
	for (var n of ur) n(e);
}
var mr = null, hr = !1;
function gr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	mr = e, hr || (hr = !0, setTimeout(() => {
		hr = !1, mr = null;
	}));
	var s = 0, c = mr === e && e[cr];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[cr] = t;
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
		var d = Fn, f = U;
		Ln(null), Rn(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[cr]?.[r];
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
			e[cr] = t, delete e.currentTarget, Ln(d), Rn(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var _r = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function vr(e) {
	return _r?.createHTML(e) ?? e;
}
function yr(e) {
	var t = nn("template");
	return t.innerHTML = vr(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function br(e, t) {
	var n = U;
	n.nodes === null && (n.nodes = {
		start: e,
		end: t,
		a: null,
		t: null
	});
}
/*#__NO_SIDE_EFFECTS__*/
function K(e, t) {
	var n = !!(t & 1), r = !!(t & 2), i, a = !e.startsWith("<!>");
	return () => {
		if (j) return br(M, null), M;
		i === void 0 && (i = yr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Zt(i)));
		var t = r || Kt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Zt(t), s = t.lastChild;
			br(o, s);
		} else br(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function xr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (j) return br(M, null), M;
		if (!o) {
			var e = /* @__PURE__ */ Zt(yr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Zt(e);) o.appendChild(/* @__PURE__ */ Zt(e));
			else o = /* @__PURE__ */ Zt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Zt(t), r = t.lastChild;
			br(n, r);
		} else br(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function Sr(e, t) {
	return /* @__PURE__ */ xr(e, t, "svg");
}
function Cr(e = "") {
	if (!j) {
		var t = Xt(e + "");
		return br(t, t), t;
	}
	var n = M;
	return n.nodeType === 3 ? rn(n) : (n.before(n = Xt()), be(n)), br(n, n), n;
}
function wr() {
	if (j) return br(M, null), M;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Xt();
	return e.append(t, n), br(t, n), e;
}
function q(e, t) {
	if (j) {
		var n = U;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = M), xe();
	} else e !== null && e.before(t);
}
function Tr() {
	if (j && M && M.nodeType === 8 && M.textContent?.startsWith("$")) {
		let e = M.textContent.substring(1);
		return xe(), e;
	}
	return (window.__svelte ??= {}).uid ??= 1, `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function Er(e) {
	let t = 0, n = Pt(0), r;
	return () => {
		un() && (W(n), _n(() => (t === 0 && (r = ar(() => e(() => Bt(n)))), t += 1, () => {
			Ke(() => {
				--t, t === 0 && (r?.(), r = void 0, Bt(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Dr = C | w;
function Or(e, t, n, r) {
	new kr(e, t, n, r);
}
var kr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = j ? M : null;
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
	#m = Er(() => (this.#p = Pt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = U;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = U.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = vn(() => {
			if (j) {
				let e = we(this.#t);
				xe();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Dr), j && (this.#e = M);
	}
	#h() {
		try {
			this.#a = bn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		Ke(r), t && (this.#s = bn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? ve() : (t = !0, n && Le(), this.#s !== null && Dn(this.#s, () => {
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
					on(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (b | S)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = bn(() => e(this.#e)), Ke(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = Xt(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return bn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							on(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(I)) : this.#u === 0 && (this.#e.before(e), this.#c = null, Dn(this.#o, () => {
					this.#o = null;
				}), this.#x(I));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = bn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				jn(this.#a, e);
				let t = this.#n.pending;
				this.#o = bn(() => t(this.#e));
			} else this.#x(I);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		Xe(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = U, n = Fn, r = Re;
		Rn(this.#i), Ln(this.#i), ze(this.#i.ctx);
		try {
			return wt.ensure(), e();
		} finally {
			Rn(t), Ln(n), ze(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && Dn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, Ke(() => {
			this.#d = !1, this.#p && Rt(this.#p, this.#l);
		}));
	}
	get_effect_pending() {
		return this.#m(), W(this.#p);
	}
	error(e) {
		if (e === de || !this.#n.onerror && !this.#n.failed) throw e;
		I?.is_fork ? (this.#a && I.skip_effect(this.#a), this.#o && I.skip_effect(this.#o), this.#s && I.skip_effect(this.#s), I.oncommit(() => {
			this.#v() || this.#w(e);
		})) : this.#w(e);
	}
	#w(e) {
		this.#a &&= (wn(this.#a), null), this.#o &&= (wn(this.#o), null), this.#s &&= (wn(this.#s), null), j && (be(this.#t), Se(), be(Ce()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return bn(() => {
						var r = U;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return on(e, this.#i.parent), null;
				}
			}));
		};
		Ke(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					on(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => on(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function J(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[ce] ??= e.nodeValue) && (e[ce] = n, e.nodeValue = `${n}`);
}
function Ar(e, t) {
	return Mr(e, t);
}
var jr = /* @__PURE__ */ new Map();
function Mr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Yt();
	var l = void 0, u = mn(() => {
		var s = n ?? t.appendChild(Xt());
		Or(s, { pending: () => {} }, (t) => {
			Be({});
			var n = Re;
			if (o && (n.c = o), a && (i.$$events = a), j && br(t, null), l = e(t, i) || He(), j && (U.nodes.end = M, M === null || M.nodeType !== 8 || M.data !== "]")) throw ge(), de;
			Ve();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = sr(r);
					for (let e of [t, document]) {
						var a = jr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), jr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, gr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(lr)), ur.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = jr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, gr), r.delete(e), r.size === 0 && jr.delete(n)) : r.set(e, i);
			}
			ur.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return Nr.set(l, u), l;
}
var Nr = /* @__PURE__ */ new WeakMap();
function Pr(e, t) {
	let n = Nr.get(e);
	return n ? (Nr.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Fr = class {
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
			if (n) kn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (kn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (wn(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						jn(r, t), t.append(Xt()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else wn(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), Dn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (wn(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = I, r = tn();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Xt();
				i.append(a), this.#n.set(e, {
					effect: bn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, bn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else j && (this.anchor = M), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function Y(e, t, n = !1) {
	var r;
	j && (r = M, xe());
	var i = new Fr(e), a = n ? C : 0;
	function o(e, t) {
		if (j) {
			var n = we(r);
			if (e !== parseInt(n.substring(1))) {
				var a = Ce();
				be(a), i.anchor = a, ye(!1), i.ensure(e, t), ye(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	vn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Ir(e, t) {
	return t;
}
function Lr(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		Dn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Rr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			en(d), d.append(u), e.items.clear();
		}
		Rr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Rr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= E, jn(a, document.createDocumentFragment())) : wn(t[i], n);
	}
}
var zr;
function Br(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = j ? be(/* @__PURE__ */ Zt(u)) : u.appendChild(Xt());
	}
	j && xe();
	var d = null, f = /* @__PURE__ */ ct(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = W(f);
			_.fallback = d, Hr(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= E, Wr(d, null, c)) : kn(d) : Dn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: vn(() => {
			var e = W(f), t = e.length;
			let r = !1;
			j && we(c) === "[!" != (t === 0) && (c = Ce(), be(c), ye(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = I, v = tn(), y = 0; y < t; y += 1) {
				j && M.nodeType === 8 && M.data === "]" && (c = M, r = !0, ye(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && Rt(S.v, b), S.i && Rt(S.i, y), v && _.unskip_effect(S.e)) : (S = Ur(l, m ? c : zr ??= Xt(), b, x, y, o, n, i), m || (S.e.f |= E), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = bn(() => s(c)) : (d = bn(() => s(zr ??= Xt())), d.f |= E)), t > u.size && Oe("", "", ""), j && t > 0 && be(Ce()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && ye(!0), W(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, j && (c = M);
}
function Vr(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Hr(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Vr(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (kn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= E, _ === l) Wr(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), Gr(e, d, _), Gr(e, _, y), Wr(_, y, n), d = _, p = [], m = [], l = Vr(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Wr(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					Gr(e, S.prev, C.next), Gr(e, d, S), Gr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Wr(_, l, n), Gr(e, _.prev, _.next), Gr(e, _, d === null ? e.effect.first : d.next), Gr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Vr(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Vr(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Rr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Vr(l.next);
		var T = w.length;
		if (T > 0) {
			var D = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.fix();
			}
			Lr(e, w, D);
		}
	}
	o && Ke(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function Ur(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? Pt(n) : /* @__PURE__ */ Ft(n, !1, !1) : null, l = o & 2 ? Pt(i) : null;
	return {
		v: c,
		i: l,
		e: bn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Wr(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ Qt(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function Gr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
function Kr(e, t, n = !1, r = !1, i = !1, a = !1) {
	var o = e, s = "";
	if (n) {
		var c = e;
		j && (o = be(/* @__PURE__ */ Zt(c)));
	}
	H(() => {
		var e = U;
		if (s === (s = t() ?? "")) j && xe();
		else if (n && !j) e.nodes = null, c.innerHTML = s, s !== "" && br(/* @__PURE__ */ Zt(c), c.lastChild);
		else if (e.nodes !== null && (Tn(e.nodes.start, e.nodes.end), e.nodes = null), s !== "") {
			if (j) {
				for (var a = M.data, l = xe(), u = l; l !== null && (l.nodeType !== 8 || l.data !== "");) u = l, l = /* @__PURE__ */ Qt(l);
				if (l === null) throw ge(), de;
				br(M, u), o = be(l);
			} else {
				var d = nn(r ? "svg" : i ? "math" : "template", r ? pe : i ? me : void 0);
				d.innerHTML = s;
				var f = r || i ? d : d.content;
				if (br(/* @__PURE__ */ Zt(f), f.lastChild), r || i) for (; /* @__PURE__ */ Zt(f);) o.before(/* @__PURE__ */ Zt(f));
				else o.before(f);
			}
		}
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
function qr(e, t, n) {
	var r;
	j && (r = M, xe());
	var i = new Fr(e);
	vn(() => {
		var e = t() ?? null;
		if (j && we(r) === "[" != (e !== null)) {
			var a = Ce();
			be(a), i.anchor = a, ye(!1), i.ensure(e, e && ((t) => n(t, e))), ye(!0);
		} else i.ensure(e, e && ((t) => n(t, e)));
	}, C);
}
// node_modules/svelte/src/internal/client/dom/css.js
function Jr(e, t) {
	hn(() => {
		e = U?.parent?.nodes?.start ?? e;
		var n = e.getRootNode(), r = n.host ? n : n.head ?? n.ownerDocument.head;
		if (!r.querySelector("#" + t.hash)) {
			let e = nn("style");
			e.id = t.hash, e.textContent = t.code, r.appendChild(e);
		}
	});
}
// node_modules/svelte/src/internal/client/dom/elements/attachments.js
function Yr(e, t) {
	var n = void 0, r;
	yn(() => {
		n !== (n = t()) && (r &&= (wn(r), null), n && (r = bn(() => {
			hn(() => n(e));
		})));
	});
}
// node_modules/svelte/src/internal/shared/attributes.js
var Xr = [..." 	\n\r\f\xA0\v﻿"];
function Zr(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Xr.includes(r[o - 1])) && (s === r.length || Xr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function Qr(e, t, n, r, i, a) {
	var o = e[oe];
	if (j || o !== n || o === void 0) {
		var s = Zr(n, r, a);
		j && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[oe] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function $r(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function ei(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = ii(c);
			$r(c, i ? a.includes(l) : Wt(l, r));
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
function ti(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return _e();
		for (var i of t.options) i.selected = n.includes(ii(i));
	} else {
		for (i of t.options) if (Wt(ii(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function ni(e) {
	var t = new MutationObserver((t) => {
		t.every(ai) || ("__defaultValue" in e && ei(e, !1), "__value" in e && ti(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), dn(() => {
		t.disconnect();
	});
}
function ri(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet(), i = !0;
	et(e, "change", (t) => {
		var i = t ? "[selected]" : ":checked", a;
		if (e.multiple) a = [].map.call(e.querySelectorAll(i), ii);
		else {
			var o = e.querySelector(i) ?? e.querySelector("option:not([disabled])");
			a = o && ii(o);
		}
		n(a), e.__value = a, I !== null && r.add(I);
	}), hn(() => {
		var a = t();
		if (e === document.activeElement) {
			var o = I;
			if (r.has(o)) return;
		}
		if (ti(e, a, i), i && a === void 0) {
			var s = e.querySelector(":checked");
			s !== null && (a = ii(s), n(a));
		}
		e.__value = a, i = !1;
	});
}
function ii(e) {
	return "__value" in e ? e.__value : e.value;
}
function ai(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var oi = Symbol("is custom element"), si = Symbol("is html"), ci = ue ? "link" : "LINK", li = ue ? "progress" : "PROGRESS";
function ui(e) {
	if (j) {
		var t = !1, n = () => {
			if (!t) {
				if (t = !0, e.hasAttribute("value")) {
					var n = e.value;
					X(e, "value", null), e.value = n;
				}
				if (e.hasAttribute("checked")) {
					var r = e.checked;
					X(e, "checked", null), e.checked = r;
				}
			}
		};
		e[le] = n, Ke(n), Qe();
	}
}
function di(e, t) {
	var n = pi(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === li) && (e.value = t ?? "");
}
function fi(e, t) {
	var n = pi(e);
	n.checked !== (n.checked = t ?? void 0) && (e.checked = t);
}
function X(e, t, n, r) {
	var i = pi(e);
	if (!(j && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === ci))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[ie] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && hi(e).has(t) ? e[t] = n : (!j || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function pi(e) {
	return e[ae] ??= {
		[oi]: e.nodeName.includes("-"),
		[si]: e.namespaceURI === fe
	};
}
var mi = /* @__PURE__ */ new Map();
function hi(e) {
	var t = e.getAttribute("is") || e.nodeName, n = mi.get(t);
	if (n) return n;
	mi.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function gi(e, t) {
	return e === t || e?.[ne] === t;
}
function _i(e = He(), t, n, r) {
	var i = Re.r, a = U;
	return hn(() => {
		var o, s;
		return _n(() => {
			o = s, s = r?.() || [], ar(() => {
				gi(n(...s), e) || (t(e, ...s), o && gi(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && gi(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/universal.js
function vi(e, t, n, r, i) {
	var a = () => {
		r(n[e]);
	};
	n.addEventListener(t, a), i ? _n(() => {
		n[e] = i();
	}) : a(), (n === document.body || n === window || n === document) && dn(() => {
		n.removeEventListener(t, a);
	});
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var yi = !1;
function bi(e) {
	var t = yi;
	try {
		return yi = !1, [e(), yi];
	} finally {
		yi = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function xi(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ at(r), W(u)) : (l && (l = !1, c = s ? ar(r) : r), c);
	let f;
	if (o) {
		var p = ne in e || re in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = bi(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && Ne(t), f(m)));
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
	var v = !1, y = (n & 1 ? at : ct)(() => (v = !1, g()));
	o && W(y);
	var b = U;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? W(y) : i && o ? Ht(e) : e;
			return R(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return Nn && v || b.f & 16384 ? y.v : W(y);
	});
}
var Si = ".uplot,.uplot *,.uplot :before,.uplot :after{box-sizing:border-box}.uplot{width:min-content;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,Apple Color Emoji,Segoe UI Emoji,Segoe UI Symbol,Noto Color Emoji;line-height:1.5}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{-webkit-user-select:none;user-select:none;position:relative}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{width:100%;height:100%;display:block;position:relative}.u-axis{position:absolute}.u-legend{text-align:center;margin:auto;font-size:14px}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:\":\";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{pointer-events:none;background:#00000012;position:absolute}.u-cursor-x,.u-cursor-y{pointer-events:none;will-change:transform;position:absolute;top:0;left:0}.u-hz .u-cursor-x,.u-vt .u-cursor-y{border-right:1px dashed #607d8b;height:100%}.u-hz .u-cursor-y,.u-vt .u-cursor-x{border-bottom:1px dashed #607d8b;width:100%}.u-cursor-pt{pointer-events:none;will-change:transform;border:0 solid;border-radius:50%;position:absolute;top:0;left:0;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}", Ci = ":root,:host{--paper:#fff;--surface:#f4f5f7;--ink:#1c1f24;--muted:#5b626d;--line:#d4d8de;--accent:#0072b2;--warn:#b34700;color:var(--ink);background:var(--paper);font-family:system-ui,Noto Sans,DejaVu Sans,sans-serif;line-height:1.4}:root[data-theme=dark],:host([data-theme=dark]){--paper:#15181c;--surface:#1f242a;--ink:#eceef1;--muted:#a5adb8;--line:#39414b;--accent:#56b4e9;--warn:#f0a35e}body{margin:0}*,:before,:after{box-sizing:border-box}h1,h2{margin:0;font-size:1rem}table{border-collapse:collapse;font-variant-numeric:tabular-nums}.notice{border-left:4px solid var(--accent);background:var(--surface);margin:0;padding:.5rem .8rem}.notice.warning{border-color:var(--warn)}button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;min-height:2.1rem;padding:.3rem .6rem}button{cursor:pointer}button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}button.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}button:disabled,button.primary:disabled{color:var(--muted);background:var(--surface);border-color:var(--line);cursor:not-allowed}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}.hidden{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}", wi = 12, Ti = "NRN1", Ei = (e) => Math.ceil(e / 8) * 8;
function Di(e, t, n, r) {
	return t === "u8" ? new Uint8Array(e, n, r) : t === "f32" ? new Float32Array(e, n, r) : new Int32Array(e, n, r);
}
function Oi(e) {
	let t = new DataView(e);
	if (new TextDecoder().decode(new Uint8Array(e, 0, 4)) !== Ti) throw Error("this is no frame of the engine");
	let n = t.getUint32(4, !0), r = new TextDecoder().decode(new Uint8Array(e, wi, n)), { arrays: i, ...a } = JSON.parse(r), o = /* @__PURE__ */ new Map(), s = Ei(wi + n);
	for (let { name: t, type: n, shape: r } of i) {
		let i = r.reduce((e, t) => e * t, 1), a = Di(e, n, s, i);
		o.set(t, {
			values: a,
			shape: r
		}), s = Ei(s + a.byteLength);
	}
	return {
		facts: a,
		arrays: o
	};
}
// src/engine/transport.ts
var ki = "noron.lab.1", Ai = "noron-lab-key", ji = "noron-lab-session", Mi = 1e3, Ni = 3e4, Pi = "noron-lab", Fi = 300;
function Ii() {
	let e = new BroadcastChannel(Pi);
	return new Promise((t) => {
		let n = (n) => {
			e.close(), t(n);
		};
		e.onmessage = ({ data: e }) => {
			typeof e.key == "string" && n(e.key);
		}, e.postMessage({ wanted: !0 }), setTimeout(() => n(null), Fi);
	});
}
function Li() {
	let e = new BroadcastChannel(Pi);
	e.onmessage = ({ data: t }) => {
		let n = sessionStorage.getItem(Ai);
		t.wanted === !0 && n !== null && e.postMessage({ key: n });
	};
}
function Ri(e) {
	let t, n = Mi, r = !1;
	function i() {
		let o = sessionStorage.getItem(Ai) ?? "", s = sessionStorage.getItem(ji), c = [ki, `key.${o}`];
		s !== null && c.push(`session.${s}`), t = new WebSocket(`ws://${location.host}/ws`, c), t.binaryType = "arraybuffer", t.onopen = () => {
			n = Mi, e.opened();
		}, t.onmessage = (t) => {
			typeof t.data == "string" && a(t.data), e.received(t.data);
		}, t.onclose = () => {
			r || (e.lost("lost"), setTimeout(i, n), n = Math.min(2 * n, Ni));
		};
	}
	function a(e) {
		let t = JSON.parse(e);
		t.t === "session" && (t.key !== void 0 && sessionStorage.setItem(Ai, t.key), t.name !== void 0 && sessionStorage.setItem(ji, t.name));
	}
	async function o() {
		if (sessionStorage.getItem(Ai) === null) {
			let t = await Ii();
			if (t === null) {
				e.lost("no_key");
				return;
			}
			sessionStorage.setItem(Ai, t);
		}
		Li(), i();
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
var zi = [
	1,
	5,
	20,
	100,
	1e3
], Bi = 4096, Vi = [
	"output",
	"units",
	"weights"
], Hi = class {
	#e = /* @__PURE__ */ L("connecting");
	get status() {
		return W(this.#e);
	}
	set status(e) {
		R(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ L(null);
	get welcome() {
		return W(this.#t);
	}
	set welcome(e) {
		R(this.#t, e);
	}
	#n = /* @__PURE__ */ L(null);
	get state() {
		return W(this.#n);
	}
	set state(e) {
		R(this.#n, e);
	}
	#r = /* @__PURE__ */ L(null);
	get facts() {
		return W(this.#r);
	}
	set facts(e) {
		R(this.#r, e);
	}
	#i = /* @__PURE__ */ L(/* @__PURE__ */ new Map());
	get frame() {
		return W(this.#i);
	}
	set frame(e) {
		R(this.#i, e);
	}
	#a = /* @__PURE__ */ L(null);
	get dataFacts() {
		return W(this.#a);
	}
	set dataFacts(e) {
		R(this.#a, e);
	}
	#o = /* @__PURE__ */ L(/* @__PURE__ */ new Map());
	get data() {
		return W(this.#o);
	}
	set data(e) {
		R(this.#o, e);
	}
	#s = /* @__PURE__ */ L(null);
	get refused() {
		return W(this.#s);
	}
	set refused(e) {
		R(this.#s, e);
	}
	#c = /* @__PURE__ */ L(null);
	get diverged() {
		return W(this.#c);
	}
	set diverged(e) {
		R(this.#c, e);
	}
	#l = /* @__PURE__ */ L(null);
	get shared() {
		return W(this.#l);
	}
	set shared(e) {
		R(this.#l, e);
	}
	#u = /* @__PURE__ */ L([]);
	get curve() {
		return W(this.#u);
	}
	set curve(e) {
		R(this.#u, e);
	}
	#d = /* @__PURE__ */ L(0);
	get framesPerSecond() {
		return W(this.#d);
	}
	set framesPerSecond(e) {
		R(this.#d, e, !0);
	}
	#f = /* @__PURE__ */ L(null);
	get ended() {
		return W(this.#f);
	}
	set ended(e) {
		R(this.#f, e);
	}
	#p = /* @__PURE__ */ L(null);
	get speed() {
		return W(this.#p);
	}
	set speed(e) {
		R(this.#p, e, !0);
	}
	#m = /* @__PURE__ */ L(null);
	get pinned() {
		return W(this.#m);
	}
	set pinned(e) {
		R(this.#m, e);
	}
	#h = /* @__PURE__ */ L(!1);
	get keptWeights() {
		return W(this.#h);
	}
	set keptWeights(e) {
		R(this.#h, e, !0);
	}
	#g = /* @__PURE__ */ L(null);
	get loading() {
		return W(this.#g);
	}
	set loading(e) {
		R(this.#g, e);
	}
	#_ = /* @__PURE__ */ L(!1);
	get isRecording() {
		return W(this.#_);
	}
	set isRecording(e) {
		R(this.#_, e, !0);
	}
	#v = /* @__PURE__ */ L(!1);
	get tookOver() {
		return W(this.#v);
	}
	set tookOver(e) {
		R(this.#v, e, !0);
	}
	#y = /* @__PURE__ */ L("");
	get reason() {
		return W(this.#y);
	}
	set reason(e) {
		R(this.#y, e, !0);
	}
	page;
	#b;
	#x = 0;
	#S = !1;
	#C = null;
	#w = 0;
	#T = 0;
	#E = performance.now();
	#D = Vi;
	link;
	#O = /* @__PURE__ */ new Map();
	constructor(e, t = "", n = Ri) {
		this.page = e, this.link = t, this.#b = n({
			opened: () => this.#M(),
			received: (e) => this.#N(e),
			lost: (e, t = "") => {
				this.status = e, this.reason = t;
			},
			loading: (e, t) => {
				this.loading = {
					percent: e,
					what: t
				};
			},
			recorded: (e) => this.#j(e)
		}), requestAnimationFrame(() => this.#z());
	}
	send(e, t = {}) {
		return this.#x += 1, this.#b.send(JSON.stringify({
			t: e,
			id: this.#x,
			...t
		})), this.#x;
	}
	ask(e, t = {}) {
		let n = this.send(e, t);
		return new Promise((e, t) => {
			this.#O.set(n, {
				done: e,
				refused: t
			});
		});
	}
	askPictures(e, t = {}) {
		let n = this.send(e, t);
		return new Promise((e, t) => {
			this.#O.set(n, {
				done: e,
				refused: t
			});
		});
	}
	show(e, t) {
		this.page !== e && (this.page = e, this.link = t, this.#k(), this.status === "ready" && this.#P());
	}
	open(e) {
		this.link = e, this.status === "ready" || this.loading === null ? this.send("open", { link: e }) : this.#k();
	}
	#k() {
		this.#S = !1, this.isRecording = this.tookOver = !1, this.state = null, this.facts = null, this.frame = /* @__PURE__ */ new Map(), this.data = /* @__PURE__ */ new Map(), this.dataFacts = null, this.refused = this.diverged = this.ended = this.shared = null, this.pinned = null, this.curve = [], this.keptWeights = !1;
	}
	change(e, t = "none") {
		let { format: n, ...r } = this.state?.recipe ?? {};
		this.keptWeights = t === "overlap" && (this.keptWeights || (this.facts?.step ?? 0) > 0), this.send("recipe", {
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
		this.send(this.isRunning ? "pause" : "run", this.isRunning ? {} : this.#A());
	}
	setSpeed(e) {
		this.speed = e, this.isRunning && this.send("run", this.#A());
	}
	changeSpeed(e) {
		let t = [...zi, null], n = t.indexOf(this.speed);
		this.setSpeed(t[Math.max(0, Math.min(t.length - 1, n + e))] ?? null);
	}
	#A() {
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
	see(e = Vi) {
		this.#D = e, this.send("see", {
			views: e,
			credits: 1
		});
	}
	#j(e) {
		if (this.page !== "playground" || this.link) return;
		if (typeof e != "string") {
			this.isRecording && this.#R(e);
			return;
		}
		let t = JSON.parse(e);
		t.t === "welcome" && (this.welcome = t), t.t === "state" && (this.state = t, this.isRecording = !0);
	}
	#M() {
		this.send("hello", { protocol: 1 });
	}
	#N(e) {
		if (typeof e != "string") {
			this.#L(e);
			return;
		}
		let t = JSON.parse(e), n = this.#O.get(t.id);
		if (!(n && (this.#O.delete(t.id), t.t === "refused" ? n.refused(t) : n.done(t), t.t !== "state"))) switch (t.t) {
			case "full":
				this.status = "full";
				break;
			case "welcome":
				this.welcome = t, this.status = "ready", this.#P();
				break;
			case "state":
				this.#I(t);
				break;
			case "refused":
				this.refused = t;
				break;
			case "ended":
				this.ended = t, this.#F();
				break;
			case "diverged":
				this.diverged = t, this.#F();
				break;
			case "shared": this.shared = t;
		}
	}
	#P() {
		this.loading = null, this.#C = null, this.send("see", {
			views: this.#D,
			credits: 3
		}), this.ask("show", { page: this.page }).then(({ has_network: e }) => {
			this.#S = !0, e || this.open(this.link);
		});
	}
	#F() {
		this.state !== null && (this.state = {
			...this.state,
			running: !1,
			ended: !0
		});
	}
	#I(e) {
		let t = this.state;
		t !== null && e.step < t.step && (this.curve = this.curve.filter((t) => t.step <= e.step)), this.state = e, this.refused = this.loading = null, this.isRecording && (this.tookOver = !0, this.facts = null), this.isRecording = !1, e.ended || (this.diverged = this.ended = null);
	}
	#L(e) {
		if (new TextDecoder().decode(new Uint8Array(e, 12, 24)).includes("\"pictures\"")) {
			let t = Oi(e), n = Number(t.facts.id);
			this.#O.get(n)?.done(t), this.#O.delete(n);
		} else this.#S ? this.#R(e) && (this.#w += 1) : this.send("see", { credits: 1 });
	}
	#R(e) {
		if (new TextDecoder().decode(new Uint8Array(e, 12, 24)).includes("\"data\"")) {
			let { facts: t, arrays: n } = Oi(e);
			return this.dataFacts = t, this.data = n, this.curve = [], !1;
		}
		return this.#C = e, !0;
	}
	#z() {
		if (requestAnimationFrame(() => this.#z()), this.#B(), this.#C === null) return;
		let { facts: e, arrays: t } = Oi(this.#C);
		this.#C = null, this.facts = e, this.frame = t, this.#V(this.facts), this.#T += 1, this.send("see", { credits: this.#w }), this.#w = 0;
	}
	#B() {
		let e = performance.now();
		e - this.#E < 1e3 || (this.framesPerSecond = Math.round(1e3 * this.#T / (e - this.#E)), this.#T = 0, this.#E = e);
	}
	#V(e) {
		let t = e.train?.loss ?? e.batch_loss, n = {
			step: e.step,
			train: t,
			heldOut: e.held_out?.loss ?? null
		}, r = this.curve.filter((e) => e.step < n.step);
		this.curve = Ui([...r, n]);
	}
};
function Ui(e, t = Bi) {
	return e.length <= t ? e : e.filter((t, n) => n % 2 == 0 || n === e.length - 1);
}
var Wi = {
	digits_page: "Digits",
	digits_start: "Start with handwritten digits",
	digits_other_data: "This page shows networks that read handwritten digits; these data are others.",
	digits_look: "A network learns to read handwritten digits (MNIST, 28 × 28 pixels). Train it, then draw a digit of your own, look at its mistakes, and see what its units look for.",
	digits_train: "Train",
	digits_network: "Network",
	digits_network_32: "784-32-10",
	"digits_network_128,64": "784-128-64-10",
	digits_rows: "Digits",
	digits_rows_all: "all 60,000",
	digits_right: "of digits held out are read rightly: {right} of {rows}",
	digits_right_train: "of the training digits are read rightly: {right} of {rows}",
	digits_lost: "Without the silent units ({silent}): {now} are read rightly. With all units: {whole}.",
	digits_curve: "Share of digits read rightly: {from} at first, {to} at step {step}",
	digits_steps: "steps {from} to {to}",
	digits_mistakes: "What it takes for what",
	digits_matrix: "How often each digit (down) is read as each digit (across). Choose a cell to see its images.",
	digits_truth: "true digit",
	digits_cell: "{n} times {truth} read as {given}",
	digits_of_cell: "{truth} read as {given}: {n}",
	digits_all_wrong: "All mistakes",
	digits_most_wrong: "Most wrongly read, of {n} mistakes",
	digits_first: "The {n} about which the network is surest.",
	digits_read_as: "a {truth} read as {given}, {share}",
	digits_weights: "Weights of the first layer",
	digits_weights_look: "One image for each unit: ink on blue raises its sum, ink on orange lowers it. Choose a unit; move the slider to see how its weights grew.",
	digits_weights_now: "Now: step {step}, epoch {epoch}",
	digits_weights_at: "Then: step {step}, epoch {epoch}",
	digits_unit_weights: "Unit {n}, weights up to {size}",
	digits_unit_silent: "Unit {n}, silent, weights up to {size}",
	digits_unit: "Unit {n} of hidden layer {layer}",
	digits_layer: "Hidden layer",
	digits_layer_n: "{n}: {width} units",
	digits_unit_n: "Unit",
	digits_silence: "Silence this unit",
	digits_wake: "Let it speak again",
	digits_wake_all: "Let all {n} speak again",
	digits_silence_look: "A silent unit counts as 0 in all that this page shows: see what the network loses without it. Training goes on with it.",
	digits_strongest: "The ten digits that it answers most",
	digits_strong: "a {truth}, output {output}",
	digits_draw: "Draw a digit",
	digits_draw_look: "Draw a digit from 0 to 9. The network reads it while you draw.",
	digits_pad: "Drawing pad",
	digits_pad_keys: "Keys: arrows move, Space puts or removes ink, Shift with an arrow draws a line, Delete clears.",
	digits_clear: "Clear",
	digits_at_ink: "row {row}, column {column}, ink",
	digits_at_paper: "row {row}, column {column}, empty",
	digits_answer: "It reads a {digit}, {share}",
	digits_score: "{digit}: {share}, score {score}",
	digits_given: "What the network gets: 28 × 28, centred",
	digits_given_text: "Your digit as the network gets it, 28 by 28 pixels, centred",
	digits_saliency: "What the score of {digit} hangs on: more ink on blue raises it, on orange lowers it",
	digits_saliency_text: "More ink raises the score of {digit} most at {more}, and lowers it most at {less}",
	digits_place: "row {row}, column {column}"
}, Gi = {
	engine_recording: "This is a recording of a network that learns. Its buttons work as soon as the engine is here, in this browser.",
	engine_recording_percent: "Recording; the engine is loading {percent} %",
	engine_percent: "The engine is loading {percent} %",
	engine_loading_python: "Python is on its way.",
	engine_loading_packages: "NumPy and noron are on their way.",
	engine_loading_start: "Python and NumPy are starting.",
	engine_loading_noron: "noron is starting.",
	engine_ready: "The engine is here: the recording has ended, and this network is yours. Press Run.",
	engine_no_wasm: "This browser cannot run the engine: it has no WebAssembly, or is too old. Open this page in a current Firefox, Chrome, Edge or Safari.",
	engine_not_started: "The engine could not be started ({reason}). Check the connection to the network and load this page again.",
	engine_own_machine: "Or run it on your own machine: pip install 'noron[lab]', then noron lab.",
	engine_here: "Engine: noron in this browser (WebAssembly)",
	engine_loading_digits: "The digits are on their way: 9 MB, once."
}, Ki = {
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
	functions_gradient: "Size of dL/dz",
	functions_weight_gradient: "Gradient of the weights",
	functions_by_activation: "× slope",
	functions_by_weights: "× weights",
	functions_moved: "Way of the weights",
	functions_columns: "The bars of the activations and of the gradient go from 10⁻¹⁰ to 10¹⁰; the mark in the middle is 1.",
	functions_columns_share: "Each bar is a share of the longest one in its column.",
	functions_columns_all: "The gradient is dL/dz of a layer: how much the loss depends on its sums. One layer down it is multiplied by the weights of the layer above and by the slope of the layer itself; times the activations that come in, and summed over the rows, it is the gradient of the weights. How much the activations differ from row to row: near 0, the layer answers the same whatever comes in; once the network has learnt to guess, the derivatives of its rows then cancel, and the gradient of the weights is near 0 in every layer. The way of the weights is how far they are from their first values, in percent of their size.",
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
}, qi = {
	page_glass: "Under glass",
	glass_batch: "The batch",
	glass_first_row: "First row",
	glass_rows: "Rows (1 to 16)",
	glass_stages: "The step, stage by stage",
	glass_forward: "Forward: layer {n}, {name}",
	glass_backward: "Back: layer {n}, {name}",
	glass_forward_inputs: "Forward: inputs, {name}",
	glass_backward_inputs: "Back: inputs, {name}",
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
	glass_learnt: "This network gets nearly all training rows right, so its derivatives are near 0. With the first weights they are larger.",
	glass_letters: "Here {letters}.",
	glass_corner: "the first 16 × 16 of it",
	glass_source: "What has just run",
	glass_no_source: "Nothing is calculated here: these are the rows.",
	glass_given: "{name} comes from a stage before this one.",
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
	glass_text_backward_dense: "dW is short for dL/dW: how the loss changes with each weight. It is what went in, x, times the derivative dy of what came out, summed over the rows. Choose a number to see how it comes about.",
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
	glass_rows_title: "The rows",
	glass_sum: "sum",
	glass_mean: "mean",
	glass_planted: "The planted fault: {fault}.",
	glass_check_worst: "{weight}: the backward pass says {backward}, differences say {differences}.",
	glass_verdict: "same or not",
	glass_same: "the same",
	glass_different: "different",
	glass_fault_here: "The planted fault",
	glass_no_source_here: "No formula of noron runs here.",
	glass_text_forward_batch_norm: "Each column gets mean 0 and variance 1 over the rows of this batch (μ and σ²), then a learnt scale γ and shift β. The running statistics are for later predictions.",
	glass_text_backward_batch_norm: "μ and σ² depend on all rows, so the derivative of one row has a part from each other row.",
	glass_text_forward_layer_norm: "Each row gets mean 0 and variance 1 over its units (μ and σ²), then a learnt scale γ and shift β.",
	glass_text_backward_layer_norm: "μ and σ² depend on all units of a row, so the derivative of one unit has a part from each other unit.",
	glass_text_forward_dropout: "Some numbers become 0 (dropped); the others grow, so that the mean stays. Here the same ones are dropped each time.",
	glass_text_backward_dropout: "What was dropped passes nothing back; the rest is multiplied by the same factor.",
	glass_text_forward_standardize: "Each column is brought to mean 0 and deviation 1 by the training rows, once and for all.",
	glass_text_backward_standardize: "The derivative is divided by the deviation of its column.",
	glass_text_forward_softmax: "Each row becomes shares that add up to 1.",
	glass_text_backward_softmax: "Each share depends on all numbers of its row, so each derivative has a part from all of them.",
	fault_transpose_forgotten: "dense: dW put into shape, not transposed",
	fault_stale_statistics: "batch normalization: running statistics in place of the batch's",
	fault_statistics_constant: "batch normalization: μ and σ² as if they were constant",
	fault_scale_not_summed: "batch normalization: γ gets the mean, not the sum",
	glass_key_next: "the next stage of the step",
	glass_key_back: "the stage before"
}, Ji = {
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
}, Yi = {
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
	held_out_text: "Points with a white middle are held out: the network never learns from them, so they tell how it does with new ones.",
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
	stalled: "The network is hardly better than guessing, and its loss rests. In a network of {n} hidden layers the gradient may vanish on its way back to the first ones.",
	stalled_why: "See the gradient in {n} layers of {name}",
	mixed: "different in each layer",
	speed: "Steps a second",
	speed_most: "no limit",
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
	kept_weights: "Layers that fit keep the weights that they have learnt, and Rewind goes back to these.",
	new_weights: "New weights",
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
}, Xi = {
	runs_page: "Runs",
	runs_none: "No runs are stored here yet. This command makes one:",
	runs_filter: "Filter",
	runs_apply: "Show",
	runs_with_hidden: "hidden ones too",
	runs_deleted: "deleted ones",
	runs_shown: "{n} of {total} runs",
	runs_newer: "Newer",
	runs_older: "Older",
	runs_columns: "Columns",
	runs_table: "Stored runs",
	runs_choose: "Choose",
	runs_choose_run: "Choose run {run}",
	runs_choose_none: "Choose none",
	runs_baseline: "Baseline",
	runs_pin: "Compare with run {run}",
	runs_actions: "What to do with the chosen runs",
	runs_chosen: "{n} chosen",
	runs_tag: "Tag",
	runs_tag_put: "Put on",
	runs_tag_remove: "Take off",
	runs_show_again: "Show again",
	runs_hide: "Hide",
	runs_bring_back: "Bring back",
	runs_delete: "Delete",
	runs_gone: "{n} runs are out of the list.",
	runs_undo: "Undo",
	runs_repeat: "To train it again, bit for bit:",
	runs_open: "Open in the Playground",
	runs_note: "Note",
	runs_note_keep: "Keep the note",
	runs_comparison: "What differs",
	runs_what: "Setting or result",
	runs_run: "run {run}",
	runs_same: "All settings are the same.",
	runs_curves: "Learning curves",
	runs_measure: "Measure",
	runs_chart_text: "{measure} of the chosen runs, epoch by epoch; the numbers stand below",
	runs_pick_hint: "Click on a line to see which run it is. A band goes from the lowest to the highest of runs that differ in the seed alone.",
	runs_picked: "This line is run {run}.",
	runs_leave_out: "Leave it out",
	runs_line: "run {run}: {measure} {value}"
}, Zi = {
	save: "Save",
	save_files: "As a file",
	save_recipe: "Recipe (TOML)",
	save_recipe_hint: "all settings; noron train reads it",
	save_curve: "Loss curve (CSV)",
	save_curve_hint: "step, training loss, held-out loss",
	save_picture: "Output and curve (SVG)",
	save_picture_hint: "a picture with the recipe inside",
	save_png: "The same as pixels (PNG)",
	save_png_hint: "for slides and documents",
	save_code: "As a program",
	save_code_hint: "It makes the same data and weights, takes the same steps, and prints the losses you see.",
	save_code_title: "This run in {name}",
	save_copy: "Copy",
	save_copied: "Copied",
	save_download: "Download {name}",
	save_by_hand: "The browser does not let this page copy: select the text and copy it.",
	save_refused: "{name} cannot repeat this run.",
	save_caption: "{data}, step {step}, training loss {train}, held-out loss {held_out}",
	refused_no_program: "This library lacks something that the network needs."
}, Qi = {
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
	link_unknown: "The link has {what}, which this page does not know. The rest of it was taken.",
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
	refused_no_file: "The file is not here: choose it.",
	key_speed: "slower, faster",
	refused_no_text: "The request holds half of a letter; nothing has changed."
}, $i = {
	digits_page: "Chữ số",
	digits_start: "Bắt đầu với chữ số viết tay",
	digits_other_data: "Trang này dành cho mạng đọc chữ số viết tay; dữ liệu hiện tại là loại khác.",
	digits_look: "Mạng học đọc chữ số viết tay (MNIST, 28 × 28 điểm ảnh). Hãy huấn luyện mạng, rồi tự vẽ một chữ số, xem mạng đọc sai ở đâu và mỗi nơ-ron tìm kiếm điều gì.",
	digits_train: "Huấn luyện",
	digits_network: "Mạng",
	digits_network_32: "784–32–10",
	"digits_network_128,64": "784–128–64–10",
	digits_rows: "Số ảnh",
	digits_rows_all: "tất cả 60.000",
	digits_right: "chữ số giữ lại được đọc đúng: {right} trên {rows}",
	digits_right_train: "chữ số huấn luyện được đọc đúng: {right} trên {rows}",
	digits_lost: "Khi tắt nơ-ron ({silent}): {now} được đọc đúng. Khi đủ mọi nơ-ron: {whole}.",
	digits_curve: "Tỉ lệ chữ số đọc đúng: lúc đầu {from}, ở bước {step} là {to}",
	digits_steps: "bước {from} đến {to}",
	digits_mistakes: "Mạng nhầm chữ số nào với chữ số nào",
	digits_matrix: "Số lần mỗi chữ số (theo hàng) được đọc thành mỗi chữ số (theo cột). Chọn một ô để xem các ảnh của ô đó.",
	digits_truth: "chữ số thật",
	digits_cell: "{n} lần số {truth} được đọc là {given}",
	digits_of_cell: "Số {truth} được đọc là {given}: {n}",
	digits_all_wrong: "Mọi lỗi",
	digits_most_wrong: "Sai rõ nhất, trong {n} lỗi",
	digits_first: "{n} ảnh mà mạng tin chắc nhất.",
	digits_read_as: "số {truth} đọc là {given}, {share}",
	digits_weights: "Trọng số của lớp đầu tiên",
	digits_weights_look: "Mỗi nơ-ron một ảnh: nét mực trên vùng xanh làm tổng của nó tăng, trên vùng cam làm giảm. Hãy chọn một nơ-ron; kéo thanh trượt để xem trọng số hình thành ra sao.",
	digits_weights_now: "Hiện tại: bước {step}, epoch {epoch}",
	digits_weights_at: "Khi đó: bước {step}, epoch {epoch}",
	digits_unit_weights: "Nơ-ron {n}, trọng số lớn nhất {size}",
	digits_unit_silent: "Nơ-ron {n}, đang tắt, trọng số lớn nhất {size}",
	digits_unit: "Nơ-ron {n} của lớp ẩn {layer}",
	digits_layer: "Lớp ẩn",
	digits_layer_n: "{n}: {width} nơ-ron",
	digits_unit_n: "Nơ-ron",
	digits_silence: "Tắt nơ-ron này",
	digits_wake: "Bật lại nơ-ron này",
	digits_wake_all: "Bật lại tất cả ({n})",
	digits_silence_look: "Nơ-ron bị tắt được tính là 0 trong mọi thứ trang này hiển thị: hãy xem mạng mất gì khi thiếu nó. Việc huấn luyện vẫn dùng nơ-ron đó.",
	digits_strongest: "Mười chữ số làm nó phản ứng mạnh nhất",
	digits_strong: "số {truth}, đầu ra {output}",
	digits_draw: "Vẽ một chữ số",
	digits_draw_look: "Hãy vẽ một chữ số từ 0 đến 9. Mạng đọc ngay trong lúc bạn vẽ.",
	digits_pad: "Bảng vẽ",
	digits_pad_keys: "Phím: mũi tên để di chuyển, phím cách để tô hoặc xoá, Shift cùng mũi tên để vẽ nét, Delete để xoá hết.",
	digits_clear: "Xoá hết",
	digits_at_ink: "hàng {row}, cột {column}, có mực",
	digits_at_paper: "hàng {row}, cột {column}, trống",
	digits_answer: "Mạng đọc là số {digit}, {share}",
	digits_score: "{digit}: {share}, điểm số {score}",
	digits_given: "Ảnh mạng nhận được: 28 × 28, đã căn giữa",
	digits_given_text: "Chữ số của bạn như mạng nhận được, 28 × 28 điểm ảnh, đã căn giữa",
	digits_saliency: "Điểm số của {digit} phụ thuộc vào đâu: thêm mực ở vùng xanh làm tăng, ở vùng cam làm giảm",
	digits_saliency_text: "Thêm mực làm điểm số của {digit} tăng nhiều nhất ở {more}, giảm nhiều nhất ở {less}",
	digits_place: "hàng {row}, cột {column}"
}, ea = {
	engine_recording: "Đây là bản ghi lại một mạng đang học. Các nút sẽ dùng được ngay khi engine sẵn sàng trong trình duyệt này.",
	engine_recording_percent: "Bản ghi; engine đang tải {percent} %",
	engine_percent: "Engine đang tải {percent} %",
	engine_loading_python: "Đang tải Python.",
	engine_loading_packages: "Đang tải NumPy và noron.",
	engine_loading_start: "Python và NumPy đang khởi động.",
	engine_loading_noron: "noron đang khởi động.",
	engine_ready: "Engine đã sẵn sàng: bản ghi đã hết, từ đây là mạng của bạn. Hãy bấm Chạy.",
	engine_no_wasm: "Trình duyệt này không chạy được engine vì không có WebAssembly hoặc đã quá cũ. Hãy mở trang này bằng Firefox, Chrome, Edge hoặc Safari bản mới.",
	engine_not_started: "Không khởi động được engine ({reason}). Hãy kiểm tra kết nối mạng rồi tải lại trang này.",
	engine_own_machine: "Hoặc chạy trên máy của bạn: pip install 'noron[lab]', rồi noron lab.",
	engine_here: "Engine: noron chạy ngay trong trình duyệt này (WebAssembly)",
	engine_loading_digits: "Đang tải các chữ số: 9 MB, chỉ một lần."
}, ta = {
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
	functions_gradient: "Độ lớn của dL/dz",
	functions_weight_gradient: "Gradient của trọng số",
	functions_by_activation: "× độ dốc",
	functions_by_weights: "× trọng số",
	functions_moved: "Trọng số đã dời",
	functions_columns: "Thanh của đầu ra và của gradient đi từ 10⁻¹⁰ đến 10¹⁰; vạch ở giữa là 1.",
	functions_columns_share: "Mỗi thanh là tỉ lệ so với thanh dài nhất trong cột.",
	functions_columns_all: "Gradient ở đây là dL/dz của tầng: mất mát phụ thuộc vào các tổng của tầng ấy bao nhiêu. Xuống một tầng, nó được nhân với trọng số của tầng trên và với độ dốc của chính tầng ấy; nhân với đầu vào của tầng rồi cộng qua các mẫu thì thành gradient của trọng số. Cột khác nhau giữa các mẫu: gần 0 thì tầng ấy trả lời như nhau dù đầu vào là gì; khi mạng đã học được cách đoán, đạo hàm của các mẫu triệt tiêu lẫn nhau và gradient của trọng số gần bằng 0 ở mọi tầng. Cột cuối cho biết trọng số đã cách giá trị ban đầu bao xa, tính theo phần trăm độ lớn của chúng.",
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
}, na = {
	page_glass: "Dưới kính",
	glass_batch: "Lô dữ liệu",
	glass_first_row: "Hàng đầu tiên",
	glass_rows: "Số hàng (1 đến 16)",
	glass_stages: "Một bước, từng chặng",
	glass_forward: "Tiến: tầng {n}, {name}",
	glass_backward: "Lùi: tầng {n}, {name}",
	glass_forward_inputs: "Tiến: đầu vào, {name}",
	glass_backward_inputs: "Lùi: đầu vào, {name}",
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
	glass_learnt: "Mạng này đã đúng gần hết các hàng huấn luyện nên các đạo hàm gần bằng 0. Với trọng số ban đầu, chúng lớn hơn.",
	glass_letters: "Ở đây {letters}.",
	glass_corner: "16 × 16 số đầu tiên",
	glass_source: "Đoạn mã vừa chạy",
	glass_no_source: "Ở đây không tính gì: đây là các hàng dữ liệu.",
	glass_given: "{name} có từ một bước trước bước này.",
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
	glass_text_backward_dense: "dW viết tắt của dL/dW: mất mát thay đổi ra sao theo từng trọng số. Nó là đầu vào x nhân với đạo hàm dy của đầu ra, cộng lại qua các mẫu. Hãy chọn một số để xem nó được tính thế nào.",
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
	glass_rows_title: "Các hàng",
	glass_sum: "tổng",
	glass_mean: "trung bình",
	glass_planted: "Lỗi đã cài: {fault}.",
	glass_check_worst: "{weight}: lượt lùi cho {backward}, sai phân cho {differences}.",
	glass_verdict: "có khớp không",
	glass_same: "khớp",
	glass_different: "lệch",
	glass_fault_here: "Lỗi đã cài",
	glass_no_source_here: "Chặng này không chạy công thức nào của noron.",
	glass_text_forward_batch_norm: "Mỗi cột được đưa về trung bình 0 và phương sai 1 theo các hàng của lô này (μ và σ²), rồi nhân hệ số γ và cộng độ dời β học được. Thống kê tích lũy chỉ dùng khi dự đoán.",
	glass_text_backward_batch_norm: "μ và σ² phụ thuộc mọi hàng, nên đạo hàm của một hàng có phần đóng góp từ các hàng khác.",
	glass_text_forward_layer_norm: "Mỗi hàng được đưa về trung bình 0 và phương sai 1 theo các nơ-ron của nó (μ và σ²), rồi nhân hệ số γ và cộng độ dời β học được.",
	glass_text_backward_layer_norm: "μ và σ² phụ thuộc mọi nơ-ron của một hàng, nên đạo hàm của một nơ-ron có phần đóng góp từ các nơ-ron khác.",
	glass_text_forward_dropout: "Một số giá trị thành 0 (bị bỏ); các giá trị còn lại tăng lên để giữ nguyên trung bình. Ở đây lần nào cũng bỏ cùng những giá trị ấy.",
	glass_text_backward_dropout: "Giá trị bị bỏ không truyền gì về; phần còn lại nhân với cùng hệ số.",
	glass_text_forward_standardize: "Mỗi cột được đưa về trung bình 0 và độ lệch chuẩn 1 theo các hàng huấn luyện, chỉ tính một lần.",
	glass_text_backward_standardize: "Đạo hàm được chia cho độ lệch chuẩn của cột.",
	glass_text_forward_softmax: "Mỗi hàng thành các tỉ lệ có tổng bằng 1.",
	glass_text_backward_softmax: "Mỗi tỉ lệ phụ thuộc mọi số trong hàng, nên mỗi đạo hàm có phần đóng góp từ tất cả.",
	fault_transpose_forgotten: "dense: dW chỉ đổi khuôn chứ không chuyển vị",
	fault_stale_statistics: "chuẩn hóa theo lô: dùng thống kê tích lũy thay cho thống kê của lô",
	fault_statistics_constant: "chuẩn hóa theo lô: coi μ và σ² là hằng số",
	fault_scale_not_summed: "chuẩn hóa theo lô: γ lấy trung bình thay vì tổng",
	glass_key_next: "chặng tiếp theo của bước",
	glass_key_back: "chặng trước đó"
}, ra = {
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
}, ia = {
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
	held_out_text: "Điểm có tâm trắng là điểm giữ lại: mạng không bao giờ học từ chúng, nên chúng cho biết mạng trả lời ra sao với điểm mới.",
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
	stalled: "Mạng vẫn gần như chỉ đoán mò và mất mát không giảm nữa. Trong một mạng có {n} tầng ẩn, gradient có thể triệt tiêu trên đường về các tầng đầu.",
	stalled_why: "Xem gradient đi qua {n} tầng {name}",
	mixed: "khác nhau ở mỗi tầng",
	speed: "Số bước mỗi giây",
	speed_most: "không giới hạn",
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
	kept_weights: "Các tầng còn khớp giữ trọng số đã học, và Tua lại đưa về các trọng số ấy.",
	new_weights: "Trọng số mới",
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
}, aa = {
	runs_page: "Lượt chạy",
	runs_none: "Chưa có lượt chạy nào được lưu ở đây. Lệnh này tạo một lượt:",
	runs_filter: "Lọc",
	runs_apply: "Hiện",
	runs_with_hidden: "cả những lượt đã ẩn",
	runs_deleted: "những lượt đã xóa",
	runs_shown: "{n} trên {total} lượt chạy",
	runs_newer: "Mới hơn",
	runs_older: "Cũ hơn",
	runs_columns: "Các cột",
	runs_table: "Các lượt chạy đã lưu",
	runs_choose: "Chọn",
	runs_choose_run: "Chọn lượt {run}",
	runs_choose_none: "Bỏ chọn tất cả",
	runs_baseline: "Mốc so sánh",
	runs_pin: "So với lượt {run}",
	runs_actions: "Thao tác với các lượt đã chọn",
	runs_chosen: "Đã chọn {n}",
	runs_tag: "Nhãn",
	runs_tag_put: "Gắn",
	runs_tag_remove: "Gỡ",
	runs_show_again: "Hiện lại",
	runs_hide: "Ẩn",
	runs_bring_back: "Khôi phục",
	runs_delete: "Xóa",
	runs_gone: "{n} lượt đã ra khỏi danh sách.",
	runs_undo: "Hoàn tác",
	runs_repeat: "Để huấn luyện lại, đúng từng bit:",
	runs_open: "Mở trong Sân chơi",
	runs_note: "Ghi chú",
	runs_note_keep: "Lưu ghi chú",
	runs_comparison: "Khác nhau ở đâu",
	runs_what: "Thiết lập hoặc kết quả",
	runs_run: "lượt {run}",
	runs_same: "Mọi thiết lập đều giống nhau.",
	runs_curves: "Đường cong học",
	runs_measure: "Đại lượng",
	runs_chart_text: "{measure} của các lượt đã chọn theo từng epoch; các con số ở bên dưới",
	runs_pick_hint: "Bấm vào một đường để biết đó là lượt nào. Dải màu đi từ thấp nhất đến cao nhất của các lượt chỉ khác mầm ngẫu nhiên.",
	runs_picked: "Đường này là lượt {run}.",
	runs_leave_out: "Bỏ ra",
	runs_line: "lượt {run}: {measure} {value}"
}, oa = {
	save: "Lưu",
	save_files: "Thành tệp",
	save_recipe: "Công thức (TOML)",
	save_recipe_hint: "mọi thiết lập; noron train đọc được",
	save_curve: "Đường mất mát (CSV)",
	save_curve_hint: "bước, mất mát huấn luyện, mất mát phần giữ lại",
	save_picture: "Đầu ra và đường mất mát (SVG)",
	save_picture_hint: "hình vẽ có kèm công thức",
	save_png: "Hình đó ở dạng điểm ảnh (PNG)",
	save_png_hint: "cho trang trình chiếu và văn bản",
	save_code: "Thành chương trình",
	save_code_hint: "Chương trình tạo lại đúng dữ liệu và trọng số ban đầu, đi đúng các bước ấy, rồi in ra mất mát bạn đang thấy.",
	save_code_title: "Lần huấn luyện này bằng {name}",
	save_copy: "Chép",
	save_copied: "Đã chép",
	save_download: "Tải {name}",
	save_by_hand: "Trình duyệt không cho trang này chép: hãy chọn văn bản rồi tự chép.",
	save_refused: "{name} không lặp lại được lần huấn luyện này.",
	save_caption: "{data}, bước {step}, mất mát huấn luyện {train}, phần giữ lại {held_out}",
	refused_no_program: "Thư viện này thiếu thứ mà mạng cần; phần chi tiết nói rõ lý do và thư viện nào làm được."
}, sa = {
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
	link_unknown: "Đường dẫn có {what}, trang này không hiểu phần đó. Phần còn lại đã được dùng.",
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
	refused_no_file: "Chưa có tệp này: hãy chọn tệp.",
	key_speed: "chậm hơn, nhanh hơn",
	refused_no_text: "Yêu cầu chứa một ký tự hỏng; chưa có gì thay đổi."
}, ca = {
	...Wi,
	...Gi,
	...Ki,
	...qi,
	...Ji,
	...Yi,
	...Xi,
	...Zi,
	...Qi
}, la = {
	en: ca,
	vi: {
		...$i,
		...ea,
		...ta,
		...na,
		...ra,
		...ia,
		...aa,
		...oa,
		...sa
	}
}, ua = "noron-lab-language";
function da() {
	let e = localStorage.getItem(ua);
	return e === "en" || e === "vi" ? e : navigator.language.startsWith("vi") ? "vi" : "en";
}
var fa = new class {
	#e = /* @__PURE__ */ L(Ht(da()));
	get language() {
		return W(this.#e);
	}
	set language(e) {
		R(this.#e, e, !0);
	}
}(), pa = () => fa.language;
function ma(e) {
	fa.language = e, localStorage.setItem(ua, e), document.documentElement.lang = e;
}
function Z(e, t = {}) {
	return la[fa.language][e].replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? ""));
}
function ha(e, t) {
	let n = `${e}_${t}`;
	return n in ca ? Z(n) : t;
}
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/playground/NumberField.svelte
var ga = /* @__PURE__ */ K("<div class=\"svelte-1xqdewy\"><label> </label> <input type=\"number\" class=\"svelte-1xqdewy\"/></div>"), _a = {
	hash: "svelte-1xqdewy",
	code: "div.svelte-1xqdewy {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}input.svelte-1xqdewy {width:100%;}"
};
function va(e, t) {
	let n = Tr();
	Be(t, !0), Jr(e, _a);
	let r = xi(t, "placeholder", 3, "");
	function i(e) {
		let n = e.value.trim();
		t.chosen(n === "" ? null : Number(n));
	}
	var a = ga(), o = z(a), s = B(o, !0), c = V(o, 2);
	ui(c), N(a), H((e) => {
		X(o, "for", n), J(s, e), X(c, "id", n), X(c, "min", t.min), X(c, "max", t.max), X(c, "step", t.step), X(c, "placeholder", r()), di(c, t.value ?? "");
	}, [() => Z(t.label)]), G("change", c, (e) => i(e.currentTarget)), q(e, a), Ve();
}
pr(["change"]);
// src/shell/keys.svelte.ts
var ya = Ht({ current: {} }), ba = /* @__PURE__ */ K(" <details><summary> </summary> <span lang=\"en\"> </span></details>", 1), xa = /* @__PURE__ */ K("<div class=\"notice warning refused svelte-h589mw\" role=\"alert\"><!></div>"), Sa = {
	hash: "svelte-h589mw",
	code: ".refused.svelte-h589mw {overflow-wrap:anywhere;}"
};
function Ca(e, t) {
	Be(t, !0), Jr(e, Sa);
	let n = /* @__PURE__ */ F(() => t.refused.key in ca ? Z(t.refused.key) : t.refused.key), r = /* @__PURE__ */ F(() => `refused_${t.refused.code}`), i = /* @__PURE__ */ F(() => Z(W(r) in ca ? W(r) : "refused_illegal", { setting: W(n) }));
	var a = xa(), o = z(a), s = (e) => {
		var n = Cr();
		H(() => J(n, t.refused.text)), q(e, n);
	}, c = /* @__PURE__ */ F(() => pa() === "en"), l = (e) => {
		var n = ba(), r = $t(n), a = V(r), o = z(a), s = B(o, !0), c = B(V(o, 2), !0);
		N(a), H((e) => {
			J(r, `${W(i) ?? ""} `), J(s, e), J(c, t.refused.text);
		}, [() => Z("refused_detail")]), q(e, n);
	};
	Y(o, (e) => {
		W(c) ? e(s) : e(l, -1);
	}), N(a), q(e, a), Ve();
}
// src/glass/stages.ts
var wa = 4;
function Ta(e) {
	let t = (e) => Object.fromEntries(Object.entries(e).map(([e, t]) => [e, Number(t ?? NaN)])), n = (e) => ({
		...e,
		numbers: e.numbers.map((e) => e.map(Number))
	});
	return e.map((e) => ({
		...e,
		facts: t(e.facts),
		arrays: Object.fromEntries(Object.entries(e.arrays).map(([e, t]) => [e, n(t)]))
	}));
}
var Ea = (e) => {
	if (e === void 0) return "?";
	let t = Math.abs(e);
	return t === Infinity ? e > 0 ? "∞" : "−∞" : Number.isInteger(e) && t < 1e4 ? String(e) : t < .001 || t >= 1e4 ? e.toExponential(2) : e.toPrecision(4);
}, Da = (e, t, n, r) => e?.arrays[t]?.numbers[n]?.[r];
function Oa(e, t) {
	let n = e.slice(0, wa).map(([e, t]) => `${Ea(e)} · ${ka(t)}`), r = e.length - wa;
	return n.join(" + ") + (r > 0 ? ` + … (${t.replace("{n}", String(r))})` : "");
}
var ka = (e) => e !== void 0 && e < 0 ? `(${Ea(e)})` : Ea(e), Aa = (e, t) => (t === 0 ? e?.numbers.length : e?.numbers[0]?.length) ?? 0, ja = (e) => Array.from({ length: e }, (e, t) => t), Ma = ["batch_norm", "layer_norm"], Na = [
	...Ma,
	"softmax",
	"standardize"
], Pa = {
	mse: ["s", "2 · "],
	binary_cross_entropy: ["p", ""]
}, Fa = (e, { layer: t }) => e.find((e) => e.kind === "forward" && e.layer === t);
function Ia(e, t, n, r) {
	let { array: i, row: a, column: o } = n, s = Ea(Da(t, i, a, o)), c = (e, n, r) => Da(t, e, n, r), l = Fa(e, t), u = `${i}[${a}, ${o}]`;
	if (t.kind === "forward" && t.name === "dense" && i === "y") {
		let e = ja(Aa(t.arrays.W, 0)).map((e) => [c("x", a, e), c("W", e, o)]), n = t.arrays.b ? ` + ${ka(c("b", 0, o))}` : "";
		return `${u} = ${Oa(e, r)}${n} = ${s}`;
	}
	if (t.kind === "backward" && i === "dbeta") {
		let e = ja(Aa(t.arrays.dy, 0)).map((e) => ka(c("dy", e, o)));
		return `${u} = ${e.slice(0, wa).join(" + ")}${e.length > wa ? " + …" : ""} = ${s}`;
	}
	if (Ma.includes(t.name) && t.kind === "forward" && i === "y") return d();
	if (Na.includes(t.name)) return "";
	if (t.kind === "forward" && i === "y") {
		let e = c("x", a, o);
		if (t.name === "dropout") {
			let t = e ? (c("y", a, o) ?? 0) / e : void 0;
			return `${u} = ${Ea(e)} · ${ka(t)} = ${s}`;
		}
		return `${u} = ${t.name}(${Ea(e)}) = ${s}`;
	}
	if (t.kind === "loss" && i === "ds" && t.name === "cross_entropy") {
		let e = t.arrays.ds?.shape[0] ?? 1, n = +(c("y", 0, a) === o);
		return `${u} = (${Ea(c("p", a, o))} − ${n}) / ${e} = ${s}`;
	}
	if (t.kind === "loss" && i === "ds" && t.name in Pa) {
		let [e = 1, n = 1] = t.arrays.ds?.shape ?? [], r = t.arrays.y?.shape.length === 1 ? c("y", 0, a) : c("y", a, o), [i, l] = Pa[t.name] ?? ["s", ""], d = n > 1 ? `(${e} · ${n})` : e;
		return `${u} = ${l}(${Ea(c(i, a, o))} − ${ka(r)}) / ${d} = ${s}`;
	}
	if (t.kind === "backward" && t.name === "dense") return f();
	if (t.kind === "backward" && i === "dx") {
		let e = c("dy", a, o), n = e ? (c("dx", a, o) ?? 0) / e : void 0, r = Da(l, "x", a, o);
		if (t.name === "dropout") return `${u} = ${Ea(e)} · ${ka(n)} = ${s}`;
		let i = `${t.name}′(${Ea(r)})`;
		return `${u} = ${Ea(e)} · ${i} = ${Ea(e)} · ${ka(n)} = ${s}`;
	}
	if (t.kind === "update" && i === "theta'") {
		let [e, n, r] = [
			c("theta", a, o),
			c("step", a, o),
			c("g", a, o)
		], i = t.facts.learning_rate ?? NaN, l = Math.abs((n ?? 0) + i * (r ?? 0)) <= 1e-12 * Math.abs(n ?? 0) ? `− ${Ea(i)} · ${ka(r)}` : `+ ${ka(n)}`;
		return `${u} = ${Ea(e)} ${l} = ${s}`;
	}
	return "";
	function d() {
		let { x: e, y: n } = t.arrays, r = t.name === "batch_norm", [i, s] = e?.shape ?? [], l = r ? ja(i ?? 0).map((e) => c("x", e, o)) : e?.numbers[a] ?? [];
		if (!r && (s ?? 0) > l.length) return "";
		let d = l.map((e) => e ?? NaN), f = d.reduce((e, t) => e + t, 0) / d.length, p = d.reduce((e, t) => e + (t - f) ** 2, 0) / d.length, [m, h] = [c("gamma", 0, o), c("beta", 0, o)], g = `(${Ea(c("x", a, o))} − ${ka(f)})`;
		return `${u} = ${Ea(m)} · ${g} / √(${Ea(p)} + ε) + ${ka(h)} = ${Ea(n?.numbers[a]?.[o])}`;
	}
	function f() {
		let e = Aa(t.arrays.dy, 0);
		if (i === "dW") {
			let t = ja(e).map((e) => [Da(l, "x", e, a), c("dy", e, o)]);
			return `${u} = ${Oa(t, r)} = ${s}`;
		}
		if (i === "db") {
			let t = ja(e).map((e) => ka(c("dy", e, o)));
			return `${u} = ${t.slice(0, wa).join(" + ")}${e > wa ? " + …" : ""} = ${s}`;
		}
		if (i === "dx") {
			let e = ja(Aa(t.arrays.dy, 1)).map((e) => [c("dy", a, e), c("W", o, e)]);
			return `${u} = ${Oa(e, r)} = ${s}`;
		}
		return "";
	}
}
function La(e, { array: t, row: n, column: r }) {
	return e.name === "dense" ? e.kind === "forward" && t === "y" ? {
		x: { row: n },
		W: { column: r },
		b: { column: r }
	} : e.kind === "backward" ? t === "dW" ? {
		x: { column: n },
		dy: { column: r }
	} : t === "db" ? { dy: { column: r } } : t === "dx" ? {
		dy: { row: n },
		W: { row: r }
	} : {} : {} : {};
}
function Ra(e) {
	return {
		rows: ["x"],
		forward: ["y"],
		loss: ["ds"],
		backward: [
			"dW",
			"dgamma",
			"dx"
		],
		update: ["theta'"]
	}[e.kind].find((t) => t in e.arrays) ?? "x";
}
// src/glass/letters.ts
var za = {
	W: "W",
	b: "b",
	gamma: "γ",
	beta: "β"
}, Ba = (e) => String(e).replace(/\d/g, (e) => "₀₁₂₃₄₅₆₇₈₉"[Number(e)] ?? e), Va = ({ kind: e }) => e === "forward", Ha = (e, { layer: t }) => e.filter((e) => Va(e) && e.name === "dense" && (e.layer ?? 0) <= (t ?? -1)).length;
function Ua(e, t) {
	let n = Ha(e, t);
	return n === 0 ? "x" : (t.name === "dense" ? "z" : Ma.includes(t.name) ? "ẑ" : "a") + Ba(n);
}
function Wa(e, { layer: t }) {
	let n = e.filter((e) => Va(e) && (e.layer ?? 0) < (t ?? 0)).at(-1);
	return n ? Ua(e, n) : "x";
}
function Ga(e, t) {
	let { kind: n, name: r } = t, i = Ha(e, t), a = i > 0 ? Ba(i) : "";
	return n === "rows" ? "x, y" : n === "loss" ? "L, δ" : n === "update" ? "θ′" : n === "forward" ? Ua(e, t) : r === "dense" ? `dW${a}` : (Ma.includes(r) ? "dγ" : "δ") + a;
}
function Ka(e, t) {
	if (Ha(e, t) === 0) return [];
	let [n, r] = [Wa(e, t), Ua(e, t)], i = n === "x" ? [] : [`x = ${n}`];
	if (t.kind === "forward") return [...i, `y = ${r}`];
	if (t.kind !== "backward") return [];
	let a = (e) => `∂L/∂${e}${e.startsWith("z") ? ` = δ${e.slice(1)}` : ""}`;
	return [
		...i,
		`dy = ${a(r)}`,
		`dx = ${a(n)}`
	];
}
function qa(e, t) {
	let [n = "", r = "", i = ""] = t.split("."), a = za[i];
	return !a || !(r === "dense" || Ma.includes(r)) ? t : a + Ba(e.filter((e) => e.endsWith(".dense.W") && Number(e.split(".")[0]) <= Number(n)).length);
}
// src/glass/CheckPanel.svelte
var Ja = /* @__PURE__ */ K("<tr><th scope=\"row\" class=\"svelte-11r2tlc\"> </th><td class=\"svelte-11r2tlc\"> </td><td class=\"svelte-11r2tlc\"> </td><td class=\"svelte-11r2tlc\"> <span class=\"hidden\"> </span></td></tr>"), Ya = /* @__PURE__ */ K("<p role=\"status\"> </p> <table class=\"svelte-11r2tlc\"><thead class=\"svelte-11r2tlc\"><tr><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"> </th><th scope=\"col\" class=\"svelte-11r2tlc\"><span class=\"hidden\"> </span></th></tr></thead><tbody class=\"svelte-11r2tlc\"></tbody></table>", 1), Xa = /* @__PURE__ */ K("<section aria-labelledby=\"check-title\" class=\"svelte-11r2tlc\"><h2 id=\"check-title\"> </h2> <p class=\"svelte-11r2tlc\"> </p> <button> </button> <!> <!></section>"), Za = {
	hash: "svelte-11r2tlc",
	code: "section.svelte-11r2tlc {margin-top:1rem;}p.svelte-11r2tlc {margin:0.4rem 0;font-size:0.85rem;}table.svelte-11r2tlc {width:100%;font-size:0.75rem;}th.svelte-11r2tlc,\n  td.svelte-11r2tlc {padding:0.15rem 0.2rem;text-align:right;}thead.svelte-11r2tlc th:where(.svelte-11r2tlc):first-child,\n  tbody.svelte-11r2tlc th:where(.svelte-11r2tlc) {text-align:left;font-weight:normal;overflow-wrap:anywhere;}.wrong.svelte-11r2tlc {color:var(--warn);font-weight:600;}"
};
function Qa(e, t) {
	Be(t, !0), Jr(e, Za);
	let n = /* @__PURE__ */ L(null), r = /* @__PURE__ */ L(null), i = /* @__PURE__ */ L(!1), a = /* @__PURE__ */ L(!1);
	fn(() => {
		t.asked, R(n, R(r, null));
	});
	let o = ({ error: e }) => e ?? Infinity, s = (e) => Ea(e ?? NaN), c = /* @__PURE__ */ F(() => (t.lab.state?.arrays ?? []).map(({ name: e }) => e)), l = ({ name: e, worst: t }) => `${qa(W(c), e)}[${t.join(", ")}]`, u = /* @__PURE__ */ F(() => {
		let e = W(n)?.[0];
		if (W(i) || e === void 0) return Z("glass_check_right");
		let r = {
			weight: l(e),
			backward: s(e.backward),
			differences: s(e.differences)
		}, a = t.asked.fault ? ` ${Z("glass_planted", { fault: ha("fault", t.asked.fault) })}` : "";
		return `${Z("glass_check_wrong")} ${Z("glass_check_worst", r)}${a}`;
	});
	async function d() {
		R(a, !0), await t.lab.ask("check_gradients", t.asked).then((e) => {
			R(n, [...e.tensors].sort((e, t) => o(t) - o(e))), ((e) => {
				var t = m(e, 2);
				R(i, t[0], !0), R(r, t[1]);
			})([e.passed, null]);
		}, (e) => R(r, e)), R(a, !1);
	}
	var f = Xa(), p = z(f), h = B(p, !0), g = V(p, 2), _ = B(g, !0), v = V(g, 2), y = B(v, !0), b = V(v, 2), x = (e) => {
		Ca(e, { get refused() {
			return W(r);
		} });
	};
	Y(b, (e) => {
		W(r) && e(x);
	});
	var S = V(b, 2), C = (e) => {
		var t = Ya(), r = $t(t);
		let a;
		var o = B(r, !0), c = V(r, 2), d = z(c), f = z(d), p = z(f), m = B(p, !0), h = V(p), g = B(h, !0), _ = V(h), v = B(_, !0), y = V(_), b = B(z(y), !0);
		N(y), N(f), N(d);
		var x = V(d);
		Br(x, 21, () => W(n), (e) => e.name, (e, t) => {
			var n = Ja();
			let r;
			var i = z(n), a = B(i, !0), o = V(i), c = B(o, !0), u = V(o), d = B(u, !0), f = V(u), p = z(f, !0), m = B(V(p), !0);
			N(f), N(n), H((e, o, s, l) => {
				r = Qr(n, 1, "svelte-11r2tlc", null, r, { wrong: !W(t).is_right }), X(i, "title", W(t).name), J(a, e), J(c, o), J(d, s), J(p, W(t).is_right ? "=" : "≠"), J(m, l);
			}, [
				() => l(W(t)),
				() => s(W(t).backward),
				() => s(W(t).differences),
				() => Z(W(t).is_right ? "glass_same" : "glass_different")
			]), q(e, n);
		}), N(x), N(c), H((e, t, n, s) => {
			a = Qr(r, 1, "svelte-11r2tlc", null, a, { wrong: !W(i) }), J(o, W(u)), J(m, e), J(g, t), J(v, n), J(b, s);
		}, [
			() => Z("glass_worst"),
			() => Z("glass_backward_number"),
			() => Z("glass_differences"),
			() => Z("glass_verdict")
		]), q(e, t);
	};
	Y(S, (e) => {
		W(n) && e(C);
	}), N(f), H((e, n, r) => {
		J(h, e), J(_, n), v.disabled = W(a) || t.lab.isRunning, J(y, r);
	}, [
		() => Z("glass_check"),
		() => Z("glass_check_text"),
		() => Z("glass_check_button")
	]), G("click", v, d), q(e, f), Ve();
}
pr(["click"]);
// src/glass/ProductTable.svelte
var $a = /* @__PURE__ */ K("<tr><th scope=\"row\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td></tr>"), eo = /* @__PURE__ */ K("<div class=\"svelte-1unqsb7\"><table class=\"svelte-1unqsb7\"><caption class=\"svelte-1unqsb7\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\"> </th><th scope=\"col\" class=\"svelte-1unqsb7\">x · dy</th><th scope=\"col\" class=\"svelte-1unqsb7\">n · x · dy</th></tr></thead><tbody></tbody><tfoot><tr><th scope=\"row\" colspan=\"3\" class=\"svelte-1unqsb7\"> </th><td class=\"svelte-1unqsb7\"> </td><td class=\"svelte-1unqsb7\"> </td></tr></tfoot></table></div>"), to = {
	hash: "svelte-1unqsb7",
	code: "div.svelte-1unqsb7 {margin-top:0.8rem;overflow-x:auto;}table.svelte-1unqsb7 {font-size:0.85rem;}caption.svelte-1unqsb7 {text-align:left;color:var(--muted);}th.svelte-1unqsb7,\n  td.svelte-1unqsb7 {padding:0.15rem 0.6rem;text-align:right;border-bottom:1px solid var(--line);}\n  @media (max-width: 30rem) {table.svelte-1unqsb7 {font-size:0.78rem;}th.svelte-1unqsb7,\n    td.svelte-1unqsb7 {padding:0.15rem 0.25rem;}\n  }"
};
function no(e, t) {
	Be(t, !0), Jr(e, to);
	let n = /* @__PURE__ */ L([]);
	fn(() => {
		let e = !0;
		return t.lab.ask("derivative", {
			...t.asked,
			layer: t.layer,
			i: t.i,
			j: t.j
		}).then(({ rows: t }) => {
			e && R(n, t);
		}, () => R(n, [])), () => {
			e = !1;
		};
	});
	let r = /* @__PURE__ */ F(() => W(n).reduce((e, { product: t }) => e + t, 0)), i = /* @__PURE__ */ F(() => W(n).length || 1);
	var a = eo(), o = z(a), s = z(o), c = B(s, !0), l = V(s), u = z(l), d = z(u), f = B(d, !0), p = V(d), m = B(p), h = B(V(p));
	Se(2), N(u), N(l);
	var g = V(l);
	Br(g, 21, () => W(n), Ir, (e, n, r) => {
		let a = () => W(n).x, o = () => W(n).dz, s = () => W(n).product;
		var c = $a(), l = z(c), u = B(l, !0), d = V(l), f = B(d, !0), p = V(d), m = B(p, !0), h = V(p), g = B(h, !0), _ = B(V(h), !0);
		N(c), H((e, n, i, a) => {
			J(u, t.asked.rows[r]), J(f, e), J(m, n), J(g, i), J(_, a);
		}, [
			() => Ea(a()),
			() => Ea(o()),
			() => Ea(s()),
			() => Ea(W(i) * s())
		]), q(e, c);
	}), N(g);
	var _ = V(g), v = z(_), y = z(v), b = B(y), x = V(y), S = B(x), C = B(V(x));
	N(v), N(_), N(o), N(a), H((e, n, r, i, a, o) => {
		J(c, e), J(f, n), J(m, `x[r, ${t.i ?? ""}]`), J(h, `dy[r, ${t.j ?? ""}]`), J(b, `dW[${t.i ?? ""}, ${t.j ?? ""}]`), J(S, `${r ?? ""} ${i ?? ""}`), J(C, `${a ?? ""} ${o ?? ""}`);
	}, [
		() => Z("glass_product", {
			i: t.i,
			j: t.j,
			n: W(n).length
		}),
		() => Z("glass_row"),
		() => Z("glass_sum"),
		() => Ea(W(r)),
		() => Z("glass_mean"),
		() => Ea(W(r))
	]), q(e, a), Ve();
}
// src/glass/SourceView.svelte
var ro = /* @__PURE__ */ K("<strong class=\"svelte-boltfu\"> </strong>"), io = /* @__PURE__ */ K("<span><span class=\"number svelte-boltfu\"> </span> </span>"), ao = /* @__PURE__ */ K("<h3 class=\"svelte-boltfu\"><!> <span class=\"svelte-boltfu\"> </span></h3> <pre class=\"svelte-boltfu\"><code></code></pre>", 1), oo = /* @__PURE__ */ K("<p class=\"svelte-boltfu\"> </p>"), so = /* @__PURE__ */ K("<section aria-labelledby=\"source-title\"><h2 id=\"source-title\"> </h2> <!></section>"), co = {
	hash: "svelte-boltfu",
	code: "h3.svelte-boltfu {margin:0.6rem 0 0.2rem;font-size:0.9rem;}h3.svelte-boltfu span:where(.svelte-boltfu) {font-weight:normal;color:var(--muted);}strong.svelte-boltfu {color:var(--warn);}pre.svelte-boltfu {margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:0.78rem;background:var(--surface);border-radius:6px;}.line.svelte-boltfu {display:block;padding:0 0.5rem 0 2.7rem;text-indent:-2.2rem;color:var(--muted);}.ran.svelte-boltfu {color:var(--ink);background:color-mix(in srgb, var(--accent) 18%, transparent);box-shadow:inset 3px 0 0 var(--accent);}.number.svelte-boltfu {display:inline-block;width:2.2rem;text-indent:0;user-select:none;}p.svelte-boltfu {color:var(--muted);}"
};
function lo(e, t) {
	Be(t, !0), Jr(e, co);
	let n = (e) => e.file.endsWith("lab/faults.py");
	function r(e) {
		let t = e.filter((e) => e.trim()).map((e) => e.search(/\S/)), n = Math.min(...t);
		return e.map((e) => e.slice(n));
	}
	var i = so(), a = z(i), o = B(a, !0);
	Br(V(a, 2), 17, () => t.sources, (e) => `${e.file}:${e.start}:${e.function}`, (e, t) => {
		var i = ao(), a = $t(i), o = z(a), s = (e) => {
			var t = ro(), n = B(t, !0);
			H((e) => J(n, e), [() => Z("glass_fault_here")]), q(e, t);
		}, c = /* @__PURE__ */ F(() => n(W(t))), l = (e) => {
			var n = Cr();
			H(() => J(n, W(t).function)), q(e, n);
		};
		Y(o, (e) => {
			W(c) ? e(s) : e(l, -1);
		});
		var u = B(V(o, 2));
		N(a);
		var d = V(a, 2), f = z(d);
		Br(f, 21, () => r(W(t).lines), Ir, (e, n, r) => {
			var i = io();
			let a;
			var o = z(i), s = B(o, !0), c = V(o);
			N(i), H((e) => {
				a = Qr(i, 1, "line svelte-boltfu", null, a, { ran: e }), J(s, W(t).start + r), J(c, `${W(n) ?? ""}
`);
			}, [() => W(t).ran.includes(W(t).start + r)]), q(e, i);
		}), N(f), N(d), H(() => J(u, `${W(t).file ?? ""}:${W(t).start ?? ""}`)), q(e, i);
	}, (e) => {
		var n = oo(), r = B(n, !0);
		H((e) => J(r, e), [() => Z(t.isGiven ? "glass_no_source" : "glass_no_source_here")]), q(e, n);
	}), N(i), H((e) => J(o, e), [() => Z("glass_source")]), q(e, i), Ve();
}
// src/draw/palette.ts
var uo = [
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
], fo = [
	230,
	159,
	0
], po = [
	0,
	114,
	178
], mo = [
	255,
	255,
	255
], ho = ([e, t, n]) => `rgb(${e} ${t} ${n})`;
function go(e, t, n) {
	let r = (r) => Math.round(e[r] + (t[r] - e[r]) * n);
	return [
		r(0),
		r(1),
		r(2)
	];
}
function _o(e) {
	return e < 0 ? go(mo, fo, -e) : go(mo, po, e);
}
var vo = (e) => uo[e % uo.length] ?? uo[0], yo = /* @__PURE__ */ K("<span> </span>"), bo = /* @__PURE__ */ K("<td class=\"svelte-6nqprp\"><button> </button></td>"), xo = /* @__PURE__ */ K("<tr></tr>"), So = /* @__PURE__ */ K("<figure><figcaption class=\"svelte-6nqprp\"><strong class=\"svelte-6nqprp\"> </strong> <span> </span> <!></figcaption> <div class=\"scroll svelte-6nqprp\"><table><tbody></tbody></table></div></figure>"), Co = {
	hash: "svelte-6nqprp",
	code: "figure.svelte-6nqprp {margin:0;padding:0.4rem;border-radius:8px;max-width:100%;}.result.svelte-6nqprp {box-shadow:inset 0 0 0 2px var(--accent);}figcaption.svelte-6nqprp {display:flex;gap:0.6rem;font-size:0.85rem;color:var(--muted);}strong.svelte-6nqprp {color:var(--ink);}.scroll.svelte-6nqprp {overflow:auto;max-height:16rem;}td.svelte-6nqprp {padding:1px;}button.svelte-6nqprp {min-width:3.9rem;white-space:nowrap;min-height:1.7rem;padding:0.1rem 0.3rem;border:0;border-radius:3px;color:#1c1f24;font-size:0.8rem;font-variant-numeric:tabular-nums;}button.dark.svelte-6nqprp {color:#fff;}.part.svelte-6nqprp {outline:2px dashed var(--ink);outline-offset:-2px;}button[aria-pressed=\"true\"].svelte-6nqprp {outline:3px solid var(--ink);outline-offset:-2px;}"
};
function wo(e, t) {
	Be(t, !0), Jr(e, Co);
	let n = /* @__PURE__ */ F(() => t.array.most || 1), r = (e, n) => t.chosen?.array === t.name && t.chosen.row === e && t.chosen.column === n, i = (e, n) => t.part !== void 0 && (t.part.row ?? e) === e && (t.part.column ?? n) === n, a = (e) => Math.max(-1, Math.min(1, e / W(n)));
	var o = So();
	let s;
	var c = z(o), l = z(c), u = B(l, !0), d = V(l, 2), f = B(d, !0), p = V(d, 2), m = (e) => {
		var t = yo(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("glass_corner")]), q(e, t);
	};
	Y(p, (e) => {
		t.array.is_whole || e(m);
	}), N(c);
	var h = V(c, 2), g = z(h), _ = z(g);
	Br(_, 21, () => t.array.numbers, Ir, (e, n, o) => {
		var s = xo();
		Br(s, 21, () => W(n), Ir, (e, n, s) => {
			var c = bo(), l = z(c);
			let u;
			var d = B(l, !0);
			Yr(l, () => (e) => {
				e.style.background = ho(_o(a(W(n))));
			}), N(c), H((e, n, r, i, a) => {
				X(l, "aria-pressed", e), X(l, "aria-label", `${t.name ?? ""}[${o}, ${s}] = ${n ?? ""}`), u = Qr(l, 1, "svelte-6nqprp", null, u, {
					dark: r,
					part: i
				}), J(d, a);
			}, [
				() => r(o, s),
				() => Ea(W(n)),
				() => a(W(n)) > .92,
				() => i(o, s),
				() => Ea(W(n))
			]), G("click", l, () => t.choose({
				array: t.name,
				row: o,
				column: s
			})), q(e, c);
		}), N(s), q(e, s);
	}), N(_), N(g), N(h), N(o), H((e) => {
		s = Qr(o, 1, "svelte-6nqprp", null, s, { result: t.isResult }), J(u, t.name), J(f, e);
	}, [() => t.array.shape.join(" × ")]), q(e, o), Ve();
}
pr(["click"]);
// src/glass/formulas.ts
var Q = (e) => `<mi>${e}</mi>`, $ = (e) => `<mo stretchy="false">${e}</mo>`, To = (e) => `<mn>${e}</mn>`, Eo = (...e) => `<mrow>${e.join("")}</mrow>`, Do = (e, t) => `<msup>${e}${t}</msup>`, Oo = (e, t) => `<msub>${e}${t}</msub>`, ko = (e, t) => `<mfrac>${e}${t}</mfrac>`, Ao = (e) => `<munder>${$("∑")}${e}</munder>`, jo = (e, t) => ko(Eo($("∂"), Q(e)), Eo($("∂"), t)), Mo = (...e) => e.map((e) => `<math display="block">${e}</math>`).join(""), No = (e) => Do(Q(e), Q("T")), Po = (e, ...t) => Eo(e, $("="), ...t), Fo = Mo(Po(Q("y"), Q("x"), Q("W"), $("+"), Q("b"))), Io = Mo(Po(Q("dW"), No("x"), Q("dy")), Po(Q("db"), Ao(Q("r")), Oo(Q("dy"), Q("r"))), Po(Q("dx"), Q("dy"), No("W"))), Lo = Mo(Po(Q("y"), Q("f"), $("("), Q("x"), $(")"))), Ro = Mo(Po(Q("dx"), Q("dy"), $("⊙"), Do(Q("f"), $("′")), $("("), Q("x"), $(")"))), zo = Mo(Po(Q("p"), Q("softmax"), $("("), Q("s"), $(")")), Po(Q("L"), $("−"), ko(To("1"), Q("n")), Ao(Q("r")), Q("ln"), Oo(Q("p"), Eo(Q("r"), $(","), Oo(Q("y"), Q("r"))))), Po(jo("L", Q("s")), ko(Eo(Q("p"), $("−"), Q("onehot"), $("("), Q("y"), $(")")), Q("n")))), Bo = Mo(Po(Q("L"), ko(To("1"), Eo(Q("n"), Q("k"))), Ao(Eo(Q("r"), $(","), Q("j"))), Do(Eo($("("), Q("s"), $("−"), Q("y"), $(")")), To("2"))), Po(jo("L", Q("s")), ko(To("2"), Eo(Q("n"), Q("k"))), $("("), Q("s"), $("−"), Q("y"), $(")"))), Vo = Mo(Po(Q("p"), Q("sigmoid"), $("("), Q("s"), $(")")), Po(Q("L"), $("−"), ko(To("1"), Q("n")), Ao(Q("r")), Q("y"), Q("ln"), Q("p"), $("+"), $("("), To("1"), $("−"), Q("y"), $(")"), Q("ln"), $("("), To("1"), $("−"), Q("p"), $(")")), Po(jo("L", Q("s")), ko(Eo(Q("p"), $("−"), Q("y")), Q("n")))), Ho = `<msqrt>${Eo(Q("σ²"), $("+"), Q("ε"))}</msqrt>`, Uo = (e) => `<mover>${Q(e)}${$("^")}</mover>`, Wo = (...e) => Eo(Q("mean"), $("("), ...e, $(")")), Go = Mo(Po(Uo("x"), ko(Eo(Q("x"), $("−"), Q("μ")), Ho)), Po(Q("y"), Q("γ"), Uo("x"), $("+"), Q("β"))), Ko = Mo(Po(Q("dγ"), Ao(Q("r")), Oo(Q("dy"), Q("r")), Oo(Uo("x"), Q("r"))), Po(Q("dβ"), Ao(Q("r")), Oo(Q("dy"), Q("r"))), Po(Q("g"), Q("γ"), Q("dy")), Po(Q("dx"), ko(Eo(Q("g"), $("−"), Wo(Q("g")), $("−"), Uo("x"), Wo(Q("g"), Uo("x"))), Ho))), qo = Mo(Po(Q("y"), ko(Eo(Q("x"), $("−"), Q("mean")), Q("std")))), Jo = Mo(Po(Q("dx"), ko(Q("dy"), Q("std")))), Yo = Mo(Po(Q("y"), Q("x"), $("⊙"), Q("mask"), $("/"), $("("), To("1"), $("−"), Q("rate"), $(")"))), Xo = Mo(Po(Q("dx"), Q("dy"), $("⊙"), Q("mask"), $("/"), $("("), To("1"), $("−"), Q("rate"), $(")"))), Zo = Mo(Po(Q("L"), ko(To("1"), Q("n")), Ao(Q("r")), Q("ℓ"), $("("), Oo(Q("s"), Q("r")), $(","), Oo(Q("y"), Q("r")), $(")"))), Qo = Mo(Po(Do(Q("θ"), $("′")), Q("θ"), $("+"), Q("step"), $("("), Q("g"), $(")"))), $o = Mo(Po(Do(Q("θ"), $("′")), Q("θ"), $("−"), Q("η"), Q("g"))), es = {
	cross_entropy: zo,
	binary_cross_entropy: Vo,
	mse: Bo
}, ts = {
	dense: [Fo, Io],
	batch_norm: [Go, Ko],
	layer_norm: [Go, Ko],
	standardize: [qo, Jo],
	dropout: [Yo, Xo],
	softmax: ["", ""]
};
function ns(e, t) {
	let [n, r] = ts[t] ?? [Lo, Ro];
	return e === "forward" ? n : e === "backward" ? r : e === "loss" ? es[t] ?? Zo : e === "update" ? t === "sgd" ? $o : Qo : "";
}
// src/glass/StageView.svelte
var rs = /* @__PURE__ */ K("<p class=\"letters svelte-qn1k3n\"> </p>"), is = /* @__PURE__ */ K("<p class=\"numbers svelte-qn1k3n\"> </p>"), as = /* @__PURE__ */ K("<section aria-labelledby=\"stage-title\"><h2 id=\"stage-title\"> </h2> <p class=\"svelte-qn1k3n\"> </p> <div class=\"formula svelte-qn1k3n\"></div> <!> <p class=\"numbers svelte-qn1k3n\" role=\"status\"> </p> <!> <div class=\"arrays svelte-qn1k3n\"></div></section>"), os = {
	hash: "svelte-qn1k3n",
	code: "p.svelte-qn1k3n {margin:0.4rem 0;}.formula.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.4rem 2rem;margin:0.3rem 0 0.6rem;padding-top:0.4rem; /* or raised letters are cut off */font-size:1.15rem;overflow-x:auto;}.letters.svelte-qn1k3n {color:var(--muted);white-space:pre-wrap;}.numbers.svelte-qn1k3n {padding:0.3rem 0.6rem;font-variant-numeric:tabular-nums;background:var(--surface);border-radius:6px;overflow-wrap:anywhere;}.numbers.svelte-qn1k3n:empty {display:none;}.arrays.svelte-qn1k3n {display:flex;flex-wrap:wrap;gap:0.6rem;margin-top:0.6rem;}"
};
function ss(e, t) {
	Be(t, !0), Jr(e, os);
	let n = /* @__PURE__ */ F(() => Ra(t.stage)), r = /* @__PURE__ */ F(() => t.chosen ?? {
		array: W(n),
		row: 0,
		column: 0
	}), i = /* @__PURE__ */ F(() => ns(t.stage.kind, t.stage.name)), a = /* @__PURE__ */ F(() => Ia(t.stages, t.stage, W(r), Z("glass_more"))), o = [
		"x",
		"dy",
		"W",
		"b",
		"s"
	], s = /* @__PURE__ */ F(() => !W(a) && t.stage.kind !== "rows" && o.includes(W(r).array)), c = /* @__PURE__ */ F(() => W(s) ? Z("glass_given", { name: W(r).array }) : W(a)), l = /* @__PURE__ */ F(() => La(t.stage, W(r))), u = /* @__PURE__ */ F(() => Ka(t.stages, t.stage).join(",  ")), d = /* @__PURE__ */ F(() => {
		let e = ha("glass_text", `${t.stage.kind}_${t.stage.name}`);
		return e === `${t.stage.kind}_${t.stage.name}` ? ha("glass_text", t.stage.kind) : e;
	}), f = /* @__PURE__ */ F(() => {
		let e = t.stage.arrays[W(n)];
		if (t.stage.kind !== "backward" || !e) return t.stage.arrays;
		let { dy: r } = t.stage.arrays, i = Fa(t.stages, t.stage)?.arrays.x;
		return {
			[W(n)]: e,
			...i && { x: i },
			...r && { dy: r },
			...t.stage.arrays
		};
	}), p = /* @__PURE__ */ F(() => Object.entries(t.stage.facts).map(([e, t]) => `${e} = ${Ea(t ?? NaN)}`));
	var h = as(), g = z(h), _ = B(g, !0), v = V(g, 2), y = B(v, !0), b = V(v, 2);
	Kr(b, () => W(i), !0), N(b);
	var x = V(b, 2), S = (e) => {
		var t = rs(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("glass_letters", { letters: W(u) })]), q(e, t);
	};
	Y(x, (e) => {
		W(u) && e(S);
	});
	var C = V(x, 2), w = B(C, !0), T = V(C, 2);
	Br(T, 16, () => W(p), (e) => e, (e, t) => {
		var n = is(), r = B(n, !0);
		H(() => J(r, t)), q(e, n);
	});
	var E = V(T, 2);
	Br(E, 21, () => Object.entries(W(f)), ([e, t]) => e, (e, i) => {
		var a = /* @__PURE__ */ F(() => m(W(i), 2));
		let o = () => W(a)[0], s = () => W(a)[1];
		{
			let i = /* @__PURE__ */ F(() => o() === W(n));
			wo(e, {
				get name() {
					return o();
				},
				get array() {
					return s();
				},
				get chosen() {
					return W(r);
				},
				get choose() {
					return t.choose;
				},
				get part() {
					return W(l)[o()];
				},
				get isResult() {
					return W(i);
				}
			});
		}
	}), N(E), N(h), H(() => {
		J(_, t.title), J(y, W(d)), J(w, W(c));
	}), q(e, h), Ve();
}
// src/glass/Glass.svelte
var cs = /* @__PURE__ */ K("<li class=\"svelte-or5ya2\"><button class=\"svelte-or5ya2\"> <span class=\"svelte-or5ya2\"> </span></button></li>"), ls = /* @__PURE__ */ K("<p role=\"status\"> </p>"), us = /* @__PURE__ */ K("<p> <button> </button></p>"), ds = /* @__PURE__ */ K("<!> <!>", 1), fs = /* @__PURE__ */ K("<option> </option>"), ps = /* @__PURE__ */ K("<button> </button>"), ms = /* @__PURE__ */ K("<div class=\"page svelte-or5ya2\"><aside><h2> </h2> <div class=\"fields svelte-or5ya2\"><!> <!></div> <h2> </h2> <ol class=\"svelte-or5ya2\"></ol></aside> <div class=\"story svelte-or5ya2\"><div class=\"buttons svelte-or5ya2\"><button> </button> <button class=\"primary\"> </button> <button> </button> <button> </button> <span class=\"svelte-or5ya2\"> </span></div> <!> <!> <!> <!></div> <div class=\"source svelte-or5ya2\"><!></div> <div class=\"check svelte-or5ya2\"><label class=\"fault svelte-or5ya2\" for=\"fault\"> </label> <select id=\"fault\" class=\"svelte-or5ya2\"><option> </option><!></select> <!> <!></div></div>"), hs = {
	hash: "svelte-or5ya2",
	code: ".page.svelte-or5ya2 {display:grid;grid-template-columns:minmax(12rem, 16rem) minmax(0, 1.3fr) minmax(0, 1fr);grid-template-rows:auto 1fr;gap:0 1.2rem;}.story.svelte-or5ya2,\n  .source.svelte-or5ya2 {grid-row:1 / span 2;}.check.svelte-or5ya2 {grid-area:2 / 1;}li.svelte-or5ya2 span:where(.svelte-or5ya2) {float:right;color:var(--muted);}.fields.svelte-or5ya2 {display:grid;grid-template-columns:1fr 1fr;align-items:end;gap:0.5rem;margin:0.5rem 0 1rem;}ol.svelte-or5ya2 {margin:0.5rem 0 1rem;padding:0;list-style:none;}li.svelte-or5ya2 button:where(.svelte-or5ya2) {width:100%;margin-bottom:0.2rem;text-align:left;font-size:0.85rem;}li.svelte-or5ya2 button[aria-current]:where(.svelte-or5ya2) {border-color:var(--accent);box-shadow:inset 3px 0 0 var(--accent);}.buttons.svelte-or5ya2 {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;margin-bottom:0.8rem;}.buttons.svelte-or5ya2 span:where(.svelte-or5ya2) {color:var(--muted);}.fault.svelte-or5ya2 {display:block;font-size:0.85rem;color:var(--muted);}select.svelte-or5ya2 {width:100%;margin-bottom:0.4rem;}\n  @media (max-width: 70rem) {.page.svelte-or5ya2 {grid-template-columns:minmax(0, 1fr);gap:1.2rem;}.story.svelte-or5ya2,\n    .source.svelte-or5ya2,\n    .check.svelte-or5ya2 {grid-area:auto;}ol.svelte-or5ya2 {display:flex;flex-wrap:wrap;gap:0.3rem;margin-bottom:0;}li.svelte-or5ya2 button:where(.svelte-or5ya2) {width:auto;margin:0;}li.svelte-or5ya2 span:where(.svelte-or5ya2) {float:none;margin-left:0.3rem;}\n  }"
};
function gs(e, t) {
	Be(t, !0), Jr(e, hs);
	let n = /* @__PURE__ */ L(0), r = /* @__PURE__ */ L(4), i = /* @__PURE__ */ L(""), a = /* @__PURE__ */ L([]), o = /* @__PURE__ */ L(null), s = /* @__PURE__ */ L(0), c = /* @__PURE__ */ L(null), l = /* @__PURE__ */ L(!1), u = /* @__PURE__ */ F(() => t.lab.dataFacts?.rows.train ?? 1), d = /* @__PURE__ */ F(() => Array.from({ length: Math.min(W(r), W(u) - W(n)) }, (e, t) => W(n) + t)), f = /* @__PURE__ */ F(() => (t.lab.facts?.train?.accuracy ?? 0) > .98), p = /* @__PURE__ */ F(() => W(a)[Math.min(W(s), W(a).length - 1)]), h = /* @__PURE__ */ F(() => t.lab.isRunning ? null : t.lab.facts?.step ?? t.lab.state?.step ?? 0), g = /* @__PURE__ */ F(() => ({
		rows: W(d),
		fault: W(i) || null
	}));
	fn(() => {
		if (W(h), t.lab.state?.marks, W(h) === null) return;
		let e = !0;
		return t.lab.ask("look", W(g)).then((t) => {
			e && ((e) => {
				var t = m(e, 2);
				R(a, t[0]), R(o, t[1]);
			})([Ta(t.stages), null]);
		}, (t) => {
			e && R(o, t);
		}), () => {
			e = !1;
		};
	});
	function _(e) {
		R(s, Math.max(0, Math.min(W(a).length - 1, W(s) + e)), !0), R(c, null);
	}
	fn(() => (ya.current = {
		".": {
			act: () => _(1),
			text: "glass_key_next"
		},
		",": {
			act: () => _(-1),
			text: "glass_key_back"
		}
	}, () => {
		ya.current = {};
	})), fn(() => {
		if (!W(l)) return;
		let e = setInterval(() => {
			W(s) >= W(a).length - 1 ? R(l, !1) : _(1);
		}, 1500);
		return () => clearInterval(e);
	});
	function v(e) {
		let { kind: t, name: n } = e;
		if (t === "rows") return Z("glass_rows_title");
		let r = Ha(W(a), e);
		return (t === "forward" || t === "backward") && r === 0 ? Z(`glass_${t}_inputs`, { name: n }) : Z(`glass_${t}`, {
			name: n,
			n: r
		});
	}
	var y = ms(), b = z(y), x = z(b), S = B(x, !0), C = V(x, 2), w = z(C);
	{
		let e = /* @__PURE__ */ F(() => W(u) - 1);
		va(w, {
			label: "glass_first_row",
			get value() {
				return W(n);
			},
			min: 0,
			get max() {
				return W(e);
			},
			step: 1,
			chosen: (e) => R(n, Math.max(0, Math.min(W(u) - 1, Math.round(e ?? 0))), !0)
		});
	}
	va(V(w, 2), {
		label: "glass_rows",
		get value() {
			return W(r);
		},
		min: 1,
		max: 16,
		step: 1,
		chosen: (e) => R(r, Math.max(1, Math.min(16, Math.round(e ?? 4))), !0)
	}), N(C);
	var T = V(C, 2), E = B(T, !0), D = V(T, 2);
	Br(D, 21, () => W(a), Ir, (e, t, n) => {
		var r = cs(), i = z(r), o = z(i), c = B(V(o), !0);
		N(i), N(r), H((e, n) => {
			X(i, "aria-current", W(t) === W(p) ? "step" : void 0), J(o, `${e ?? ""} `), J(c, n);
		}, [() => v(W(t)), () => Ga(W(a), W(t))]), G("click", i, () => _(n - W(s))), q(e, r);
	}), N(D), N(b);
	var ee = V(b, 2), te = z(ee), ne = z(te), O = B(ne, !0), re = V(ne, 2), ie = B(re, !0), ae = V(re, 2), oe = B(ae, !0), se = V(ae, 2), ce = B(se, !0), le = B(V(se, 2), !0);
	N(te);
	var k = V(te, 2), ue = (e) => {
		Ca(e, { get refused() {
			return W(o);
		} });
	};
	Y(k, (e) => {
		W(o) && e(ue);
	});
	var de = V(k, 2), A = (e) => {
		var t = ls(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("glass_running")]), q(e, t);
	};
	Y(de, (e) => {
		t.lab.isRunning && e(A);
	});
	var fe = V(de, 2), pe = (e) => {
		var n = us(), r = z(n), i = V(r), a = B(i, !0);
		N(n), H((e, t) => {
			J(r, `${e ?? ""} `), J(a, t);
		}, [() => Z("glass_learnt"), () => Z("rewind")]), G("click", i, () => t.lab.send("rewind", { to: 0 })), q(e, n);
	};
	Y(fe, (e) => {
		W(f) && !t.lab.isRunning && e(pe);
	});
	var me = V(fe, 2), he = (e) => {
		var n = ds(), r = $t(n);
		{
			let e = /* @__PURE__ */ F(() => v(W(p)));
			ss(r, {
				get stages() {
					return W(a);
				},
				get stage() {
					return W(p);
				},
				get title() {
					return W(e);
				},
				get chosen() {
					return W(c);
				},
				choose: (e) => R(c, e)
			});
		}
		var i = V(r, 2), o = (e) => {
			{
				let n = /* @__PURE__ */ F(() => W(p).layer ?? 0);
				no(e, {
					get lab() {
						return t.lab;
					},
					get asked() {
						return W(g);
					},
					get layer() {
						return W(n);
					},
					get i() {
						return W(c).row;
					},
					get j() {
						return W(c).column;
					}
				});
			}
		};
		Y(i, (e) => {
			W(p).kind === "backward" && W(p).name === "dense" && W(c)?.array === "dW" && e(o);
		}), q(e, n);
	};
	Y(me, (e) => {
		W(p) && e(he);
	}), N(ee);
	var ge = V(ee, 2), _e = z(ge), ve = (e) => {
		{
			let t = /* @__PURE__ */ F(() => W(p).kind === "rows");
			lo(e, {
				get sources() {
					return W(p).sources;
				},
				get isGiven() {
					return W(t);
				}
			});
		}
	};
	Y(_e, (e) => {
		W(p) && e(ve);
	}), N(ge);
	var j = V(ge, 2), ye = z(j), M = B(ye, !0), be = V(ye, 2), xe = z(be), Se = B(xe, !0);
	xe.value = xe.__value = "", Br(V(xe), 16, () => t.lab.welcome?.catalogue.fault ?? [], (e) => e, (e, t) => {
		var n = fs(), r = B(n, !0), i = {};
		H((e) => {
			J(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => ha("fault", t)]), q(e, n);
	}), N(be), ni(be);
	var Ce = V(be, 2), we = (e) => {
		var t = ps(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("glass_mend")]), G("click", t, () => R(i, "")), q(e, t);
	};
	Y(Ce, (e) => {
		W(i) && e(we);
	}), Qa(V(Ce, 2), {
		get lab() {
			return t.lab;
		},
		get asked() {
			return W(g);
		}
	}), N(j), N(y), H((e, t, n, r, i, o, c, u, d) => {
		J(S, e), J(E, t), ne.disabled = W(s) <= 0, J(O, n), re.disabled = W(s) >= W(a).length - 1, J(ie, r), X(ae, "aria-pressed", W(l)), J(oe, i), J(ce, o), J(le, c), J(M, u), J(Se, d);
	}, [
		() => Z("glass_batch"),
		() => Z("glass_stages"),
		() => Z("glass_back"),
		() => Z("glass_next"),
		() => Z(W(l) ? "pause" : "glass_play"),
		() => Z("glass_take"),
		() => Z("glass_at", { step: W(h) ?? "…" }),
		() => Z("glass_break"),
		() => Z("glass_no_fault")
	]), G("click", ne, () => _(-1)), G("click", re, () => _(1)), G("click", ae, () => R(l, !W(l))), G("click", se, () => t.lab.send("step", { n: 1 })), ri(be, () => W(i), (e) => R(i, e)), q(e, y), Ve();
}
pr(["click"]);
// src/playground/Choice.svelte
var _s = /* @__PURE__ */ K("<option> </option>"), vs = /* @__PURE__ */ K("<div class=\"svelte-4iyz10\"><label> </label> <select class=\"svelte-4iyz10\"><!><!></select></div>"), ys = {
	hash: "svelte-4iyz10",
	code: "div.svelte-4iyz10 {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}select.svelte-4iyz10 {width:100%;}"
};
function bs(e, t) {
	let n = Tr();
	Be(t, !0), Jr(e, ys);
	let r = /* @__PURE__ */ F(() => typeof t.value == "object" && t.value !== null && "name" in t.value ? String(t.value.name) : String(t.value ?? "")), i = /* @__PURE__ */ F(() => {
		if (W(r) === "" || t.options.some((e) => String(e) === W(r))) return t.options;
		let e = [...t.options, W(r)].map(Number);
		return e.some(Number.isNaN) ? [...t.options, W(r)] : e.sort((e, t) => e - t);
	});
	var a = vs(), o = z(a), s = B(o, !0), c = V(o, 2), l = z(c), u = (e) => {
		var n = _s(), r = B(n, !0);
		n.value = n.__value = "", H((e) => J(r, e), [() => Z(t.none)]), q(e, n);
	};
	Y(l, (e) => {
		t.none && e(u);
	}), Br(V(l), 16, () => W(i), (e) => e, (e, n) => {
		var r = _s(), i = B(r, !0), a = {};
		H((e, t) => {
			J(i, e), a !== (a = t) && (r.value = (r.__value = a) ?? "");
		}, [() => t.prefix ? ha(t.prefix, String(n)) : n, () => String(n)]), q(e, r);
	}), N(c);
	var d;
	ni(c), N(a), H((e) => {
		X(a, "title", t.hint), X(o, "for", n), J(s, e), X(c, "id", n), d !== (d = W(r)) && (c.value = (c.__value = d) ?? "", ti(c, d));
	}, [() => Z(t.label)]), G("change", c, (e) => t.chosen(e.currentTarget.value)), q(e, a), Ve();
}
pr(["change"]);
// src/playground/Clock.svelte
var xs = /* @__PURE__ */ K("<button> </button>"), Ss = /* @__PURE__ */ K("<div class=\"clock svelte-149z90z\"><button class=\"primary\"> </button> <!> <button> </button> <button> </button> <output class=\"svelte-149z90z\"> </output></div>"), Cs = {
	hash: "svelte-149z90z",
	code: ".clock.svelte-149z90z {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;}output.svelte-149z90z {margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted);}"
};
function ws(e, t) {
	Be(t, !0), Jr(e, Cs);
	let n = xi(t, "steps", 3, !1);
	var r = Ss(), i = z(r), a = B(i, !0), o = V(i, 2), s = (e) => {
		var n = xs(), r = B(n, !0);
		H((e) => {
			n.disabled = !t.lab.state, J(r, e);
		}, [() => Z("step")]), G("click", n, () => t.lab.send("step", { n: 1 })), q(e, n);
	};
	Y(o, (e) => {
		n() && e(s);
	});
	var c = V(o, 2), l = B(c, !0), u = V(c, 2), d = B(u, !0), f = B(V(u, 2), !0);
	N(r), H((e, n, r, o, s) => {
		X(i, "aria-pressed", t.lab.isRunning), i.disabled = !t.lab.state, J(a, e), c.disabled = !t.lab.state, J(l, n), u.disabled = !t.lab.state, X(u, "title", r), J(d, o), J(f, s);
	}, [
		() => t.lab.isRunning ? Z("pause") : Z("run"),
		() => Z("epoch"),
		() => Z("rewind_hint"),
		() => Z("rewind"),
		() => Z("steps_done", {
			step: t.lab.facts?.step ?? 0,
			epoch: (t.lab.facts?.epoch ?? 0).toFixed(1)
		})
	]), G("click", i, () => t.lab.toggle()), G("click", c, () => t.lab.send("step", {
		n: 1,
		unit: "epoch"
	})), G("click", u, () => t.lab.send("rewind", { to: 0 })), q(e, r), Ve();
}
pr(["click"]);
// src/playground/layers.ts
var Ts = [
	"batch_norm",
	"dropout",
	"standardize"
], Es = "identity";
function Ds(e) {
	let t = [];
	for (let n of e) {
		let e = t.at(-1);
		n.name === "dense" ? t.push({
			units: n.units ?? 1,
			activation: Es,
			batchNorm: !1,
			dropout: 0
		}) : e && n.name === "batch_norm" ? e.batchNorm = !0 : e && n.name === "dropout" ? e.dropout = Number(n.rate ?? 0) : e && !Ts.includes(n.name) && (e.activation = n.name);
	}
	return t.slice(0, -1);
}
function Os(e, t, n) {
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
			...t === Es ? [] : [t],
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
var ks = /* @__PURE__ */ K("<p role=\"status\" class=\"svelte-1bzsayr\"> <button> </button></p>"), As = /* @__PURE__ */ K("<section class=\"controls\"><!> <!> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!></div> <details><summary class=\"svelte-1bzsayr\"> </summary> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!> <!> <label class=\"check svelte-1bzsayr\"><input type=\"checkbox\" class=\"svelte-1bzsayr\"/> </label></div></details></section>"), js = {
	hash: "svelte-1bzsayr",
	code: "p.svelte-1bzsayr {margin:0.5rem 0 0;color:var(--muted);}.fields.svelte-1bzsayr {display:grid;grid-template-columns:repeat(auto-fill, minmax(9rem, 1fr));align-items:end;gap:0.5rem;margin-top:0.6rem;}summary.svelte-1bzsayr {margin-top:0.6rem;color:var(--muted);cursor:pointer;}.check.svelte-1bzsayr {display:flex;align-items:center;gap:0.4rem;font-size:0.85rem;color:var(--muted);}.check.svelte-1bzsayr input:where(.svelte-1bzsayr) {min-height:0;}"
};
function Ms(e, t) {
	Be(t, !0), Jr(e, js);
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
	], o = ["warm_up", "constant"], s = ["clip_norm"], c = /* @__PURE__ */ F(() => t.lab.state?.recipe ?? {}), l = /* @__PURE__ */ F(() => t.lab.welcome?.catalogue), u = (e) => (W(l)?.[e] ?? []).map(({ name: e }) => e), d = /* @__PURE__ */ F(() => Ds(t.lab.state?.layers ?? [])), f = (e) => new Set(e).size === 1 ? e[0] : "";
	function p(e, n) {
		t.lab.send("set", {
			key: e,
			value: Number(n)
		});
	}
	function m(e) {
		t.lab.change(e, "overlap");
	}
	function h(e, t) {
		let n = W(d)[0];
		m({
			hidden: W(d).map(({ units: e }) => e),
			activation: n?.activation,
			dropout: n?.dropout ?? 0,
			batch_norm: n?.batchNorm ?? !1,
			[e]: t,
			layers: null
		});
	}
	function g(e) {
		Number(W(c).dropout) > 0 && Number(e) > 0 ? p("dropout", e) : h("dropout", Number(e));
	}
	function _(e) {
		let n = e || null;
		W(c).layers ? t.lab.change(Os(W(d), t.lab.outputs, n)) : t.lab.change({ initializer: n });
	}
	function v(e) {
		let t = W(c).epochs ?? 100;
		m(e ? {
			schedule: e,
			epochs: t
		} : { schedule: null });
	}
	var y = As(), b = z(y);
	ws(b, {
		get lab() {
			return t.lab;
		},
		steps: !0
	});
	var x = V(b, 2), S = (e) => {
		var n = ks(), r = z(n), i = V(r), a = B(i, !0);
		N(n), H((e, t) => {
			J(r, `${e ?? ""} `), J(a, t);
		}, [() => Z("kept_weights"), () => Z("new_weights")]), G("click", i, () => t.lab.change({})), q(e, n);
	};
	Y(x, (e) => {
		t.lab.keptWeights && e(S);
	});
	var C = V(x, 2), w = z(C);
	bs(w, {
		label: "learning_rate",
		get options() {
			return n;
		},
		get value() {
			return W(c).learning_rate;
		},
		chosen: (e) => p("learning_rate", e)
	});
	var T = V(w, 2);
	{
		let e = /* @__PURE__ */ F(() => u("activation").filter((e) => e !== "softmax")), t = /* @__PURE__ */ F(() => f(W(d).map(({ activation: e }) => e))), n = /* @__PURE__ */ F(() => f(W(d).map(({ activation: e }) => e)) === "" ? "mixed" : void 0);
		bs(T, {
			label: "activation",
			get options() {
				return W(e);
			},
			get value() {
				return W(t);
			},
			chosen: (e) => h("activation", e),
			get none() {
				return W(n);
			}
		});
	}
	var E = V(T, 2);
	{
		let e = /* @__PURE__ */ F(() => u("optimizer").filter((e) => !s.includes(e)));
		bs(E, {
			label: "optimizer",
			get options() {
				return W(e);
			},
			get value() {
				return W(c).optimizer;
			},
			chosen: (e) => m({ optimizer: e })
		});
	}
	var D = V(E, 2);
	{
		let e = /* @__PURE__ */ F(() => u("loss")), n = /* @__PURE__ */ F(() => t.lab.state?.loss);
		bs(D, {
			label: "loss",
			get options() {
				return W(e);
			},
			get value() {
				return W(n);
			},
			chosen: (e) => m({ loss: e })
		});
	}
	var ee = V(D, 2);
	bs(ee, {
		label: "batch_size",
		get options() {
			return r;
		},
		get value() {
			return W(c).batch_size;
		},
		chosen: (e) => p("batch_size", e)
	}), bs(V(ee, 2), {
		label: "speed",
		get options() {
			return zi;
		},
		get value() {
			return t.lab.speed;
		},
		none: "speed_most",
		chosen: (e) => t.lab.setSpeed(e === "" ? null : Number(e))
	}), N(C);
	var te = V(C, 2), ne = z(te), O = B(ne, !0), re = V(ne, 2), ie = z(re);
	bs(ie, {
		label: "l2",
		get options() {
			return i;
		},
		get value() {
			return W(c).l2;
		},
		chosen: (e) => p("l2", e)
	});
	var ae = V(ie, 2);
	{
		let e = /* @__PURE__ */ F(() => f(W(d).map(({ dropout: e }) => e))), t = /* @__PURE__ */ F(() => f(W(d).map(({ dropout: e }) => e)) === "" ? "mixed" : void 0);
		bs(ae, {
			label: "dropout",
			get options() {
				return a;
			},
			get value() {
				return W(e);
			},
			get none() {
				return W(t);
			},
			chosen: g
		});
	}
	var oe = V(ae, 2);
	{
		let e = /* @__PURE__ */ F(() => u("initializer"));
		bs(oe, {
			label: "initializer",
			get options() {
				return W(e);
			},
			get value() {
				return W(c).initializer;
			},
			none: "initializer_usual",
			chosen: _
		});
	}
	var se = V(oe, 2);
	{
		let e = /* @__PURE__ */ F(() => u("schedule").filter((e) => !o.includes(e)));
		bs(se, {
			label: "schedule",
			get options() {
				return W(e);
			},
			get value() {
				return W(c).schedule;
			},
			none: "schedule_none",
			prefix: "schedule",
			chosen: v
		});
	}
	var ce = V(se, 2);
	{
		let e = /* @__PURE__ */ F(() => Z("never"));
		va(ce, {
			label: "stop_epochs",
			get value() {
				return W(c).epochs;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return W(e);
			},
			chosen: (e) => m({ epochs: e })
		});
	}
	var le = V(ce, 2);
	{
		let e = /* @__PURE__ */ F(() => Z("never"));
		va(le, {
			label: "stop_patience",
			get value() {
				return W(c).patience;
			},
			min: 1,
			max: 1e5,
			step: 1,
			get placeholder() {
				return W(e);
			},
			chosen: (e) => m({ patience: e })
		});
	}
	var k = V(le, 2);
	{
		let e = /* @__PURE__ */ F(() => W(c).seed ?? 0);
		va(k, {
			label: "seed",
			get value() {
				return W(e);
			},
			min: 0,
			max: 4294967295,
			step: 1,
			chosen: (e) => t.lab.change({ seed: e ?? 0 })
		});
	}
	var ue = V(k, 2), de = z(ue);
	ui(de);
	var A = V(de);
	N(ue), N(re), N(te), N(y), H((e, t, n, r) => {
		X(y, "aria-label", e), J(O, t), fi(de, n), J(A, ` ${r ?? ""}`);
	}, [
		() => Z("run"),
		() => Z("more_settings"),
		() => f(W(d).map(({ batchNorm: e }) => e)) === !0,
		() => Z("batch_norm")
	]), G("change", de, (e) => h("batch_norm", e.currentTarget.checked)), q(e, y), Ve();
}
pr(["click", "change"]);
// node_modules/uplot/dist/uPlot.esm.js
var Ns = !0, Ps = "uplot", Fs = "u-hz", Is = "u-vt", Ls = "u-title", Rs = "u-wrap", zs = "u-under", Bs = "u-over", Vs = "u-axis", Hs = "u-off", Us = "u-select", Ws = "u-cursor-x", Gs = "u-cursor-y", Ks = "u-cursor-pt", qs = "u-legend", Js = "u-live", Ys = "u-inline", Xs = "u-series", Zs = "u-marker", Qs = "u-label", $s = "u-value", ec = "width", tc = "height", nc = "top", rc = "bottom", ic = "left", ac = "right", oc = "#000", sc = "#0000", cc = "mousemove", lc = "mousedown", uc = "mouseup", dc = "mouseenter", fc = "mouseleave", pc = "dblclick", mc = "resize", hc = "scroll", gc = "change", _c = "dppxchange", vc = "--", yc = typeof window < "u", bc = yc ? document : null, xc = yc ? window : null, Sc = yc ? navigator : null, Cc, wc;
function Tc() {
	let e = devicePixelRatio;
	Cc != e && (Cc = e, wc && Bc(gc, wc, Tc), wc = matchMedia(`(min-resolution: ${Cc - .001}dppx) and (max-resolution: ${Cc + .001}dppx)`), zc(gc, wc, Tc), xc.dispatchEvent(new CustomEvent(_c)));
}
function Ec(e, t) {
	if (t != null) {
		let n = e.classList;
		!n.contains(t) && n.add(t);
	}
}
function Dc(e, t) {
	let n = e.classList;
	n.contains(t) && n.remove(t);
}
function Oc(e, t, n) {
	e.style[t] = n + "px";
}
function kc(e, t, n, r) {
	let i = bc.createElement(e);
	return t != null && Ec(i, t), n?.insertBefore(i, r), i;
}
function Ac(e, t) {
	return kc("div", e, t);
}
var jc = /* @__PURE__ */ new WeakMap();
function Mc(e, t, n, r, i) {
	let a = "translate(" + t + "px," + n + "px)";
	a != jc.get(e) && (e.style.transform = a, jc.set(e, a), t < 0 || n < 0 || t > r || n > i ? Ec(e, Hs) : Dc(e, Hs));
}
var Nc = /* @__PURE__ */ new WeakMap();
function Pc(e, t, n) {
	let r = t + n;
	r != Nc.get(e) && (Nc.set(e, r), e.style.background = t, e.style.borderColor = n);
}
var Fc = /* @__PURE__ */ new WeakMap();
function Ic(e, t, n, r) {
	let i = t + "" + n;
	i != Fc.get(e) && (Fc.set(e, i), e.style.height = n + "px", e.style.width = t + "px", e.style.marginLeft = r ? -t / 2 + "px" : 0, e.style.marginTop = r ? -n / 2 + "px" : 0);
}
var Lc = { passive: !0 }, Rc = {
	...Lc,
	capture: !0
};
function zc(e, t, n, r) {
	t.addEventListener(e, n, r ? Rc : Lc);
}
function Bc(e, t, n, r) {
	t.removeEventListener(e, n, Lc);
}
yc && Tc();
function Vc(e, t, n, r) {
	let i;
	n ||= 0, r ||= t.length - 1;
	let a = r <= 2147483647;
	for (; r - n > 1;) i = a ? n + r >> 1 : ll((n + r) / 2), t[i] < e ? n = i : r = i;
	return e - t[n] <= t[r] - e ? n : r;
}
function Hc(e) {
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
var Uc = (e) => e != null, Wc = (e) => e != null && e > 0, Gc = Hc(Uc), Kc = Hc(Wc);
function qc(e, t, n, r = 0, i = !1) {
	let a = i ? Kc : Gc, o = i ? Wc : Uc;
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
	return [s ?? bl, c ?? -bl];
}
function Jc(e, t, n, r) {
	let i = hl(e), a = hl(t);
	e == t && (i == -1 ? (e *= n, t /= n) : (e /= n, t *= n));
	let o = n == 10 ? gl : _l, s = i == 1 ? ll : dl, c = a == 1 ? dl : ll, l = s(o(cl(e))), u = c(o(cl(t))), d = ml(n, l), f = ml(n, u);
	return n == 10 && (l < 0 && (d = Il(d, -l)), u < 0 && (f = Il(f, -u))), r || n == 2 ? (e = d * i, t = f * a) : (e = Fl(e, d), t = Pl(t, f)), [e, t];
}
function Yc(e, t, n, r) {
	let i = Jc(e, t, n, r);
	return e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i;
}
var Xc = .1, Zc = {
	mode: 3,
	pad: Xc
}, Qc = {
	pad: 0,
	soft: null,
	mode: 0
}, $c = {
	min: Qc,
	max: Qc
};
function el(e, t, n, r) {
	return ql(n) ? rl(e, t, n) : (Qc.pad = n, Qc.soft = r ? 0 : null, Qc.mode = r ? 3 : 0, rl(e, t, $c));
}
function tl(e, t) {
	return e ?? t;
}
function nl(e, t, n) {
	for (t = tl(t, 0), n = tl(n, e.length - 1); t <= n;) {
		if (e[t] != null) return !0;
		t++;
	}
	return !1;
}
function rl(e, t, n) {
	let r = n.min, i = n.max, a = tl(r.pad, 0), o = tl(i.pad, 0), s = tl(r.hard, -bl), c = tl(i.hard, bl), l = tl(r.soft, bl), u = tl(i.soft, -bl), d = tl(r.mode, 0), f = tl(i.mode, 0), p = t - e, m = gl(p), h = pl(cl(e), cl(t)), g = cl(gl(h) - m);
	(p < 1e-24 || g > 10) && (p = 0, (e == 0 || t == 0) && (p = 1e-24, d == 2 && l != bl && (a = 0), f == 2 && u != -bl && (o = 0)));
	let _ = p || h || 1e3, v = ml(10, ll(gl(_))), y = Il(Fl(e - _ * (p == 0 ? e == 0 ? .1 : 1 : a), v / 10), 24), b = e >= l && (d == 1 || d == 3 && y <= l || d == 2 && y >= l) ? l : bl, x = pl(s, y < b && e >= b ? b : fl(b, y)), S = Il(Pl(t + _ * (p == 0 ? t == 0 ? .1 : 1 : o), v / 10), 24), C = t <= u && (f == 1 || f == 3 && S >= u || f == 2 && S <= u) ? u : -bl, w = fl(c, S > C && t <= C ? C : pl(C, S));
	return x == w && x == 0 && (w = 100), [x, w];
}
var il = new Intl.NumberFormat(yc ? Sc.language : "en-US"), al = (e) => il.format(e), ol = Math, sl = ol.PI, cl = ol.abs, ll = ol.floor, ul = ol.round, dl = ol.ceil, fl = ol.min, pl = ol.max, ml = ol.pow, hl = ol.sign, gl = ol.log10, _l = ol.log2, vl = (e, t = 1) => ol.sinh(e) * t, yl = (e, t = 1) => ol.asinh(e / t), bl = Infinity;
function xl(e) {
	return (gl((e ^ e >> 31) - (e >> 31)) | 0) + 1;
}
function Sl(e, t, n) {
	return fl(pl(e, t), n);
}
function Cl(e) {
	return typeof e == "function";
}
function wl(e) {
	return Cl(e) ? e : () => e;
}
var Tl = () => {}, El = (e) => e, Dl = (e, t) => t, Ol = (e) => null, kl = (e) => !0, Al = (e, t) => e == t, jl = /\.\d*?(?=9{6,}|0{6,})/gm, Ml = (e) => {
	if (Wl(e) || Ll.has(e)) return e;
	let t = `${e}`, n = t.match(jl);
	if (n == null) return e;
	let r = n[0].length - 1;
	if (t.indexOf("e-") != -1) {
		let [e, n] = t.split("e");
		return +`${Ml(e)}e${n}`;
	}
	return Il(e, r);
};
function Nl(e, t) {
	return Ml(Il(Ml(e / t)) * t);
}
function Pl(e, t) {
	return Ml(dl(Ml(e / t)) * t);
}
function Fl(e, t) {
	return Ml(ll(Ml(e / t)) * t);
}
function Il(e, t = 0) {
	if (Wl(e)) return e;
	let n = 10 ** t;
	return ul(e * n * (1 + 2 ** -52)) / n;
}
var Ll = /* @__PURE__ */ new Map();
function Rl(e) {
	return (("" + e).split(".")[1] || "").length;
}
function zl(e, t, n, r) {
	let i = [], a = r.map(Rl);
	for (let o = t; o < n; o++) {
		let t = cl(o), n = Il(ml(e, o), t);
		for (let s = 0; s < r.length; s++) {
			let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n, l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]), u = e == 10 ? c : Il(c, l);
			i.push(u), Ll.set(u, l);
		}
	}
	return i;
}
var Bl = {}, Vl = [], Hl = [null, null], Ul = Array.isArray, Wl = Number.isInteger, Gl = (e) => e === void 0;
function Kl(e) {
	return typeof e == "string";
}
function ql(e) {
	let t = !1;
	if (e != null) {
		let n = e.constructor;
		t = n == null || n == Object;
	}
	return t;
}
function Jl(e) {
	return typeof e == "object" && !!e;
}
var Yl = Object.getPrototypeOf(Uint8Array), Xl = "__proto__";
function Zl(e, t = ql) {
	let n;
	if (Ul(e)) {
		let r = e.find((e) => e != null);
		if (Ul(r) || t(r)) {
			n = Array(e.length);
			for (let r = 0; r < e.length; r++) n[r] = Zl(e[r], t);
		} else n = e.slice();
	} else if (e instanceof Yl) n = e.slice();
	else if (t(e)) {
		n = {};
		for (let r in e) r != Xl && (n[r] = Zl(e[r], t));
	} else n = e;
	return n;
}
function Ql(e) {
	let t = arguments;
	for (let n = 1; n < t.length; n++) {
		let r = t[n];
		for (let t in r) t != Xl && (ql(e[t]) ? Ql(e[t], Zl(r[t])) : e[t] = Zl(r[t]));
	}
	return e;
}
var $l = 0, eu = 1, tu = 2;
function nu(e, t, n) {
	for (let r = 0, i, a = -1; r < t.length; r++) {
		let o = t[r];
		if (o > a) {
			for (i = o - 1; i >= 0 && e[i] == null;) e[i--] = null;
			for (i = o + 1; i < n && e[i] == null;) e[a = i++] = null;
		}
	}
}
function ru(e, t) {
	if (ou(e)) {
		let t = e[0].slice();
		for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
		return su(t[0]) || (t = au(t)), t;
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
			let c = o[e], l = Array(i).fill(void 0), u = t ? t[n][e] : eu, d = [];
			for (let e = 0; e < c.length; e++) {
				let t = c[e], n = a.get(s[e]);
				t === null ? u != $l && (l[n] = t, u == tu && d.push(n)) : l[n] = t;
			}
			nu(l, d, i), r.push(l);
		}
	}
	return r;
}
var iu = typeof queueMicrotask > "u" ? (e) => Promise.resolve().then(e) : queueMicrotask;
function au(e) {
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
function ou(e) {
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
function su(e, t = 100) {
	let n = e.length;
	if (n <= 1) return !0;
	let r = 0, i = n - 1;
	for (; r <= i && e[r] == null;) r++;
	for (; i >= r && e[i] == null;) i--;
	if (i <= r) return !0;
	let a = pl(1, ll((i - r + 1) / t));
	for (let t = e[r], n = r + a; n <= i; n += a) {
		let r = e[n];
		if (r != null) {
			if (r <= t) return !1;
			t = r;
		}
	}
	return !0;
}
var cu = [
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
], lu = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
function uu(e) {
	return e.slice(0, 3);
}
var du = lu.map(uu), fu = {
	MMMM: cu,
	MMM: cu.map(uu),
	WWWW: lu,
	WWW: du
};
function pu(e) {
	return (e < 10 ? "0" : "") + e;
}
function mu(e) {
	return (e < 10 ? "00" : e < 100 ? "0" : "") + e;
}
var hu = {
	YYYY: (e) => e.getFullYear(),
	YY: (e) => (e.getFullYear() + "").slice(2),
	MMMM: (e, t) => t.MMMM[e.getMonth()],
	MMM: (e, t) => t.MMM[e.getMonth()],
	MM: (e) => pu(e.getMonth() + 1),
	M: (e) => e.getMonth() + 1,
	DD: (e) => pu(e.getDate()),
	D: (e) => e.getDate(),
	WWWW: (e, t) => t.WWWW[e.getDay()],
	WWW: (e, t) => t.WWW[e.getDay()],
	HH: (e) => pu(e.getHours()),
	H: (e) => e.getHours(),
	h: (e) => {
		let t = e.getHours();
		return t == 0 ? 12 : t > 12 ? t - 12 : t;
	},
	AA: (e) => e.getHours() >= 12 ? "PM" : "AM",
	aa: (e) => e.getHours() >= 12 ? "pm" : "am",
	a: (e) => e.getHours() >= 12 ? "p" : "a",
	mm: (e) => pu(e.getMinutes()),
	m: (e) => e.getMinutes(),
	ss: (e) => pu(e.getSeconds()),
	s: (e) => e.getSeconds(),
	fff: (e) => mu(e.getMilliseconds())
};
function gu(e, t) {
	t ||= fu;
	let n = [], r = /\{([a-z]+)\}|[^{]+/gi, i;
	for (; i = r.exec(e);) n.push(i[0][0] == "{" ? hu[i[1]] : i[0]);
	return (e) => {
		let r = "";
		for (let i = 0; i < n.length; i++) r += typeof n[i] == "string" ? n[i] : n[i](e, t);
		return r;
	};
}
var _u = new Intl.DateTimeFormat().resolvedOptions().timeZone;
function vu(e, t) {
	let n;
	return t == "UTC" || t == "Etc/UTC" ? n = /* @__PURE__ */ new Date(+e + e.getTimezoneOffset() * 6e4) : t == _u ? n = e : (n = new Date(e.toLocaleString("en-US", { timeZone: t })), n.setMilliseconds(e.getMilliseconds())), n;
}
var yu = (e) => e % 1 == 0, bu = [
	1,
	2,
	2.5,
	5
], xu = zl(10, -32, 0, bu), Su = zl(10, 0, 32, bu), Cu = Su.filter(yu), wu = xu.concat(Su), Tu = "\n", Eu = "{YYYY}", Du = Tu + Eu, Ou = "{M}/{D}", ku = Tu + Ou, Au = ku + "/{YY}", ju = "{aa}", Mu = "{h}:{mm}" + ju, Nu = Tu + Mu, Pu = ":{ss}", Fu = null;
function Iu(e) {
	let t = e * 1e3, n = t * 60, r = n * 60, i = r * 24, a = i * 30, o = i * 365, s = (e == 1 ? zl(10, 0, 3, bu).filter(yu) : zl(10, -3, 0, bu)).concat([
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
			Eu,
			Fu,
			Fu,
			Fu,
			Fu,
			Fu,
			Fu,
			1
		],
		[
			i * 28,
			"{MMM}",
			Du,
			Fu,
			Fu,
			Fu,
			Fu,
			Fu,
			1
		],
		[
			i,
			Ou,
			Du,
			Fu,
			Fu,
			Fu,
			Fu,
			Fu,
			1
		],
		[
			r,
			"{h}" + ju,
			Au,
			Fu,
			ku,
			Fu,
			Fu,
			Fu,
			1
		],
		[
			n,
			Mu,
			Au,
			Fu,
			ku,
			Fu,
			Fu,
			Fu,
			1
		],
		[
			t,
			Pu,
			Au + " " + Mu,
			Fu,
			ku + " " + Mu,
			Fu,
			Nu,
			Fu,
			1
		],
		[
			e,
			Pu + ".{fff}",
			Au + " " + Mu,
			Fu,
			ku + " " + Mu,
			Fu,
			Nu,
			Fu,
			1
		]
	];
	function l(t) {
		return (s, c, l, u, d, f) => {
			let p = [], m = d >= o, h = d >= a && d < o, g = t(l), _ = Il(g * e, 3), v = Ku(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()), y = Il(v * e, 3);
			if (h || m) {
				let n = h ? d / a : 0, r = m ? d / o : 0, i = _ == y ? _ : Il(Ku(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3), s = new Date(ul(i / e)), c = s.getFullYear(), l = s.getMonth();
				for (let a = 0; i <= u; a++) {
					let o = Ku(c + r * a, l + n * a, 1), s = o - t(Il(o * e, 3));
					i = Il((+o + s) * e, 3), i <= u && p.push(i);
				}
			} else {
				let a = d >= i ? i : d, o = y + (ll(l) - ll(_)) + Pl(_ - y, a);
				p.push(o);
				let m = t(o), h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r, g = d / r, v = f / s.axes[c]._space;
				for (; o = Il(o + d, e == 1 ? 0 : 3), !(o > u);) if (g > 1) {
					let e = ll(Il(h + g, 6)) % 24, n = t(o).getHours() - e;
					n > 1 && (n = -1), o -= n * r, h = (h + g) % 24;
					let i = p[p.length - 1];
					Il((o - i) / d, 3) * v >= .7 && p.push(o);
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
var [Lu, Ru, zu] = Iu(1), [Bu, Vu, Hu] = Iu(.001);
zl(2, -53, 53, [1]);
function Uu(e, t) {
	return e.map((e) => e.map((n, r) => r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n)));
}
function Wu(e, t) {
	return (n, r, i, a, o) => {
		let s = t.find((e) => o >= e[0]) || t[t.length - 1], c, l, u, d, f, p;
		return r.map((t) => {
			let n = e(t), r = n.getFullYear(), i = n.getMonth(), a = n.getDate(), o = n.getHours(), m = n.getMinutes(), h = n.getSeconds(), g = r != c && s[2] || i != l && s[3] || a != u && s[4] || o != d && s[5] || m != f && s[6] || h != p && s[7] || s[1];
			return c = r, l = i, u = a, d = o, f = m, p = h, g(n);
		});
	};
}
function Gu(e, t) {
	let n = gu(t);
	return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function Ku(e, t, n) {
	return new Date(e, t, n);
}
function qu(e, t) {
	return t(e);
}
var Ju = "{YYYY}-{MM}-{DD} {h}:{mm}{aa}";
function Yu(e, t) {
	return (n, r, i, a) => a == null ? vc : t(e(r));
}
function Xu(e, t) {
	let n = e.series[t];
	return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function Zu(e, t) {
	return e.series[t].fill(e, t);
}
var Qu = {
	show: !0,
	live: !0,
	isolate: !1,
	mount: Tl,
	markers: {
		show: !0,
		width: 2,
		stroke: Xu,
		fill: Zu,
		dash: "solid"
	},
	idx: null,
	idxs: null,
	values: []
};
function $u(e, t) {
	let n = e.cursor.points, r = Ac(), i = n.size(e, t);
	Oc(r, ec, i), Oc(r, tc, i);
	let a = i / -2;
	Oc(r, "marginLeft", a), Oc(r, "marginTop", a);
	let o = n.width(e, t, i);
	return o && Oc(r, "borderWidth", o), r;
}
function ed(e, t) {
	let n = e.series[t].points;
	return n._fill || n._stroke;
}
function td(e, t) {
	let n = e.series[t].points;
	return n._stroke || n._fill;
}
function nd(e, t) {
	return e.series[t].points.size;
}
var rd = [0, 0];
function id(e, t, n) {
	return rd[0] = t, rd[1] = n, rd;
}
function ad(e, t, n, r = !0) {
	return (e) => {
		e.button != 0 || r && e.target != t || n(e);
	};
}
function od(e, t, n, r = !0) {
	return (e) => {
		r && e.target != t || n(e);
	};
}
var sd = {
	show: !0,
	x: !0,
	y: !0,
	lock: !1,
	move: id,
	points: {
		one: !1,
		show: $u,
		size: nd,
		width: 0,
		stroke: td,
		fill: ed
	},
	bind: {
		mousedown: ad,
		mouseup: ad,
		click: ad,
		dblclick: ad,
		mousemove: od,
		mouseleave: od,
		mouseenter: od
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
}, cd = {
	show: !0,
	stroke: "rgba(0,0,0,0.07)",
	width: 2
}, ld = Ql({}, cd, { filter: Dl }), ud = Ql({}, ld, { size: 10 }), dd = Ql({}, cd, { show: !1 }), fd = "12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"", pd = "bold " + fd, md = 1.5, hd = {
	show: !0,
	scale: "x",
	stroke: oc,
	space: 50,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: pd,
	side: 2,
	grid: ld,
	ticks: ud,
	border: dd,
	font: fd,
	lineGap: md,
	rotate: 0
}, gd = "Value", _d = "Time", vd = {
	show: !0,
	scale: "x",
	auto: !1,
	sorted: 1,
	min: bl,
	max: -Infinity,
	idxs: []
};
function yd(e, t, n, r, i) {
	return t.map((e) => e == null ? "" : al(e));
}
function bd(e, t, n, r, i, a, o) {
	let s = [], c = Ll.get(i) || 0;
	n = o ? n : Il(Pl(n, i), c);
	for (let e = n; e <= r; e = Il(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
	return s;
}
function xd(e, t, n, r, i, a, o) {
	let s = [], c = e.scales[e.axes[t].scale].log;
	i = ml(c, ll((c == 10 ? gl : _l)(n))), c == 10 && (i = wu[Vc(i, wu)]);
	let l = n, u = i * c;
	c == 10 && (u = wu[Vc(u, wu)]);
	do
		s.push(l), l += i, c == 10 && !Ll.has(l) && (l = Il(l, Ll.get(i))), l >= u && (i = l, u = i * c, c == 10 && (u = wu[Vc(u, wu)]));
	while (l <= r);
	return s;
}
function Sd(e, t, n, r, i, a, o) {
	let s = e.scales[e.axes[t].scale].asinh, c = r > s ? xd(e, t, pl(s, n), r, i) : [s], l = r >= 0 && n <= 0 ? [0] : [];
	return (n < -s ? xd(e, t, pl(s, -r), -n, i) : [s]).reverse().map((e) => -e).concat(l, c);
}
var Cd = /./, wd = /[12357]/, Td = /[125]/, Ed = /1/, Dd = (e, t, n, r) => e.map((e, i) => t == 4 && e == 0 || i % r == 0 && n.test(e.toExponential()[+(e < 0)]) ? e : null);
function Od(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = e.scales[o], c = e.valToPos, l = a._space, u = c(10, o), d = c(9, o) - u >= l ? Cd : c(7, o) - u >= l ? wd : c(5, o) - u >= l ? Td : Ed;
	if (d == Ed) {
		let e = cl(c(1, o) - u);
		if (e < l) return Dd(t.slice().reverse(), s.distr, d, dl(l / e)).reverse();
	}
	return Dd(t, s.distr, d, 1);
}
function kd(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = a._space, c = e.valToPos, l = cl(c(1, o) - c(2, o));
	return l < s ? Dd(t.slice().reverse(), 3, Cd, dl(s / l)).reverse() : t;
}
function Ad(e, t, n, r) {
	return r == null ? vc : t == null ? "" : al(t);
}
var jd = {
	show: !0,
	scale: "y",
	stroke: oc,
	space: 30,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: pd,
	side: 3,
	grid: ld,
	ticks: ud,
	border: dd,
	font: fd,
	lineGap: md,
	rotate: 0
};
function Md(e, t) {
	return Il((3 + (e || 1) * 2) * t, 3);
}
function Nd(e, t) {
	let { scale: n, idxs: r } = e.series[0], i = e._data[0], a = e.valToPos(i[r[0]], n, !0), o = cl(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * Cc);
	return r[1] - r[0] <= o;
}
var Pd = {
	scale: null,
	auto: !0,
	sorted: 0,
	min: bl,
	max: -Infinity
}, Fd = (e, t, n, r, i) => i, Id = {
	show: !0,
	auto: !0,
	sorted: 0,
	gaps: Fd,
	alpha: 1,
	facets: [Ql({}, Pd, { scale: "x" }), Ql({}, Pd, { scale: "y" })]
}, Ld = {
	scale: "y",
	auto: !0,
	sorted: 0,
	show: !0,
	spanGaps: !1,
	gaps: Fd,
	alpha: 1,
	points: {
		show: Nd,
		filter: null
	},
	values: null,
	min: bl,
	max: -Infinity,
	idxs: [],
	path: null,
	clip: null
};
function Rd(e, t, n, r, i) {
	return n / 10;
}
var zd = {
	time: Ns,
	auto: !0,
	distr: 1,
	log: 10,
	asinh: 1,
	min: null,
	max: null,
	dir: 1,
	ori: 0
}, Bd = Ql({}, zd, {
	time: !1,
	ori: 1
}), Vd = {};
function Hd(e, t) {
	let n = Vd[e];
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
	}, e != null && (Vd[e] = n)), n;
}
var Ud = 1, Wd = 2;
function Gd(e, t, n) {
	let r = e.mode, i = e.series[t], a = r == 2 ? e._data[t] : e._data, o = e.scales, s = e.bbox, c = a[0], l = r == 2 ? a[1] : a[t], u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale], d = r == 2 ? o[i.facets[1].scale] : o[i.scale], f = s.left, p = s.top, m = s.width, h = s.height, g = e.valToPosH, _ = e.valToPosV;
	return u.ori == 0 ? n(i, c, l, u, d, g, _, f, p, m, h, ef, nf, af, sf, lf) : n(i, c, l, u, d, _, g, p, f, h, m, tf, rf, of, cf, uf);
}
function Kd(e, t) {
	let n = 0, r = 0, i = tl(e.bands, Vl);
	for (let e = 0; e < i.length; e++) {
		let a = i[e];
		a.series[0] == t ? n = a.dir : a.series[1] == t && (a.dir == 1 ? r |= 1 : r |= 2);
	}
	return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function qd(e, t, n, r, i) {
	let a = e.mode, o = e.series[t], s = a == 2 ? o.facets[1].scale : o.scale, c = e.scales[s];
	return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? c.dir == 1 ? c.min : c.max : 0;
}
function Jd(e, t, n, r, i, a) {
	return Gd(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
		let h = e.pxRound, g = s.dir * (s.ori == 0 ? 1 : -1), _ = s.ori == 0 ? nf : rf, v, y;
		g == 1 ? (v = n, y = r) : (v = r, y = n);
		let b = h(l(t[v], s, p, d)), x = h(u(o[v], c, m, f)), S = h(l(t[y], s, p, d)), C = h(u(a == 1 ? c.max : c.min, c, m, f)), w = new Path2D(i);
		return _(w, S, C), _(w, b, C), _(w, b, x), w;
	});
}
function Yd(e, t, n, r, i, a) {
	let o = null;
	if (e.length > 0) {
		o = new Path2D();
		let s = t == 0 ? af : of, c = n;
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
function Xd(e, t, n) {
	let r = e[e.length - 1];
	r && r[0] == t ? r[1] = n : e.push([t, n]);
}
function Zd(e, t, n, r, i, a, o) {
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
function Qd(e) {
	return e == 0 ? El : e == 1 ? ul : (t) => Nl(t, e);
}
function $d(e) {
	let t = e == 0 ? ef : tf, n = e == 0 ? (e, t, n, r, i, a) => {
		e.arcTo(t, n, r, i, a);
	} : (e, t, n, r, i, a) => {
		e.arcTo(n, t, i, r, a);
	}, r = e == 0 ? (e, t, n, r, i) => {
		e.rect(t, n, r, i);
	} : (e, t, n, r, i) => {
		e.rect(n, t, i, r);
	};
	return (e, i, a, o, s, c = 0, l = 0) => {
		c == 0 && l == 0 ? r(e, i, a, o, s) : (c = fl(c, o / 2, s / 2), l = fl(l, o / 2, s / 2), t(e, i + c, a), n(e, i + o, a, i + o, a + s, c), n(e, i + o, a + s, i, a + s, l), n(e, i, a + s, i, a, l), n(e, i, a, i + o, a, c), e.closePath());
	};
}
var ef = (e, t, n) => {
	e.moveTo(t, n);
}, tf = (e, t, n) => {
	e.moveTo(n, t);
}, nf = (e, t, n) => {
	e.lineTo(t, n);
}, rf = (e, t, n) => {
	e.lineTo(n, t);
}, af = $d(0), of = $d(1), sf = (e, t, n, r, i, a) => {
	e.arc(t, n, r, i, a);
}, cf = (e, t, n, r, i, a) => {
	e.arc(n, t, r, i, a);
}, lf = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(t, n, r, i, a, o);
}, uf = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(n, t, i, r, o, a);
};
function df(e) {
	return (e, t, n, r, i) => Gd(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
		let { pxRound: h, points: g } = t, _, v;
		s.ori == 0 ? (_ = ef, v = sf) : (_ = tf, v = cf);
		let y = Il(g.width * Cc, 3), b = (g.size - g.width) / 2 * Cc, x = Il(b * 2, 3), S = new Path2D(), C = new Path2D(), { left: w, top: T, width: E, height: D } = e.bbox;
		af(C, w - x, T - x, E + x * 2, D + x * 2);
		let ee = (e) => {
			if (o[e] != null) {
				let t = h(l(a[e], s, p, d)), n = h(u(o[e], c, m, f));
				_(S, t + b, n), v(S, t, n, b, 0, sl * 2);
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
function ff(e) {
	return (t, n, r, i, a, o) => {
		r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
	};
}
var pf = ff(nf), mf = ff(rf);
function hf(e) {
	let t = tl(e?.alignGaps, 0);
	return (e, n, r, i) => Gd(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
		[r, i] = Gc(s, r, i);
		let g = a.pxRound, _ = (e) => g(u(e, c, m, f)), v = (e) => g(d(e, l, h, p)), y, b;
		c.ori == 0 ? (y = nf, b = pf) : (y = rf, b = mf);
		let x = c.dir * (c.ori == 0 ? 1 : -1), S = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: Ud
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
		let [T, E] = Kd(e, n);
		if (a.fill != null || T != 0) {
			let t = S.fill = new Path2D(C), s = v(a.fillTo(e, n, a.min, a.max, T)), c = _(o[r]), l = _(o[i]);
			x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
		}
		if (!a.spanGaps) {
			let l = [];
			w && l.push(...Zd(o, s, r, i, x, _, t)), S.gaps = l = a.gaps(e, n, r, i, l), S.clip = Yd(l, c.ori, f, p, m, h);
		}
		return E != 0 && (S.band = E == 2 ? [Jd(e, n, r, i, C, -1), Jd(e, n, r, i, C, 1)] : Jd(e, n, r, i, C, E)), S;
	});
}
function gf(e) {
	let t = tl(e.align, 1), n = tl(e.ascDesc, !1), r = tl(e.alignGaps, 0), i = tl(e.extend, !1);
	return (e, a, o, s) => Gd(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
		[o, s] = Gc(u, o, s);
		let y = c.pxRound, { left: b, width: x } = e.bbox, S = (e) => y(p(e, d, _, h)), C = (e) => y(m(e, f, v, g)), w = d.ori == 0 ? nf : rf, T = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: Ud
		}, E = T.stroke, D = d.dir * (d.ori == 0 ? 1 : -1), ee = C(u[D == 1 ? o : s]), te = S(l[D == 1 ? o : s]), ne = te, O = te;
		i && t == -1 && (O = b, w(E, O, ee)), w(E, te, ee);
		for (let e = D == 1 ? o : s; e >= o && e <= s; e += D) {
			let n = u[e];
			if (n == null) continue;
			let r = S(l[e]), i = C(n);
			t == 1 ? w(E, r, ee) : w(E, ne, i), w(E, r, i), ee = i, ne = r;
		}
		let re = ne;
		i && t == 1 && (re = b + x, w(E, re, ee));
		let [ie, ae] = Kd(e, a);
		if (c.fill != null || ie != 0) {
			let t = T.fill = new Path2D(E), n = C(c.fillTo(e, a, c.min, c.max, ie));
			w(t, re, n), w(t, O, n);
		}
		if (!c.spanGaps) {
			let i = [];
			i.push(...Zd(l, u, o, s, D, S, r));
			let f = c.width * Cc / 2, p = n || t == 1 ? f : -f, m = n || t == -1 ? -f : f;
			i.forEach((e) => {
				e[0] += p, e[1] += m;
			}), T.gaps = i = c.gaps(e, a, o, s, i), T.clip = Yd(i, d.ori, h, g, _, v);
		}
		return ae != 0 && (T.band = ae == 2 ? [Jd(e, a, o, s, E, -1), Jd(e, a, o, s, E, 1)] : Jd(e, a, o, s, E, ae)), T;
	});
}
function _f(e, t, n, r, i, a, o = bl) {
	if (e.length > 1) {
		let s = null;
		for (let c = 0, l = Infinity; c < e.length; c++) if (t[c] !== void 0) {
			if (s != null) {
				let t = cl(e[c] - e[s]);
				t < l && (l = t, o = cl(n(e[c], r, i, a) - n(e[s], r, i, a)));
			}
			s = c;
		}
	}
	return o;
}
function vf(e) {
	e ||= Bl;
	let t = tl(e.size, [
		.6,
		bl,
		1
	]), n = e.align || 0, r = e.gap || 0, i = e.radius;
	i = i == null ? [0, 0] : typeof i == "number" ? [i, 0] : i;
	let a = wl(i), o = 1 - t[0], s = tl(t[1], bl), c = tl(t[2], 1), l = tl(e.disp, Bl), u = tl(e.each, (e) => {}), { fill: d, stroke: f } = l;
	return (e, t, i, p) => Gd(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
		let T = m.pxRound, E = n, D = r * Cc, ee = s * Cc, te = c * Cc, ne, O;
		_.ori == 0 ? [ne, O] = a(e, t) : [O, ne] = a(e, t);
		let re = _.dir * (_.ori == 0 ? 1 : -1), ie = _.ori == 0 ? af : of, ae = _.ori == 0 ? u : (e, t, n, r, i, a, o) => {
			u(e, t, n, i, r, o, a);
		}, oe = tl(e.bands, Vl).find((e) => e.series[0] == t), se = oe == null ? 0 : oe.dir, ce = m.fillTo(e, t, m.min, m.max, se), le = T(b(ce, v, w, S)), k, ue, de, A = C, fe = T(m.width * Cc), pe = !1, me = null, he = null, ge = null, _e = null;
		d != null && (fe == 0 || f != null) && (pe = !0, me = d.values(e, t, i, p), he = /* @__PURE__ */ new Map(), new Set(me).forEach((e) => {
			e != null && he.set(e, new Path2D());
		}), fe > 0 && (ge = f.values(e, t, i, p), _e = /* @__PURE__ */ new Map(), new Set(ge).forEach((e) => {
			e != null && _e.set(e, new Path2D());
		})));
		let { x0: ve, size: j } = l;
		if (ve != null && j != null) {
			E = 1, h = ve.values(e, t, i, p), ve.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
			let n = j.values(e, t, i, p);
			ue = j.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x), A = _f(h, g, y, _, C, x, A), de = A - ue + D;
		} else A = _f(h, g, y, _, C, x, A), de = A * o + D, ue = A - de;
		de < 1 && (de = 0), fe >= ue / 2 && (fe = 0), de < 5 && (T = El);
		let ye = de > 0, M = A - de - (ye ? fe : 0);
		ue = T(Sl(M, te, ee)), k = (E == 0 ? ue / 2 : E == re ? 0 : ue) - E * re * ((E == 0 ? D / 2 : 0) + (ye ? fe / 2 : 0));
		let be = {
			stroke: null,
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: 0
		}, xe = pe ? null : new Path2D(), N = null;
		if (oe != null) N = e.data[oe.series[1]];
		else {
			let { y0: n, y1: r } = l;
			n != null && r != null && (g = r.values(e, t, i, p), N = n.values(e, t, i, p));
		}
		let Se = ne * ue, Ce = O * ue;
		for (let n = re == 1 ? i : p; n >= i && n <= p; n += re) {
			let r = g[n];
			if (r == null) continue;
			if (N != null) {
				let e = N[n] ?? 0;
				if (r - e == 0) continue;
				le = b(e, v, w, S);
			}
			let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x), a = b(tl(r, ce), v, w, S), o = T(i - k), s = T(pl(a, le)), c = T(fl(a, le)), u = s - c;
			if (r != null) {
				let i = r < 0 ? Ce : Se, a = r < 0 ? Se : Ce;
				pe ? (fe > 0 && ge[n] != null && ie(_e.get(ge[n]), o, c + ll(fe / 2), ue, pl(0, u - fe), i, a), me[n] != null && ie(he.get(me[n]), o, c + ll(fe / 2), ue, pl(0, u - fe), i, a)) : ie(xe, o, c + ll(fe / 2), ue, pl(0, u - fe), i, a), ae(e, t, n, o - fe / 2, c, ue + fe, u);
			}
		}
		return fe > 0 ? be.stroke = pe ? _e : xe : pe || (be._fill = m.width == 0 ? m._fill : m._stroke ?? m._fill, be.width = 0), be.fill = pe ? he : xe, be;
	});
}
function yf(e, t) {
	let n = tl(t?.alignGaps, 0);
	return (t, r, i, a) => Gd(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
		[i, a] = Gc(c, i, a);
		let _ = o.pxRound, v = (e) => _(d(e, l, h, p)), y = (e) => _(f(e, u, g, m)), b, x, S;
		l.ori == 0 ? (b = ef, S = nf, x = lf) : (b = tf, S = rf, x = uf);
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
			flags: Ud
		}, te = ee.stroke, [ne, O] = Kd(t, r);
		if (o.fill != null || ne != 0) {
			let e = ee.fill = new Path2D(te), n = y(o.fillTo(t, r, o.min, o.max, ne));
			S(e, T, n), S(e, w, n);
		}
		if (!o.spanGaps) {
			let e = [];
			e.push(...Zd(s, c, i, a, C, v, n)), ee.gaps = e = o.gaps(t, r, i, a, e), ee.clip = Yd(e, l.ori, p, m, h, g);
		}
		return O != 0 && (ee.band = O == 2 ? [Jd(t, r, i, a, te, -1), Jd(t, r, i, a, te, 1)] : Jd(t, r, i, a, te, O)), ee;
	});
}
function bf(e) {
	return yf(xf, e);
}
function xf(e, t, n, r, i, a) {
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
var Sf = /* @__PURE__ */ new Set();
function Cf() {
	for (let e of Sf) e.syncRect(!0);
}
yc && (zc(mc, xc, Cf), zc(hc, xc, Cf, !0), zc(_c, xc, () => {
	zf.pxRatio = Cc;
}));
var wf = hf(), Tf = df();
function Ef(e, t, n, r) {
	return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => Of(e, r, t, n));
}
function Df(e, t) {
	return e.map((e, n) => n == 0 ? {} : Ql({}, t, e));
}
function Of(e, t, n, r) {
	return Ql({}, t == 0 ? n : r, e);
}
function kf(e, t, n) {
	return t == null ? Hl : [t, n];
}
var Af = kf;
function jf(e, t, n) {
	return t == null ? Hl : el(t, n, Xc, !0);
}
function Mf(e, t, n, r) {
	return t == null ? Hl : Jc(t, n, e.scales[r].log, !1);
}
var Nf = Mf;
function Pf(e, t, n, r) {
	return t == null ? Hl : Yc(t, n, e.scales[r].log, !1);
}
var Ff = Pf;
function If(e, t, n, r, i) {
	let a = pl(xl(e), xl(t)), o = t - e, s = Vc(i / r * o, n);
	do {
		let e = n[s], t = r * e / o;
		if (t >= i && a + (e < 5 ? Ll.get(e) : 0) <= 17) return [e, t];
	} while (++s < n.length);
	return [0, 0];
}
function Lf(e) {
	let t, n;
	return e = e.replace(/(\d+)px/, (e, r) => (t = ul((n = +r) * Cc)) + "px"), [
		e,
		t,
		n
	];
}
function Rf(e) {
	e.show && [e.font, e.labelFont].forEach((e) => {
		let t = Il(e[2] * Cc, 1);
		e[0] = e[0].replace(/[0-9.]+px/, t + "px"), e[1] = t;
	});
}
function zf(e, t, n) {
	let r = { mode: tl(e.mode, 1) }, i = r.mode;
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
	let l = r.root = Ac(Ps);
	if (e.id != null && (l.id = e.id), Ec(l, e.class), e.title) {
		let t = Ac(Ls, l);
		t.textContent = e.title;
	}
	let u = kc("canvas"), d = r.ctx = u.getContext("2d"), f = Ac(Rs, l);
	zc("click", f, (e) => {
		e.target === m && (sn != nn || cn != rn) && un.click(r, e);
	}, !0);
	let p = r.under = Ac(zs, f);
	f.appendChild(u);
	let m = r.over = Ac(Bs, f);
	e = Zl(e);
	let h = +tl(e.pxAlign, 1), g = Qd(h);
	(e.plugins || []).forEach((t) => {
		t.opts && (e = t.opts(r, e) || e);
	});
	let _ = e.ms || .001, v = r.series = i == 1 ? Ef(e.series || [], vd, Ld, !1) : Df(e.series || [null], Id), y = r.axes = Ef(e.axes || [], hd, jd, !0), b = r.scales = {}, x = r.bands = e.bands || [];
	x.forEach((e) => {
		e.fill = wl(e.fill || null), e.dir = tl(e.dir, -1);
	});
	let S = i == 2 ? v[1].facets[0].scale : v[0].scale, C = {
		axes: Ut,
		series: Pt
	}, w = (e.drawOrder || ["axes", "series"]).map((e) => C[e]);
	function T(e) {
		let t = e.distr == 3 ? (t) => gl(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key)) : e.distr == 4 ? (t) => yl(t, e.asinh) : e.distr == 100 ? (t) => e.fwd(t) : (e) => e;
		return (n) => {
			let r = t(n), { _min: i, _max: a } = e, o = a - i;
			return (r - i) / o;
		};
	}
	function E(t) {
		let n = b[t];
		if (n == null) {
			let r = (e.scales || Bl)[t] || Bl;
			if (r.from != null) {
				E(r.from);
				let e = Ql({}, b[r.from], r, { key: t });
				e.valToPct = T(e), b[t] = e;
			} else {
				n = b[t] = Ql({}, t == S ? zd : Bd, r), n.key = t;
				let e = n.time, a = n.range, o = Ul(a);
				if ((t != S || i == 2 && !e) && (o && (a[0] == null || a[1] == null) && (a = {
					min: a[0] == null ? Zc : {
						mode: 1,
						hard: a[0],
						soft: a[0]
					},
					max: a[1] == null ? Zc : {
						mode: 1,
						hard: a[1],
						soft: a[1]
					}
				}, o = !1), !o && ql(a))) {
					let e = a;
					a = (t, n, r) => n == null ? Hl : el(n, r, e);
				}
				n.range = wl(a || (e ? Af : t == S ? n.distr == 3 ? Nf : n.distr == 4 ? Ff : kf : n.distr == 3 ? Mf : n.distr == 4 ? Pf : jf)), n.auto = wl(!o && n.auto), n.clamp = wl(n.clamp || Rd), n._min = n._max = null, n.valToPct = T(n);
			}
		}
	}
	E("x"), E("y"), i == 1 && v.forEach((e) => {
		E(e.scale);
	}), y.forEach((e) => {
		E(e.scale);
	});
	for (let t in e.scales) E(t);
	let D = b[S], ee = D.distr, te, ne;
	D.ori == 0 ? (Ec(l, Fs), te = a, ne = o) : (Ec(l, Is), te = o, ne = a);
	let O = {};
	for (let e in b) {
		let t = b[e];
		(t.min != null || t.max != null) && (O[e] = {
			min: t.min,
			max: t.max
		}, t.min = t.max = null);
	}
	let re = e.tzDate || ((e) => new Date(ul(e / _))), ie = e.fmtDate || gu, ae = _ == 1 ? zu(re) : Hu(re), oe = Wu(re, Uu(_ == 1 ? Ru : Vu, ie)), se = Yu(re, qu(Ju, ie)), ce = [], le = r.legend = Ql({}, Qu, e.legend), k = r.cursor = Ql({}, sd, { drag: { y: i == 2 } }, e.cursor), ue = le.show, de = k.show, A = le.markers;
	le.idxs = ce, A.width = wl(A.width), A.dash = wl(A.dash), A.stroke = wl(A.stroke), A.fill = wl(A.fill);
	let fe, pe, me, he = [], ge = [], _e, ve = !1, j = {};
	if (le.live) {
		let e = v[1] ? v[1].values : null;
		ve = e != null, _e = ve ? e(r, 1, 0) : { _: 0 };
		for (let e in _e) j[e] = vc;
	}
	if (ue) {
		if (fe = kc("table", qs, l), me = kc("tbody", null, fe), le.mount(r, fe), ve) {
			pe = kc("thead", null, fe, me);
			let e = kc("tr", null, pe);
			for (var ye in kc("th", null, e), _e) kc("th", Qs, e).textContent = ye;
		} else Ec(fe, Ys), le.live && Ec(fe, Js);
	}
	let M = { show: !0 }, be = { show: !1 };
	function xe(e, t) {
		if (t == 0 && (ve || !le.live || i == 2)) return Hl;
		let n = [], a = kc("tr", Xs, me, me.childNodes[t]);
		Ec(a, e.class), e.show || Ec(a, Hs);
		let o = kc("th", null, a);
		if (A.show) {
			let e = Ac(Zs, o);
			if (t > 0) {
				let n = A.width(r, t);
				n && (e.style.border = n + "px " + A.dash(r, t) + " " + A.stroke(r, t)), e.style.background = A.fill(r, t);
			}
		}
		let s = Ac(Qs, o);
		for (var c in e.label instanceof HTMLElement ? s.appendChild(e.label) : s.textContent = e.label, t > 0 && (A.show || (s.style.color = e.width > 0 ? A.stroke(r, t) : A.fill(r, t)), Se("click", o, (t) => {
			if (k._lock) return;
			Ye(t);
			let n = v.indexOf(e);
			if ((t.ctrlKey || t.metaKey) != le.isolate) {
				let e = v.some((e, t) => t > 0 && t != n && e.show);
				v.forEach((t, r) => {
					r > 0 && H(r, e ? r == n ? M : be : M, !0, tr.setSeries);
				});
			} else H(n, { show: !e.show }, !0, tr.setSeries);
		}, !1), Qe && Se(dc, o, (t) => {
			k._lock || (Ye(t), H(v.indexOf(e), Tn, !0, tr.setSeries));
		}, !1)), _e) {
			let e = kc("td", $s, a);
			e.textContent = "--", n.push(e);
		}
		return [a, n];
	}
	let N = /* @__PURE__ */ new Map();
	function Se(e, t, n, i = !0) {
		let a = N.get(t) || {}, o = k.bind[e](r, t, n, i);
		o && (zc(e, t, a[e] = o), N.set(t, a));
	}
	function Ce(e, t, n) {
		let r = N.get(t) || {};
		for (let n in r) (e == null || n == e) && (Bc(n, t, r[n]), delete r[n]);
		e ?? N.delete(t);
	}
	let we = 0, Te = 0, Ee = 0, P = 0, De = 0, Oe = 0, ke = De, Ae = Oe, je = Ee, Me = P, Ne = 0, Pe = 0, Fe = 0, Ie = 0;
	r.bbox = {};
	let Le = !1, Re = !1, ze = !1, Be = !1, Ve = !1, He = !1;
	function Ue(e, t, n) {
		(n || e != r.width || t != r.height) && We(e, t), Wt(!1), ze = !0, Re = !0, Yt();
	}
	function We(e, t) {
		r.width = we = Ee = e, r.height = Te = P = t, De = Oe = 0, qe(), Je();
		let n = r.bbox;
		Ne = n.left = Nl(De * Cc, .5), Pe = n.top = Nl(Oe * Cc, .5), Fe = n.width = Nl(Ee * Cc, .5), Ie = n.height = Nl(P * Cc, .5);
	}
	function Ge() {
		let e = !1, t = 0;
		for (; !e;) {
			t++;
			let n = Vt(t), i = Ht(t);
			e = t == 3 || n && i, e || (We(r.width, r.height), Re = !0);
		}
	}
	function Ke({ width: e, height: t }) {
		Ue(e, t);
	}
	r.setSize = Ke;
	function qe() {
		let e = !1, t = !1, n = !1, r = !1;
		y.forEach((i, a) => {
			if (i.show && i._show) {
				let { side: a, _size: o } = i, s = a % 2, c = o + (i.label == null ? 0 : i.labelSize);
				c > 0 && (s ? (Ee -= c, a == 3 ? (De += c, r = !0) : n = !0) : (P -= c, a == 0 ? (Oe += c, e = !0) : t = !0));
			}
		}), st[0] = e, st[1] = n, st[2] = t, st[3] = r, Ee -= ut[1] + ut[3], De += ut[3], P -= ut[2] + ut[0], Oe += ut[0];
	}
	function Je() {
		let e = De + Ee, t = Oe + P, n = De, r = Oe;
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
	if (k.dataIdx == null) {
		let e = k.hover, n = e.skip = new Set(e.skip ?? []);
		n.add(void 0);
		let r = e.prox = wl(e.prox), i = e.bias ??= 0;
		k.dataIdx = (e, a, o, s) => {
			if (a == 0) return o;
			let c = o, l = r(e, a, o, s) ?? bl, u = l >= 0 && l < bl, d = D.ori == 0 ? Ee : P, f = k.left, p = t[0], m = t[a];
			if (n.has(m[o])) {
				c = null;
				let e = null, t = null, r;
				if (i == 0 || i == -1) for (r = o; e == null && r-- > 0;) n.has(m[r]) || (e = r);
				if (i == 0 || i == 1) for (r = o; t == null && r++ < m.length;) n.has(m[r]) || (t = r);
				if (e != null || t != null) {
					if (u) {
						let n = e == null ? -Infinity : te(p[e], D, d, 0), r = t == null ? Infinity : te(p[t], D, d, 0), i = f - n, a = r - f;
						i <= a ? i <= l && (c = e) : a <= l && (c = t);
					} else c = t == null ? e : e == null ? t : o - e <= t - o ? e : t;
				}
			} else u && cl(f - te(p[o], D, d, 0)) > l && (c = null);
			return c;
		};
	}
	let Ye = (e) => {
		k.event = e;
	};
	k.idxs = ce, k._lock = !1;
	let Xe = k.points;
	Xe.show = wl(Xe.show), Xe.size = wl(Xe.size), Xe.stroke = wl(Xe.stroke), Xe.width = wl(Xe.width), Xe.fill = wl(Xe.fill);
	let Ze = r.focus = Ql({}, e.focus || { alpha: .3 }, k.focus), Qe = Ze.prox >= 0, $e = Qe && Xe.one, et = [], tt = [], nt = [];
	function rt(e, t) {
		let n = Xe.show(r, t);
		if (n instanceof HTMLElement) return Ec(n, Ks), Ec(n, e.class), Mc(n, -10, -10, Ee, P), m.insertBefore(n, et[t]), n;
	}
	function it(e, t) {
		if (i == 1 || t > 0) {
			let t = i == 1 && b[e.scale].time, n = e.value;
			e.value = t ? Kl(n) ? Yu(re, qu(n, ie)) : n || se : n || Ad, e.label = e.label || (t ? _d : gd);
		}
		if ($e || t > 0) {
			e.width = e.width == null ? 1 : e.width, e.paths = e.paths || wf || Ol, e.fillTo = wl(e.fillTo || qd), e.pxAlign = +tl(e.pxAlign, h), e.pxRound = Qd(e.pxAlign), e.stroke = wl(e.stroke || null), e.fill = wl(e.fill || null), e._stroke = e._fill = e._paths = e._focus = null;
			let t = Md(pl(1, e.width), 1), n = e.points = Ql({}, {
				size: t,
				width: pl(1, t * .2),
				stroke: e.stroke,
				space: t * 2,
				paths: Tf,
				_stroke: null,
				_fill: null
			}, e.points);
			n.show = wl(n.show), n.filter = wl(n.filter), n.fill = wl(n.fill), n.stroke = wl(n.stroke), n.paths = wl(n.paths), n.pxAlign = e.pxAlign;
		}
		if (ue) {
			let n = xe(e, t);
			he.splice(t, 0, n[0]), ge.splice(t, 0, n[1]), le.values.push(null);
		}
		if (de) {
			ce.splice(t, 0, null);
			let n = null;
			$e ? t == 0 && (n = rt(e, t)) : t > 0 && (n = rt(e, t)), et.splice(t, 0, n), tt.splice(t, 0, 0), nt.splice(t, 0, 0);
		}
		$n("addSeries", t);
	}
	function at(e, t) {
		t ??= v.length, e = i == 1 ? Of(e, t, vd, Ld) : Of(e, t, {}, Id), v.splice(t, 0, e), it(v[t], t);
	}
	r.addSeries = at;
	function ot(e) {
		if (v.splice(e, 1), ue) {
			le.values.splice(e, 1), ge.splice(e, 1);
			let t = he.splice(e, 1)[0];
			Ce(null, t.firstChild), t.remove();
		}
		de && (ce.splice(e, 1), et.splice(e, 1)[0].remove(), tt.splice(e, 1), nt.splice(e, 1)), $n("delSeries", e);
	}
	r.delSeries = ot;
	let st = [
		!1,
		!1,
		!1,
		!1
	];
	function F(e, t) {
		if (e._show = e.show, e.show) {
			let n = e.side % 2, i = b[e.scale];
			i ??= (e.scale = n ? v[1].scale : S, b[e.scale]);
			let a = i.time;
			e.size = wl(e.size), e.space = wl(e.space), e.rotate = wl(e.rotate), Ul(e.incrs) && e.incrs.forEach((e) => {
				!Ll.has(e) && Ll.set(e, Rl(e));
			}), e.incrs = wl(e.incrs || (i.distr == 2 ? Cu : a ? _ == 1 ? Lu : Bu : wu)), e.splits = wl(e.splits || (a && i.distr == 1 ? ae : i.distr == 3 ? xd : i.distr == 4 ? Sd : bd)), e.stroke = wl(e.stroke), e.grid.stroke = wl(e.grid.stroke), e.ticks.stroke = wl(e.ticks.stroke), e.border.stroke = wl(e.border.stroke);
			let o = e.values;
			e.values = Ul(o) && !Ul(o[0]) ? wl(o) : a ? Ul(o) ? Wu(re, Uu(o, ie)) : Kl(o) ? Gu(re, o) : o || oe : o || yd, e.filter = wl(e.filter || (i.distr >= 3 && i.log == 10 ? Od : i.distr == 3 && i.log == 2 ? kd : Dl)), e.font = Lf(e.font), e.labelFont = Lf(e.labelFont), e._size = e.size(r, null, t, 0), e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null, e._size > 0 && (st[t] = !0, e._el = Ac(Vs, f));
		}
	}
	function ct(e, t, n, r) {
		let [i, a, o, s] = n, c = t % 2, l = 0;
		return c == 0 && (s || a) && (l = t == 0 && !i || t == 2 && !o ? ul(hd.size / 3) : 0), c == 1 && (i || o) && (l = t == 1 && !a || t == 3 && !s ? ul(jd.size / 2) : 0), l;
	}
	let lt = r.padding = (e.padding || [
		ct,
		ct,
		ct,
		ct
	]).map((e) => wl(tl(e, ct))), ut = r._padding = lt.map((e, t) => e(r, t, st, 0)), dt, ft = null, pt = null, mt = i == 1 ? v[0].idxs : null, I = null, ht = !1;
	function gt(e, n) {
		if (t = e ?? [], r.data = r._data = t, i == 2) {
			dt = 0;
			for (let e = 1; e < v.length; e++) dt += t[e][0].length;
		} else {
			t.length == 0 && (r.data = r._data = t = [[]]), I = t[0], dt = I.length;
			let e = t;
			if (ee == 2) {
				e = t.slice();
				let n = e[0] = Array(dt);
				for (let e = 0; e < dt; e++) n[e] = e;
			}
			r._data = t = e;
		}
		if (Wt(!0), $n("setData"), ee == 2 && (ze = !0), n !== !1) {
			let e = D;
			e.auto(r, ht) ? _t() : _n(S, e.min, e.max), Be ||= k.left >= 0, He = !0, Yt();
		}
	}
	r.setData = gt;
	function _t() {
		ht = !0;
		let e, n;
		i == 1 && (dt > 0 ? (ft = mt[0] = 0, pt = mt[1] = dt - 1, e = t[0][ft], n = t[0][pt], ee == 2 ? (e = ft, n = pt) : e == n && (ee == 3 ? [e, n] = Jc(e, e, D.log, !1) : ee == 4 ? [e, n] = Yc(e, e, D.log, !1) : D.time ? n = e + ul(86400 / _) : [e, n] = el(e, n, Xc, !0))) : (ft = mt[0] = e = null, pt = mt[1] = n = null)), _n(S, e, n);
	}
	let vt, yt, bt, xt, St, Ct, wt, Tt, Et, Dt;
	function Ot(e, t, n, r, i, a) {
		e ??= sc, n ??= Vl, r ??= "butt", i ??= sc, a ??= "round", e != vt && (d.strokeStyle = vt = e), i != yt && (d.fillStyle = yt = i), t != bt && (d.lineWidth = bt = t), a != St && (d.lineJoin = St = a), r != Ct && (d.lineCap = Ct = r), n != xt && d.setLineDash(xt = n);
	}
	function kt(e, t, n, r) {
		t != yt && (d.fillStyle = yt = t), e != wt && (d.font = wt = e), n != Tt && (d.textAlign = Tt = n), r != Et && (d.textBaseline = Et = r);
	}
	function At(e, t, n, i, a = 0) {
		if (i.length > 0 && e.auto(r, ht) && (t == null || t.min == null)) {
			let t = tl(ft, 0), r = tl(pt, i.length - 1), o = n.min == null ? qc(i, t, r, a, e.distr == 3) : [n.min, n.max];
			e.min = fl(e.min, n.min = o[0]), e.max = pl(e.max, n.max = o[1]);
		}
	}
	let jt = {
		min: null,
		max: null
	};
	function Mt() {
		for (let e in b) {
			let t = b[e];
			O[e] == null && (t.min == null || O[S] != null && t.auto(r, ht)) && (O[e] = jt);
		}
		for (let e in b) {
			let t = b[e];
			O[e] == null && t.from != null && O[t.from] != null && (O[e] = jt);
		}
		O[S] != null && Wt(!0);
		let e = {};
		for (let t in O) {
			let n = O[t];
			if (n != null) {
				let a = e[t] = Zl(b[t], Jl);
				if (n.min != null) Ql(a, n);
				else if (t != S || i == 2) {
					if (dt == 0 && a.from == null) {
						let e = a.range(r, null, null, t);
						a.min = e[0], a.max = e[1];
					} else a.min = bl, a.max = -Infinity;
				}
			}
		}
		if (dt > 0) {
			v.forEach((n, a) => {
				if (i == 1) {
					let i = n.scale, o = O[i];
					if (o == null) return;
					let s = e[i];
					if (a == 0) {
						let e = s.range(r, s.min, s.max, i);
						s.min = e[0], s.max = e[1], ft = Vc(s.min, t[0]), pt = Vc(s.max, t[0]), pt - ft > 1 && (t[0][ft] < s.min && ft++, t[0][pt] > s.max && pt--), n.min = I[ft], n.max = I[pt];
					} else n.show && n.auto && At(s, o, n, t[a], n.sorted);
					n.idxs[0] = ft, n.idxs[1] = pt;
				} else if (a > 0 && n.show && n.auto) {
					let [r, i] = n.facets, o = r.scale, s = i.scale, [c, l] = t[a], u = e[o], d = e[s];
					u != null && At(u, O[o], r, c, r.sorted), d != null && At(d, O[s], i, l, i.sorted), n.min = i.min, n.max = i.max;
				}
			});
			for (let t in e) {
				let n = e[t], i = O[t];
				if (n.from == null && (i == null || i.min == null)) {
					let e = n.range(r, n.min == bl ? null : n.min, n.max == -Infinity ? null : n.max, t);
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
				i._min = e == 3 ? gl(i.min) : e == 4 ? yl(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min, i._max = e == 3 ? gl(i.max) : e == 4 ? yl(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max, n[t] = a = !0;
			}
		}
		if (a) {
			v.forEach((e, t) => {
				i == 2 ? t > 0 && n.y && (e._paths = null) : n[e.scale] && (e._paths = null);
			});
			for (let e in n) ze = !0, $n("setScale", e);
			de && k.left >= 0 && (Be = He = !0);
		}
		for (let e in O) O[e] = null;
	}
	function Nt(e) {
		let t = Sl(ft - 1, 0, dt - 1), n = Sl(pt + 1, 0, dt - 1);
		for (; e[t] == null && t > 0;) t--;
		for (; e[n] == null && n < dt - 1;) n++;
		return [t, n];
	}
	function Pt() {
		if (dt > 0) {
			let e = v.some((e) => e._focus) && Dt != Ze.alpha;
			e && (d.globalAlpha = Dt = Ze.alpha), v.forEach((e, n) => {
				if (n > 0 && e.show && (L(n, !1), L(n, !0), e._paths == null)) {
					let a = Dt;
					Dt != e.alpha && (d.globalAlpha = Dt = e.alpha);
					let o = i == 2 ? [0, t[n][0].length - 1] : Nt(t[n]);
					e._paths = e.paths(r, n, o[0], o[1]), Dt != a && (d.globalAlpha = Dt = a);
				}
			}), v.forEach((e, t) => {
				if (t > 0 && e.show) {
					let n = Dt;
					Dt != e.alpha && (d.globalAlpha = Dt = e.alpha), e._paths != null && Ft(t, !1);
					{
						let n = e._paths == null ? null : e._paths.gaps, i = e.points.show(r, t, ft, pt, n), a = e.points.filter(r, t, i, n);
						(i || a) && (e.points._paths = e.points.paths(r, t, ft, pt, a), Ft(t, !0));
					}
					Dt != n && (d.globalAlpha = Dt = n), $n("drawSeries", t);
				}
			}), e && (d.globalAlpha = Dt = 1);
		}
	}
	function L(e, t) {
		let n = t ? v[e].points : v[e];
		n._stroke = n.stroke(r, e), n._fill = n.fill(r, e);
	}
	function Ft(e, t) {
		let n = t ? v[e].points : v[e], { stroke: r, fill: i, clip: a, flags: o, _stroke: s = n._stroke, _fill: c = n._fill, _width: l = n.width } = n._paths;
		l = Il(l * Cc, 3);
		let u = null, f = l % 2 / 2;
		t && c == null && (c = l > 0 ? "#fff" : s);
		let p = n.pxAlign == 1 && f > 0;
		if (p && d.translate(f, f), !t) {
			let e = Ne - l / 2, t = Pe - l / 2, n = Fe + l, r = Ie + l;
			u = new Path2D(), u.rect(e, t, n, r);
		}
		t ? It(s, l, n.dash, n.cap, c, r, i, o, a) : R(e, s, l, n.dash, n.cap, c, r, i, o, u, a), p && d.translate(-f, -f);
	}
	function R(e, n, i, a, o, s, c, l, u, d, f) {
		let p = !1;
		u != 0 && x.forEach((m, h) => {
			if (m.series[0] == e) {
				let e = v[m.series[1]], g = t[m.series[1]], _ = (e._paths || Bl).band;
				Ul(_) && (_ = m.dir == 1 ? _[0] : _[1]);
				let y, b = null;
				e.show && _ && nl(g, ft, pt) ? (b = m.fill(r, h) || s, y = e._paths.clip) : _ = null, It(n, i, a, o, b, c, l, u, d, f, y, _), p = !0;
			}
		}), p || It(n, i, a, o, s, c, l, u, d, f);
	}
	function It(e, t, n, r, i, a, o, s, c, l, u, f) {
		Ot(e, t, n, r, i), (c || l || f) && (d.save(), c && d.clip(c), l && d.clip(l)), f ? (s & 3) == 3 ? (d.clip(f), u && d.clip(u), Rt(i, o), Lt(e, a, t)) : s & Wd ? (Rt(i, o), d.clip(f), Lt(e, a, t)) : s & Ud && (d.save(), d.clip(f), u && d.clip(u), Rt(i, o), d.restore(), Lt(e, a, t)) : (Rt(i, o), Lt(e, a, t)), (c || l || f) && d.restore();
	}
	function Lt(e, t, n) {
		n > 0 && (t instanceof Map ? t.forEach((e, t) => {
			d.strokeStyle = vt = t, d.stroke(e);
		}) : t != null && e && d.stroke(t));
	}
	function Rt(e, t) {
		t instanceof Map ? t.forEach((e, t) => {
			d.fillStyle = yt = t, d.fill(e);
		}) : t != null && e && d.fill(t);
	}
	function zt(e, t, n, i) {
		let a = y[e], o;
		if (i <= 0) o = [0, 0];
		else {
			let s = a._space = a.space(r, e, t, n, i);
			o = If(t, n, a._incrs = a.incrs(r, e, t, n, i, s), i, s);
		}
		return a._found = o;
	}
	function Bt(e, t, n, r, i, a, o, s, c, l) {
		let u = o % 2 / 2;
		h == 1 && d.translate(u, u), Ot(s, o, c, l, s), d.beginPath();
		let f, p, m, g, _ = i + (r == 0 || r == 3 ? -a : a);
		n == 0 ? (p = i, g = _) : (f = i, m = _);
		for (let r = 0; r < e.length; r++) t[r] != null && (n == 0 ? f = m = e[r] : p = g = e[r], d.moveTo(f, p), d.lineTo(m, g));
		d.stroke(), h == 1 && d.translate(-u, -u);
	}
	function Vt(e) {
		let t = !0;
		return y.forEach((n, i) => {
			if (!n.show) return;
			let a = b[n.scale];
			if (a.min == null) {
				n._show && (t = !1, n._show = !1, Wt(!1));
				return;
			}
			n._show || (t = !1, n._show = !0, Wt(!1));
			let o = n.side, s = o % 2, { min: c, max: l } = a, [u, d] = zt(i, c, l, s == 0 ? Ee : P);
			if (d == 0) return;
			let f = a.distr == 2, p = n._splits = n.splits(r, i, c, l, u, d, f), m = a.distr == 2 ? p.map((e) => I[e]) : p, h = a.distr == 2 ? I[p[1]] - I[p[0]] : u, g = n._values = n.values(r, n.filter(r, m, i, d, h), i, d, h);
			n._rotate = o == 2 ? n.rotate(r, g, i, d) : 0;
			let _ = n._size;
			n._size = dl(n.size(r, g, i, e)), _ != null && n._size != _ && (t = !1);
		}), t;
	}
	function Ht(e) {
		let t = !0;
		return lt.forEach((n, i) => {
			let a = n(r, i, st, e);
			a != ut[i] && (t = !1), ut[i] = a;
		}), t;
	}
	function Ut() {
		for (let e = 0; e < y.length; e++) {
			let t = y[e];
			if (!t.show || !t._show) continue;
			let n = t.side, i = n % 2, a, o, c = t.stroke(r, e), l = n == 0 || n == 3 ? -1 : 1, [u, f] = t._found;
			if (t.label != null) {
				let s = t.labelGap * l, p = ul((t._lpos + s) * Cc);
				kt(t.labelFont[0], c, "center", n == 2 ? nc : rc), d.save(), i == 1 ? (a = o = 0, d.translate(p, ul(Pe + Ie / 2)), d.rotate((n == 3 ? -sl : sl) / 2)) : (a = ul(Ne + Fe / 2), o = p);
				let m = Cl(t.label) ? t.label(r, e, u, f) : t.label;
				d.fillText(m, a, o), d.restore();
			}
			if (f == 0) continue;
			let p = b[t.scale], m = i == 0 ? Fe : Ie, h = i == 0 ? Ne : Pe, _ = t._splits, v = p.distr == 2 ? _.map((e) => I[e]) : _, x = p.distr == 2 ? I[_[1]] - I[_[0]] : u, S = t.ticks, C = t.border, w = S.show ? S.size : 0, T = ul(w * Cc), E = ul((t.alignTo == 2 ? t._size - w - t.gap : t.gap) * Cc), D = t._rotate * -sl / 180, ee = g(t._pos * Cc), te = ee + (T + E) * l;
			o = i == 0 ? te : 0, a = i == 1 ? te : 0;
			let ne = t.font[0];
			kt(ne, c, t.align == 1 ? ic : t.align == 2 ? ac : D > 0 ? ic : D < 0 ? ac : i == 0 ? "center" : n == 3 ? ac : ic, D || i == 1 ? "middle" : n == 2 ? nc : rc);
			let O = t.font[1] * t.lineGap, re = _.map((e) => g(s(e, p, m, h))), ie = t._values;
			for (let e = 0; e < ie.length; e++) {
				let t = ie[e];
				if (t != null) {
					i == 0 ? a = re[e] : o = re[e], t = "" + t;
					let n = t.indexOf("\n") == -1 ? [t] : t.split(/\n/gm);
					for (let e = 0; e < n.length; e++) {
						let t = n[e];
						D ? (d.save(), d.translate(a, o + e * O), d.rotate(D), d.fillText(t, 0, 0), d.restore()) : d.fillText(t, a, o + e * O);
					}
				}
			}
			S.show && Bt(re, S.filter(r, v, e, f, x), i, n, ee, T, Il(S.width * Cc, 3), S.stroke(r, e), S.dash, S.cap);
			let ae = t.grid;
			ae.show && Bt(re, ae.filter(r, v, e, f, x), i, i == 0 ? 2 : 1, i == 0 ? Pe : Ne, i == 0 ? Ie : Fe, Il(ae.width * Cc, 3), ae.stroke(r, e), ae.dash, ae.cap), C.show && Bt([ee], [1], +(i == 0), i == 0 ? 1 : 2, i == 1 ? Pe : Ne, i == 1 ? Ie : Fe, Il(C.width * Cc, 3), C.stroke(r, e), C.dash, C.cap);
		}
		$n("drawAxes");
	}
	function Wt(e) {
		v.forEach((t, n) => {
			n > 0 && (t._paths = null, e && (i == 1 ? (t.min = null, t.max = null) : t.facets.forEach((e) => {
				e.min = null, e.max = null;
			})));
		});
	}
	let Gt = !1, Kt = !1, qt = [];
	function Jt() {
		Kt = !1;
		for (let e = 0; e < qt.length; e++) $n(...qt[e]);
		qt.length = 0;
	}
	function Yt() {
		Gt ||= (iu(Zt), !0);
	}
	function Xt(e, t = !1) {
		Gt = !0, Kt = t, e(r), Zt(), t && qt.length > 0 && queueMicrotask(Jt);
	}
	r.batch = Xt;
	function Zt() {
		if (Le &&= (Mt(), !1), ze &&= (Ge(), !1), Re) {
			if (Oc(p, ic, De), Oc(p, nc, Oe), Oc(p, ec, Ee), Oc(p, tc, P), Oc(m, ic, De), Oc(m, nc, Oe), Oc(m, ec, Ee), Oc(m, tc, P), Oc(f, ec, we), Oc(f, tc, Te), u.width = ul(we * Cc), u.height = ul(Te * Cc), y.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
				if (e != null) {
					if (t) {
						let t = i === 3 || i === 0 ? n : 0, a = i % 2 == 1;
						Oc(e, a ? "left" : "top", r - t), Oc(e, a ? "width" : "height", n), Oc(e, a ? "top" : "left", a ? Oe : De), Oc(e, a ? "height" : "width", a ? P : Ee), Dc(e, Hs);
					} else Ec(e, Hs);
				}
			}), vt = yt = bt = St = Ct = wt = Tt = Et = xt = null, Dt = 1, U(!0), De != ke || Oe != Ae || Ee != je || P != Me) {
				Wt(!1);
				let e = Ee / je, t = P / Me;
				if (de && !Be && k.left >= 0) {
					k.left *= e, k.top *= t, B && Mc(B, ul(k.left), 0, Ee, P), V && Mc(V, 0, ul(k.top), Ee, P);
					for (let n = 0; n < et.length; n++) {
						let r = et[n];
						r != null && (tt[n] *= e, nt[n] *= t, Mc(r, dl(tt[n]), dl(nt[n]), Ee, P));
					}
				}
				if (pn.show && !Ve && pn.left >= 0 && pn.width > 0) {
					pn.left *= e, pn.width *= e, pn.top *= t, pn.height *= t;
					for (let e in Bn) Oc(mn, e, pn[e]);
				}
				ke = De, Ae = Oe, je = Ee, Me = P;
			}
			$n("setSize"), Re = !1;
		}
		we > 0 && Te > 0 && (d.clearRect(0, 0, u.width, u.height), $n("drawClear"), w.forEach((e) => e()), $n("draw")), pn.show && Ve && (hn(pn), Ve = !1), de && Be && (In(null, !0, !1), Be = !1), le.show && le.live && He && (Pn(), He = !1), c || (c = !0, r.status = 1, $n("ready")), ht = !1, Gt = !1;
	}
	r.redraw = (e, t) => {
		ze = t || !1, e === !1 ? Yt() : _n(S, D.min, D.max);
	};
	function Qt(e, n) {
		let i = b[e];
		if (i.from == null) {
			if (dt == 0) {
				let t = i.range(r, n.min, n.max, e);
				n.min = t[0], n.max = t[1];
			}
			if (n.min > n.max) {
				let e = n.min;
				n.min = n.max, n.max = e;
			}
			if (dt > 1 && n.min != null && n.max != null && n.max - n.min < 1e-16) return;
			e == S && i.distr == 2 && dt > 0 && (n.min = Vc(n.min, t[0]), n.max = Vc(n.max, t[0]), n.min == n.max && n.max++), O[e] = n, Le = !0, Yt();
		}
	}
	r.setScale = Qt;
	let z, $t, B, V, en, tn, nn, rn, an, on, sn, cn, ln = !1, un = k.drag, dn = un.x, fn = un.y;
	de && (k.x && (z = Ac(Ws, m)), k.y && ($t = Ac(Gs, m)), D.ori == 0 ? (B = z, V = $t) : (B = $t, V = z), sn = k.left, cn = k.top);
	let pn = r.select = Ql({
		show: !0,
		over: !0,
		left: 0,
		width: 0,
		top: 0,
		height: 0
	}, e.select), mn = pn.show ? Ac(Us, pn.over ? m : p) : null;
	function hn(e, t) {
		if (pn.show) {
			for (let t in e) pn[t] = e[t], t in Bn && Oc(mn, t, e[t]);
			t !== !1 && $n("setSelect");
		}
	}
	r.setSelect = hn;
	function gn(e) {
		if (v[e].show) ue && Dc(he[e], Hs);
		else if (ue && Ec(he[e], Hs), de) {
			let t = $e ? et[0] : et[e];
			t != null && Mc(t, -10, -10, Ee, P);
		}
	}
	function _n(e, t, n) {
		Qt(e, {
			min: t,
			max: n
		});
	}
	function H(e, t, n, a) {
		t.focus != null && En(e), t.show != null && v.forEach((n, r) => {
			r > 0 && (e == r || e == null) && (n.show = t.show, gn(r), i == 2 ? (_n(n.facets[0].scale, null, null), _n(n.facets[1].scale, null, null)) : _n(n.scale, null, null), Yt());
		}), n !== !1 && $n("setSeries", e, t), a && rr("setSeries", r, e, t);
	}
	r.setSeries = H;
	function vn(e, t) {
		Ql(x[e], t);
	}
	function yn(e, t) {
		e.fill = wl(e.fill || null), e.dir = tl(e.dir, -1), t ??= x.length, x.splice(t, 0, e);
	}
	function bn(e) {
		e == null ? x.length = 0 : x.splice(e, 1);
	}
	r.addBand = yn, r.setBand = vn, r.delBand = bn;
	function xn(e, t) {
		v[e].alpha = t, de && et[e] != null && (et[e].style.opacity = t), ue && he[e] && (he[e].style.opacity = t);
	}
	let Sn, Cn, wn, Tn = { focus: !0 };
	function En(e) {
		if (e != wn) {
			let t = e == null, n = Ze.alpha != 1;
			v.forEach((r, a) => {
				if (i == 1 || a > 0) {
					let i = t || a == 0 || a == e;
					r._focus = t ? null : i, n && xn(a, i ? 1 : Ze.alpha);
				}
			}), wn = e, n && Yt();
		}
	}
	ue && Qe && Se(fc, fe, (e) => {
		k._lock || (Ye(e), wn != null && H(null, Tn, !0, tr.setSeries));
	});
	function Dn(e, t, n) {
		let r = b[t];
		n && (e = e / Cc - (r.ori == 1 ? Oe : De));
		let i = Ee;
		r.ori == 1 && (i = P, e = i - e), r.dir == -1 && (e = i - e);
		let a = r._min, o = r._max, s = e / i, c = a + (o - a) * s, l = r.distr;
		return l == 3 ? ml(10, c) : l == 4 ? vl(c, r.asinh) : l == 100 ? r.bwd(c) : c;
	}
	function On(e, n) {
		return Vc(Dn(e, S, n), t[0], ft, pt);
	}
	r.valToIdx = (e) => Vc(e, t[0]), r.posToIdx = On, r.posToVal = Dn, r.valToPos = (e, t, n) => b[t].ori == 0 ? a(e, b[t], n ? Fe : Ee, n ? Ne : 0) : o(e, b[t], n ? Ie : P, n ? Pe : 0), r.setCursor = (e, t, n) => {
		sn = e.left, cn = e.top, In(null, t, n);
	};
	function kn(e, t) {
		Oc(mn, ic, pn.left = e), Oc(mn, ec, pn.width = t);
	}
	function An(e, t) {
		Oc(mn, nc, pn.top = e), Oc(mn, tc, pn.height = t);
	}
	let jn = D.ori == 0 ? kn : An, Mn = D.ori == 1 ? kn : An;
	function Nn() {
		if (ue && le.live) for (let e = +(i == 2); e < v.length; e++) {
			if (e == 0 && ve) continue;
			let t = le.values[e], n = 0;
			for (let r in t) ge[e][n++].firstChild.nodeValue = t[r];
		}
	}
	function Pn(e, t) {
		if (e != null && (e.idxs ? e.idxs.forEach((e, t) => {
			ce[t] = e;
		}) : Gl(e.idx) || ce.fill(e.idx), le.idx = ce[0]), ue && le.live) {
			for (let e = 0; e < v.length; e++) (e > 0 || i == 1 && !ve) && Fn(e, ce[e]);
			Nn();
		}
		He = !1, t !== !1 && $n("setLegend");
	}
	r.setLegend = Pn;
	function Fn(e, n) {
		let i = v[e], a = e == 0 && ee == 2 ? I : t[e], o;
		ve ? o = i.values(r, e, n) ?? j : (o = i.value(r, n == null ? null : a[n], e, n), o = o == null ? j : { _: o }), le.values[e] = o;
	}
	function In(e, n, a) {
		an = sn, on = cn, [sn, cn] = k.move(r, sn, cn), k.left = sn, k.top = cn, de && (B && Mc(B, ul(sn), 0, Ee, P), V && Mc(V, 0, ul(cn), Ee, P));
		let o, s = ft > pt;
		Sn = bl, Cn = null;
		let c = D.ori == 0 ? Ee : P, l = D.ori == 1 ? Ee : P;
		if (sn < 0 || dt == 0 || s) {
			o = k.idx = null;
			for (let e = 0; e < v.length; e++) {
				let t = et[e];
				t != null && Mc(t, -10, -10, Ee, P);
			}
			Qe && H(null, Tn, !0, e == null && tr.setSeries), le.live && (ce.fill(o), He = !0);
		} else {
			let e, n, a;
			i == 1 && (e = D.ori == 0 ? sn : cn, n = Dn(e, S), o = k.idx = Vc(n, t[0], ft, pt), a = te(t[0][o], D, c, 0));
			let s = -10, u = -10, d = 0, f = 0, p = !0, m = "", h = "";
			for (let e = +(i == 2); e < v.length; e++) {
				let g = v[e], _ = ce[e], y = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_], x = k.dataIdx(r, e, o, n), S = x == null ? null : i == 1 ? t[e][x] : t[e][1][x];
				if (He = He || S != y || x != _, ce[e] = x, e > 0 && g.show) {
					let n = x == null ? -10 : x == o ? a : te(i == 1 ? t[0][x] : t[e][0][x], D, c, 0), _ = S == null ? -10 : ne(S, i == 1 ? b[g.scale] : b[g.facets[1].scale], l, 0);
					if (Qe && S != null) {
						let t = D.ori == 1 ? sn : cn, n = cl(Ze.dist(r, e, x, _, t));
						if (n < Sn) {
							let r = Ze.bias;
							if (r != 0) {
								let i = Dn(t, g.scale), a = S >= 0 ? 1 : -1, o = i >= 0 ? 1 : -1;
								o == a && (o == 1 ? r == 1 ? S >= i : S <= i : r == 1 ? S <= i : S >= i) && (Sn = n, Cn = e);
							} else Sn = n, Cn = e;
						}
					}
					if (He || $e) {
						let t, i;
						D.ori == 0 ? (t = n, i = _) : (t = _, i = n);
						let a, o, c, l, g, v, y = !0, b = Xe.bbox;
						if (b != null) {
							y = !1;
							let t = b(r, e);
							c = t.left, l = t.top, a = t.width, o = t.height;
						} else c = t, l = i, a = o = Xe.size(r, e);
						if (v = Xe.fill(r, e), g = Xe.stroke(r, e), $e) e == Cn && Sn <= Ze.prox && (s = c, u = l, d = a, f = o, p = y, m = v, h = g);
						else {
							let t = et[e];
							t != null && (tt[e] = c, nt[e] = l, Ic(t, a, o, y), Pc(t, v, g), Mc(t, dl(c), dl(l), Ee, P));
						}
					}
				}
			}
			if ($e) {
				let e = Ze.prox;
				if (He || (wn == null ? Sn <= e : Sn > e || Cn != wn)) {
					let e = et[0];
					e != null && (tt[0] = s, nt[0] = u, Ic(e, d, f, p), Pc(e, m, h), Mc(e, dl(s), dl(u), Ee, P));
				}
			}
		}
		if (pn.show && ln) {
			if (e != null) {
				let [t, n] = tr.scales, [r, i] = tr.match, [a, o] = e.cursor.sync.scales, s = e.cursor.drag;
				if (dn = s._x, fn = s._y, dn || fn) {
					let { left: s, top: u, width: d, height: f } = e.select, p = e.scales[a].ori, m = e.posToVal, h, g, _, v, y, x = t != null && r(t, a), S = n != null && i(n, o);
					x && dn ? (p == 0 ? (h = s, g = d) : (h = u, g = f), _ = b[t], v = te(m(h, a), _, c, 0), y = te(m(h + g, a), _, c, 0), jn(fl(v, y), cl(y - v))) : jn(0, c), S && fn ? (p == 1 ? (h = s, g = d) : (h = u, g = f), _ = b[n], v = ne(m(h, o), _, l, 0), y = ne(m(h + g, o), _, l, 0), Mn(fl(v, y), cl(y - v))) : Mn(0, l);
				} else Vn();
			} else {
				let e = cl(an - en), t = cl(on - tn);
				if (D.ori == 1) {
					let n = e;
					e = t, t = n;
				}
				dn = un.x && e >= un.dist, fn = un.y && t >= un.dist;
				let n = un.uni;
				n == null ? un.x && un.y && (dn || fn) && (dn = fn = !0) : dn && fn && (dn = e >= n, fn = t >= n, !dn && !fn && (t > e ? fn = !0 : dn = !0));
				let r, i;
				dn && (D.ori == 0 ? (r = nn, i = sn) : (r = rn, i = cn), jn(fl(r, i), cl(i - r)), fn || Mn(0, l)), fn && (D.ori == 1 ? (r = nn, i = sn) : (r = rn, i = cn), Mn(fl(r, i), cl(i - r)), dn || jn(0, c)), !dn && !fn && (jn(0, 0), Mn(0, 0));
			}
		}
		if (un._x = dn, un._y = fn, e == null) {
			if (a) {
				if (nr != null) {
					let [e, t] = tr.scales;
					tr.values[0] = e == null ? null : Dn(D.ori == 0 ? sn : cn, e), tr.values[1] = t == null ? null : Dn(D.ori == 1 ? sn : cn, t);
				}
				rr(cc, r, sn, cn, Ee, P, o);
			}
			if (Qe) {
				let e = a && tr.setSeries, t = Ze.prox;
				wn == null ? Sn <= t && H(Cn, Tn, !0, e) : Sn > t ? H(null, Tn, !0, e) : Cn != wn && H(Cn, Tn, !0, e);
			}
		}
		He && (le.idx = o, Pn()), n !== !1 && $n("setCursor");
	}
	let Ln = null;
	Object.defineProperty(r, "rect", { get() {
		return Ln ?? U(!1), Ln;
	} });
	function U(e = !1) {
		e ? Ln = null : (Ln = m.getBoundingClientRect(), $n("syncRect", Ln));
	}
	function Rn(e, t, n, r, i, a, o) {
		k._lock || ln && e != null && e.movementX == 0 && e.movementY == 0 || (zn(e, t, n, r, i, a, o, !1, e != null), e == null ? In(t, !0, !1) : In(null, !0, !0));
	}
	function zn(e, t, n, i, a, o, c, l, u) {
		if (Ln ?? U(!1), Ye(e), e != null) n = e.clientX - Ln.left, i = e.clientY - Ln.top;
		else {
			if (n < 0 || i < 0) {
				sn = -10, cn = -10;
				return;
			}
			let [e, r] = tr.scales, c = t.cursor.sync, [l, u] = c.values, [d, f] = c.scales, [p, m] = tr.match, h = t.axes[0].side % 2 == 1, g = D.ori == 0 ? Ee : P, _ = D.ori == 1 ? Ee : P, v = h ? o : a, y = h ? a : o, x = h ? i : n, S = h ? n : i;
			if (n = d == null ? x / v * g : p(e, d) ? s(l, b[e], g, 0) : -10, i = f == null ? S / y * _ : m(r, f) ? s(u, b[r], _, 0) : -10, D.ori == 1) {
				let e = n;
				n = i, i = e;
			}
		}
		u && (t == null || t.cursor.event.type == cc) && ((n <= 1 || n >= Ee - 1) && (n = Nl(n, Ee)), (i <= 1 || i >= P - 1) && (i = Nl(i, P))), l ? (en = n, tn = i, [nn, rn] = k.move(r, n, i)) : (sn = n, cn = i);
	}
	let Bn = {
		width: 0,
		height: 0,
		left: 0,
		top: 0
	};
	function Vn() {
		hn(Bn, !1);
	}
	let Hn, Un, Wn, Gn;
	function Kn(e, t, n, i, a, o, s) {
		ln = !0, dn = fn = un._x = un._y = !1, zn(e, t, n, i, a, o, s, !0, !1), e != null && (Se(uc, bc, qn, !1), rr(lc, r, nn, rn, Ee, P, null));
		let { left: c, top: l, width: u, height: d } = pn;
		Hn = c, Un = l, Wn = u, Gn = d;
	}
	function qn(e, t, n, i, a, o, s) {
		ln = un._x = un._y = !1, zn(e, t, n, i, a, o, s, !1, !0);
		let { left: c, top: l, width: u, height: d } = pn, f = u > 0 || d > 0, p = Hn != c || Un != l || Wn != u || Gn != d;
		if (f && p && hn(pn), un.setScale && f && p) {
			let e = c, t = u, n = l, r = d;
			if (D.ori == 1 && (e = l, t = d, n = c, r = u), dn && _n(S, Dn(e, S), Dn(e + t, S)), fn) for (let e in b) {
				let t = b[e];
				e != S && t.from == null && t.min != bl && _n(e, Dn(n + r, e), Dn(n, e));
			}
			Vn();
		} else k.lock && (k._lock = !k._lock, In(t, !0, e != null));
		e != null && (Ce(uc, bc), rr(uc, r, sn, cn, Ee, P, null));
	}
	function Jn(e, t, n, r, i, a, o) {
		if (k._lock) return;
		Ye(e);
		let s = ln;
		if (ln) {
			let e = !0, t = !0, n, r;
			D.ori == 0 ? (n = dn, r = fn) : (n = fn, r = dn), n && r && (e = sn <= 10 || sn >= Ee - 10, t = cn <= 10 || cn >= P - 10), n && e && (sn = sn < nn ? 0 : Ee), r && t && (cn = cn < rn ? 0 : P), In(null, !0, !0), ln = !1;
		}
		sn = -10, cn = -10, ce.fill(null), In(null, !0, !0), s && (ln = s);
	}
	function Yn(e, t, n, i, a, o, s) {
		k._lock || (Ye(e), _t(), Vn(), e != null && rr(pc, r, sn, cn, Ee, P, null));
	}
	function Xn() {
		y.forEach(Rf), Ue(r.width, r.height, !0);
	}
	zc(_c, xc, Xn);
	let Zn = {};
	Zn.mousedown = Kn, Zn.mousemove = Rn, Zn.mouseup = qn, Zn.dblclick = Yn, Zn.setSeries = (e, t, n, i) => {
		let a = tr.match[2];
		n = a(r, t, n), n != -1 && H(n, i, !0, !1);
	}, de && (Se(lc, m, Kn), Se(cc, m, Rn), Se(dc, m, (e) => {
		Ye(e), U(!1);
	}), Se(fc, m, Jn), Se(pc, m, Yn), Sf.add(r), r.syncRect = U);
	let Qn = r.hooks = e.hooks || {};
	function $n(e, t, n) {
		Kt ? qt.push([
			e,
			t,
			n
		]) : e in Qn && Qn[e].forEach((e) => {
			e.call(null, r, t, n);
		});
	}
	(e.plugins || []).forEach((e) => {
		for (let t in e.hooks) Qn[t] = (Qn[t] || []).concat(e.hooks[t]);
	});
	let er = (e, t, n) => n, tr = Ql({
		key: null,
		setSeries: !1,
		filters: {
			pub: kl,
			sub: kl
		},
		scales: [S, v[1] ? v[1].scale : null],
		match: [
			Al,
			Al,
			er
		],
		values: [null, null]
	}, k.sync);
	tr.match.length == 2 && tr.match.push(er), k.sync = tr;
	let nr = tr.key, W = Hd(nr);
	function rr(e, t, n, r, i, a, o) {
		tr.filters.pub(e, t, n, r, i, a, o) && W.pub(e, t, n, r, i, a, o);
	}
	W.sub(r);
	function ir(e, t, n, r, i, a, o) {
		tr.filters.sub(e, t, n, r, i, a, o) && Zn[e](null, t, n, r, i, a, o);
	}
	r.pub = ir;
	function ar() {
		W.unsub(r), Sf.delete(r), N.clear(), Bc(_c, xc, Xn), l.remove(), fe?.remove(), $n("destroy");
	}
	r.destroy = ar;
	function or() {
		$n("init", e, t), gt(t || e.data, !1), O[S] ? Qt(S, O[S]) : _t(), Ve = pn.show && (pn.width > 0 || pn.height > 0), Be = He = !0, Ue(e.width, e.height);
	}
	return v.forEach(it), y.forEach(F), n ? n instanceof HTMLElement ? (n.appendChild(l), or()) : n(r, or) : or(), r;
}
zf.assign = Ql, zf.fmtNum = al, zf.rangeNum = el, zf.rangeLog = Jc, zf.rangeAsinh = Yc, zf.orient = Gd, zf.pxRatio = Cc, zf.join = ru, zf.fmtDate = gu, zf.tzDate = vu, zf.sync = Hd;
{
	zf.addGap = Xd, zf.clipGaps = Yd;
	let e = zf.paths = { points: df };
	e.linear = hf, e.stepped = gf, e.bars = vf, e.spline = bf;
}
// src/draw/seldom.ts
function Bf(e) {
	let t = -Infinity;
	return (n) => {
		let r = Math.max(0, t + e - performance.now()), i = setTimeout(() => {
			t = performance.now(), n();
		}, r);
		return () => clearTimeout(i);
	};
}
// src/playground/CurveView.svelte
var Vf = /* @__PURE__ */ K("<span class=\"pinned svelte-1fb74g3\"> </span>"), Hf = /* @__PURE__ */ K("<li> </li>"), Uf = /* @__PURE__ */ K("<ul class=\"svelte-1fb74g3\"></ul>"), Wf = /* @__PURE__ */ K("<section aria-labelledby=\"curve-title\"><h2 id=\"curve-title\"> </h2> <div class=\"curve svelte-1fb74g3\"></div> <p class=\"legend svelte-1fb74g3\"><span class=\"train svelte-1fb74g3\"> </span> <span class=\"held-out svelte-1fb74g3\"> </span> <!></p> <p class=\"hidden\"> </p> <!></section>"), Gf = {
	hash: "svelte-1fb74g3",
	code: ".curve.svelte-1fb74g3 {width:100%;overflow:hidden;}.legend.svelte-1fb74g3 {display:flex;gap:1rem;margin:0;font-size:0.8rem;color:var(--muted);}.legend.svelte-1fb74g3 span:where(.svelte-1fb74g3)::before {content:\"\";display:inline-block;width:1.4rem;margin-right:0.3rem;vertical-align:middle;border-top:2px solid #0072b2;}.legend.svelte-1fb74g3 .held-out:where(.svelte-1fb74g3)::before {border-top:2px dashed #e69f00;}.legend.svelte-1fb74g3 .pinned:where(.svelte-1fb74g3)::before {border-top-color:#8a919b;}ul.svelte-1fb74g3 {margin:0.4rem 0 0;padding-left:1.1rem;font-size:0.85rem;color:var(--muted);}"
};
function Kf(e, t) {
	Be(t, !0), Jr(e, Gf);
	let n, r, i = /* @__PURE__ */ F(() => t.lab.state?.marks ?? []), a = /* @__PURE__ */ F(() => t.lab.curve.at(-1));
	fn(() => {
		let e = new zf({
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
					label: Z("training"),
					stroke: "#0072b2",
					width: 2,
					spanGaps: !0
				},
				{
					label: Z("held_out"),
					stroke: "#e69f00",
					width: 2,
					dash: [6, 4],
					spanGaps: !0
				},
				{
					label: Z("pinned"),
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
		return e === null ? "" : e !== 0 && e < .001 ? e.toExponential(0) : e.toLocaleString("en", { notation: e < 1e6 ? "standard" : "compact" });
	}
	function s(e) {
		let { ctx: t, bbox: n } = e;
		t.save(), t.strokeStyle = "#d55e00", t.setLineDash([3, 3]);
		for (let { step: r } of W(i)) {
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
		r?.setData(t.length > 0 ? zf.join([n, i]) : [...n, []]);
	}
	let u = Bf(80);
	fn(() => {
		let [e, n] = [t.lab.curve, t.lab.pinned?.curve ?? []];
		return u(() => l(e, n));
	});
	var d = Wf(), f = z(d), p = B(f, !0), m = V(f, 2);
	_i(m, (e) => n = e, () => n);
	var h = V(m, 2), g = z(h), _ = B(g, !0), v = V(g, 2), y = B(v, !0), b = V(v, 2), x = (e) => {
		var t = Vf(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("pinned")]), q(e, t);
	};
	Y(b, (e) => {
		t.lab.pinned && e(x);
	}), N(h);
	var S = V(h, 2), C = B(S, !0), w = V(S, 2), T = (e) => {
		var t = Uf();
		Br(t, 21, () => W(i).slice(-4), Ir, (e, t) => {
			var n = Hf(), r = B(n, !0);
			H((e) => J(r, e), [() => Z("changed_at", {
				key: W(t).key,
				value: String(W(t).value),
				step: W(t).step
			})]), q(e, n);
		}), N(t), q(e, t);
	};
	Y(w, (e) => {
		W(i).length > 0 && e(T);
	}), N(d), H((e, t, n, r) => {
		J(p, e), J(_, t), J(y, n), J(C, r);
	}, [
		() => Z("curve"),
		() => Z("training"),
		() => Z("held_out"),
		() => Z("curve_text", {
			train: W(a)?.train?.toPrecision(3) ?? "–",
			held_out: W(a)?.heldOut?.toPrecision(3) ?? "–"
		})
	]), q(e, d), Ve();
}
// src/own/send.ts
var qf = 45e3, Jf = 32768;
function Yf(e) {
	let t = "";
	for (let n = 0; n < e.length; n += Jf) t += String.fromCharCode(...e.subarray(n, n + Jf));
	return btoa(t);
}
async function Xf(e, t, n) {
	let r = new Uint8Array(await t.arrayBuffer()), { name: i } = t, a = 0;
	do {
		let t = Yf(r.subarray(a, a + qf)), o = {
			name: i,
			size: r.length,
			start: a,
			part: t
		}, { received: s } = await e.ask("upload", o);
		a = s, n(a / r.length);
	} while (a < r.length);
}
// src/own/FilePicker.svelte
var Zf = /* @__PURE__ */ K("<p role=\"status\" class=\"svelte-14hwjmi\"> </p>"), Qf = /* @__PURE__ */ K("<div role=\"group\"><label class=\"svelte-14hwjmi\"> </label> <input type=\"file\" accept=\".csv,.tsv,.txt,.parquet,.gz\" class=\"svelte-14hwjmi\"/> <!> <!></div>"), $f = {
	hash: "svelte-14hwjmi",
	code: ".drop.svelte-14hwjmi {display:grid;gap:0.4rem;padding:0.6rem;border:2px dashed var(--line);border-radius:8px;}.over.svelte-14hwjmi {border-color:var(--accent);background:var(--surface);}label.svelte-14hwjmi {font-size:0.85rem;color:var(--muted);}input.svelte-14hwjmi {width:100%;min-width:0;font-size:0.8rem;}p.svelte-14hwjmi {margin:0;}"
};
function ep(e, t) {
	let n = Tr();
	Be(t, !0), Jr(e, $f);
	let r = /* @__PURE__ */ L(null), i = /* @__PURE__ */ L(null), a = /* @__PURE__ */ L(!1);
	async function o(e) {
		e !== void 0 && (((e) => {
			var t = m(e, 2);
			R(r, t[0], !0), R(i, t[1]);
		})([0, null]), await Xf(t.lab, e, (e) => R(r, e, !0)).then(() => t.taken(e.name), (e) => R(i, e)), R(r, null));
	}
	function s(e) {
		e.preventDefault(), R(a, !1), o(e.dataTransfer?.files[0]);
	}
	var c = Qf();
	let l;
	var u = z(c), d = B(u, !0), f = V(u, 2), p = V(f, 2), h = (e) => {
		var t = Zf(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("own_sent", { share: Math.round(100 * W(r)) })]), q(e, t);
	};
	Y(p, (e) => {
		W(r) !== null && e(h);
	});
	var g = V(p, 2), _ = (e) => {
		Ca(e, { get refused() {
			return W(i);
		} });
	};
	Y(g, (e) => {
		W(i) && e(_);
	}), N(c), H((e, t) => {
		l = Qr(c, 1, "drop svelte-14hwjmi", null, l, { over: W(a) }), X(c, "aria-label", e), X(u, "for", n), J(d, t), X(f, "id", n), f.disabled = W(r) !== null;
	}, [() => Z("own_file"), () => Z("own_choose")]), fr("dragover", c, (e) => {
		e.preventDefault(), R(a, !0);
	}), fr("dragleave", c, () => R(a, !1)), fr("drop", c, s), G("change", f, (e) => o(e.currentTarget.files?.[0])), q(e, c), Ve();
}
pr(["change"]);
// src/own/OwnData.svelte
var tp = /* @__PURE__ */ K("<option> </option>"), np = /* @__PURE__ */ K("<label class=\"check svelte-1hea2ka\"><input type=\"checkbox\" class=\"svelte-1hea2ka\"/> </label>"), rp = /* @__PURE__ */ K("<span class=\"svelte-1hea2ka\"> </span>"), ip = /* @__PURE__ */ K("<tr><th scope=\"row\" class=\"svelte-1hea2ka\"> <!></th><td class=\"svelte-1hea2ka\"><select class=\"svelte-1hea2ka\"><option> </option><!></select> <!></td><td class=\"svelte-1hea2ka\"> </td></tr>"), ap = /* @__PURE__ */ K("<p> </p> <label for=\"own-target\" class=\"svelte-1hea2ka\"> </label> <select id=\"own-target\" class=\"svelte-1hea2ka\"></select> <div class=\"scroll svelte-1hea2ka\"><table class=\"svelte-1hea2ka\"><thead><tr><th scope=\"col\" class=\"svelte-1hea2ka\"> </th><th scope=\"col\" class=\"svelte-1hea2ka\"> </th><th scope=\"col\" class=\"svelte-1hea2ka\"> </th></tr></thead><tbody></tbody></table></div> <button class=\"primary\"> </button>", 1), op = /* @__PURE__ */ K("<details class=\"svelte-1hea2ka\"><summary class=\"svelte-1hea2ka\"> </summary> <!> <!> <!></details>"), sp = {
	hash: "svelte-1hea2ka",
	code: "details.svelte-1hea2ka {margin-top:0.8rem;}summary.svelte-1hea2ka {margin-bottom:0.4rem;cursor:pointer;}.scroll.svelte-1hea2ka {max-height:24rem;margin:0.5rem 0;overflow:auto;}table.svelte-1hea2ka {font-size:0.8rem;}th.svelte-1hea2ka,\n  td.svelte-1hea2ka {padding:0.25rem 0.4rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere;}td.svelte-1hea2ka span:where(.svelte-1hea2ka),\n  label.svelte-1hea2ka {font-size:0.78rem;font-weight:normal;color:var(--muted);}.check.svelte-1hea2ka {display:flex;gap:0.3rem;}.check.svelte-1hea2ka input:where(.svelte-1hea2ka) {min-height:0;}.out.svelte-1hea2ka td:where(.svelte-1hea2ka) {text-decoration:line-through;}select.svelte-1hea2ka {max-width:100%;}"
};
function cp(e, t) {
	Be(t, !0), Jr(e, sp);
	let n = [
		"number",
		"category",
		"boolean",
		"date",
		"drop"
	], r = /* @__PURE__ */ L(""), i = /* @__PURE__ */ L(0), a = /* @__PURE__ */ L([]), o = /* @__PURE__ */ L(""), s = /* @__PURE__ */ L([]), c = /* @__PURE__ */ L({}), l = /* @__PURE__ */ L(null), u = /* @__PURE__ */ F(() => Object.entries(W(c)).map(([e, t]) => `${e}=${t}`));
	async function d(e, n) {
		await t.lab.ask("table", {
			name: e,
			kind: W(u)
		}).then((t) => {
			((e) => {
				var t = m(e, 4);
				R(r, t[0], !0), R(i, t[1], !0), R(a, t[2]), R(l, t[3]);
			})([
				e,
				t.rows,
				t.columns,
				null
			]), n && R(o, t.target, !0);
		}, (e) => R(l, e));
	}
	function f(e) {
		((e) => {
			var t = m(e, 3);
			R(s, t[0]), R(c, t[1]), R(a, t[2]);
		})([
			[],
			{},
			[]
		]), d(e, !0);
	}
	function p(e, t) {
		let { [e]: n, ...i } = W(c);
		R(c, t ? {
			...i,
			[e]: t
		} : i), d(W(r), !1);
	}
	function h(e, t) {
		let n = W(s).filter((t) => t !== e);
		R(s, t ? [...n, e] : n);
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
			data: W(r),
			target: W(o),
			drop: W(s),
			kind: W(u)
		});
	}
	var _ = op(), v = z(_), y = B(v, !0), b = V(v, 2);
	ep(b, {
		get lab() {
			return t.lab;
		},
		taken: f
	});
	var x = V(b, 2), S = (e) => {
		Ca(e, { get refused() {
			return W(l);
		} });
	};
	Y(x, (e) => {
		W(l) && e(S);
	});
	var C = V(x, 2), w = (e) => {
		var t = ap(), l = $t(t), u = B(l, !0), d = V(l, 2), f = B(d, !0), m = V(d, 2);
		Br(m, 21, () => W(a), (e) => e.name, (e, t) => {
			var n = tp(), r = B(n, !0), i = {};
			H(() => {
				J(r, W(t).name), i !== (i = W(t).name) && (n.__value = i);
			}), q(e, n);
		}), N(m), ni(m);
		var _ = V(m, 2), v = z(_), y = z(v), b = z(y), x = z(b), S = B(x, !0), C = V(x), w = B(C, !0), T = B(V(C), !0);
		N(b), N(y);
		var E = V(y);
		Br(E, 21, () => W(a), (e) => e.name, (e, t) => {
			var r = ip();
			let i;
			var a = z(r), l = z(a), u = V(l), d = (e) => {
				var n = np(), r = z(n);
				ui(r);
				var i = V(r, 1, !0);
				N(n), H((e, t) => {
					fi(r, e), J(i, t);
				}, [() => W(s).includes(W(t).name), () => Z("own_leave_out")]), G("change", r, (e) => h(W(t).name, e.currentTarget.checked)), q(e, n);
			};
			Y(u, (e) => {
				W(t).name !== W(o) && e(d);
			}), N(a);
			var f = V(a), m = z(f), g = z(m), _ = B(g, !0);
			g.value = g.__value = "", Br(V(g), 16, () => n, (e) => e, (e, t) => {
				var n = tp(), r = B(n, !0), i = {};
				H((e) => {
					J(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
				}, [() => ha("own_kind", t)]), q(e, n);
			}), N(m);
			var v;
			ni(m);
			var y = V(m, 2), b = (e) => {
				var n = rp(), r = B(n, !0);
				H(() => J(r, W(t).how)), q(e, n);
			}, x = /* @__PURE__ */ F(() => pa() === "en");
			Y(y, (e) => {
				W(x) && e(b);
			}), N(f);
			var S = B(V(f), !0);
			N(r), H((e, n, a, o) => {
				i = Qr(r, 1, "svelte-1hea2ka", null, i, { out: e }), J(l, `${W(t).name ?? ""} `), X(m, "aria-label", n), J(_, a), v !== (v = W(c)[W(t).name] ?? "") && (m.value = (m.__value = v) ?? "", ti(m, v)), J(S, o);
			}, [
				() => W(s).includes(W(t).name),
				() => Z("own_kind_of", { name: W(t).name }),
				() => ha("own_kind", W(t).kind),
				() => W(t).first.map((e) => e || "–").join(", ")
			]), G("change", m, (e) => p(W(t).name, e.currentTarget.value)), q(e, r);
		}), N(E), N(v), N(_);
		var D = V(_, 2), ee = B(D, !0);
		H((e, t, n, r, i, a) => {
			J(u, e), J(f, t), J(S, n), J(w, r), J(T, i), J(ee, a);
		}, [
			() => Z("own_table", {
				name: W(r),
				rows: W(i).toLocaleString(pa()),
				columns: W(a).length
			}),
			() => Z("own_target"),
			() => Z("own_column"),
			() => Z("own_kind"),
			() => Z("own_first"),
			() => Z("own_use")
		]), ri(m, () => W(o), (e) => R(o, e)), G("click", D, g), q(e, t);
	};
	Y(C, (e) => {
		W(a).length > 0 && e(w);
	}), N(_), H((e) => J(y, e), [() => Z("own_title")]), q(e, _), Ve();
}
pr(["change", "click"]);
// src/playground/ToyPicture.svelte
var lp = /* @__PURE__ */ Sr("<circle r=\"2\"></circle>"), up = /* @__PURE__ */ Sr("<svg aria-hidden=\"true\" class=\"svelte-krn2u3\"></svg>"), dp = {
	hash: "svelte-krn2u3",
	code: "svg.svelte-krn2u3 {width:3rem;height:3rem;background:#fff;border-radius:4px;}"
};
function fp(e, t) {
	Be(t, !0), Jr(e, dp);
	let n = /* @__PURE__ */ F(() => {
		let e = t.points[0]?.length === 2, n = t.points.map((e) => e[0] ?? 0), r = t.points.map((e) => e[1] ?? 0), i = (e) => {
			let [t, n] = [Math.min(...e), Math.max(...e)];
			return (e) => 4 + 40 * (e - t) / (n - t || 1);
		}, [a, o] = [i(n), i(r)];
		return t.points.map((t, i) => ({
			x: a(n[i] ?? 0),
			y: 48 - o(r[i] ?? 0),
			colour: ho(vo(e ? 1 : t[2] ?? 0))
		}));
	});
	var r = up();
	X(r, "viewBox", "0 0 48 48"), Br(r, 21, () => W(n), Ir, (e, t) => {
		let n = () => W(t).x, r = () => W(t).y, i = () => W(t).colour;
		var a = lp();
		H(() => {
			X(a, "cx", n()), X(a, "cy", r()), X(a, "fill", i());
		}), q(e, a);
	}), N(r), q(e, r), Ve();
}
// src/playground/DataPanel.svelte
var pp = /* @__PURE__ */ K("<button class=\"svelte-1l34x8r\"><!> </button>"), mp = /* @__PURE__ */ K("<!> <!>", 1), hp = /* @__PURE__ */ K("<button> </button> <p class=\"hint svelte-1l34x8r\"> </p>", 1), gp = /* @__PURE__ */ K("<section aria-labelledby=\"data-title\"><h2 id=\"data-title\"> </h2> <div class=\"tiles svelte-1l34x8r\"></div> <div class=\"fields svelte-1l34x8r\"><!> <!> <!></div> <!> <!></section>"), _p = {
	hash: "svelte-1l34x8r",
	code: ".tiles.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(5.5rem, 1fr));gap:0.4rem;margin:0.5rem 0;}.tiles.svelte-1l34x8r button:where(.svelte-1l34x8r) {display:grid;justify-items:center;gap:0.2rem;font-size:0.85rem;}.fields.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(7rem, 1fr));gap:0.5rem;margin:0.5rem 0;}.hint.svelte-1l34x8r {margin:0.3rem 0 0;font-size:0.8rem;color:var(--muted);}"
};
function vp(e, t) {
	Be(t, !0), Jr(e, _p);
	let n = ["spirals", "blobs"], r = 2 ** 31, i = /* @__PURE__ */ F(() => t.lab.state?.recipe ?? {}), a = /* @__PURE__ */ F(() => String(W(i).data ?? "")), o = /* @__PURE__ */ F(() => t.lab.welcome?.catalogue.data ?? []), s = /* @__PURE__ */ F(() => W(o).some(({ name: e }) => e === W(a)));
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
			points: W(i).points ?? 500
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
	var u = gp(), d = z(u), f = B(d, !0), p = V(d, 2);
	Br(p, 21, () => W(o), ({ name: e, points: t }) => e, (e, t) => {
		let n = () => W(t).name, r = () => W(t).points;
		var i = pp(), o = z(i);
		fp(o, { get points() {
			return r();
		} });
		var s = V(o);
		N(i), H((e) => {
			X(i, "aria-pressed", W(a) === n()), J(s, ` ${e ?? ""}`);
		}, [() => ha("data", n())]), G("click", i, () => c(n())), q(e, i);
	}), N(p);
	var m = V(p, 2), h = z(m), g = (e) => {
		var n = mp(), r = $t(n);
		{
			let e = /* @__PURE__ */ F(() => W(i).points ?? 500);
			va(r, {
				label: "points",
				get value() {
					return W(e);
				},
				min: 20,
				max: 5e3,
				step: 20,
				chosen: (e) => t.lab.change({ points: e })
			});
		}
		var a = V(r, 2);
		{
			let e = /* @__PURE__ */ F(() => Z("usual"));
			va(a, {
				label: "noise",
				get value() {
					return W(i).noise;
				},
				min: 0,
				max: 1,
				step: .05,
				get placeholder() {
					return W(e);
				},
				chosen: (e) => t.lab.change({ noise: e })
			});
		}
		q(e, n);
	};
	Y(h, (e) => {
		W(s) && e(g);
	});
	var _ = V(h, 2), v = (e) => {
		{
			let n = /* @__PURE__ */ F(() => W(i).classes ?? (W(a) === "blobs" ? 3 : 2));
			va(e, {
				label: "classes",
				get value() {
					return W(n);
				},
				min: 2,
				max: 6,
				step: 1,
				chosen: (e) => t.lab.change({ classes: e })
			});
		}
	}, y = /* @__PURE__ */ F(() => n.includes(W(a)));
	Y(_, (e) => {
		W(y) && e(v);
	});
	var b = V(_, 2);
	{
		let e = /* @__PURE__ */ F(() => W(i).validation ?? .3);
		va(b, {
			label: "held_out_share",
			get value() {
				return W(e);
			},
			min: 0,
			max: .9,
			step: .1,
			chosen: (e) => t.lab.change({ validation: e })
		});
	}
	N(m);
	var x = V(m, 2), S = (e) => {
		var t = hp(), n = $t(t), r = B(n, !0), i = B(V(n, 2), !0);
		H((e, t, a) => {
			X(n, "title", e), J(r, t), J(i, a);
		}, [
			() => Z("new_points_hint"),
			() => Z("new_points"),
			() => Z("new_points_hint")
		]), G("click", n, l), q(e, t);
	};
	Y(x, (e) => {
		W(s) && e(S);
	}), cp(V(x, 2), { get lab() {
		return t.lab;
	} }), N(u), H((e) => J(f, e), [() => Z("data")]), q(e, u), Ve();
}
pr(["click"]);
// src/playground/DivergedCard.svelte
var yp = /* @__PURE__ */ K("<p class=\"svelte-1lobahv\"> </p>"), bp = /* @__PURE__ */ K("<aside role=\"alert\" class=\"svelte-1lobahv\"><h2> </h2> <p class=\"svelte-1lobahv\"> </p> <!> <div class=\"svelte-1lobahv\"><button class=\"primary\"> </button> <button> </button> <a href=\"#/glass\"> </a></div></aside>"), xp = {
	hash: "svelte-1lobahv",
	code: "aside.svelte-1lobahv {border:2px solid var(--warn);border-radius:8px;padding:0.8rem 1rem;}p.svelte-1lobahv {margin:0.4rem 0;}div.svelte-1lobahv {display:flex;flex-wrap:wrap;align-items:center;gap:0.5rem;}"
};
function Sp(e, t) {
	Be(t, !0), Jr(e, xp);
	let n = xi(t, "lab", 7);
	async function r() {
		await n().ask("mend").then(() => n().send("run"), (e) => n().refused = e);
	}
	var i = bp(), a = z(i), o = B(a, !0), s = V(a, 2), c = B(s, !0), l = V(s, 2), u = (e) => {
		var n = wr();
		Br($t(n), 17, () => t.diverged.advice, Ir, (e, t) => {
			var n = yp(), r = B(n, !0);
			H(() => J(r, W(t).seen)), q(e, n);
		}), q(e, n);
	}, d = /* @__PURE__ */ F(() => pa() === "en"), f = (e) => {
		var n = yp(), r = B(n, !0);
		H((e) => J(r, e), [() => Z("rate_too_high", { rate: t.diverged.rate })]), q(e, n);
	}, p = /* @__PURE__ */ F(() => t.diverged.advice.some(({ kind: e }) => e === "rate too high"));
	Y(l, (e) => {
		W(d) ? e(u) : W(p) && e(f, 1);
	});
	var m = V(l, 2), h = z(m), g = B(h, !0), _ = V(h, 2), v = B(_, !0), y = B(V(_, 2), !0);
	N(m), N(i), H((e, t, n, r, i) => {
		J(o, e), J(c, t), J(g, n), J(v, r), J(y, i);
	}, [
		() => Z("diverged_title"),
		() => Z("diverged_text", {
			step: t.diverged.step,
			rate: t.diverged.rate
		}),
		() => Z("diverged_mend"),
		() => Z("diverged_rewind"),
		() => Z("diverged_glass")
	]), G("click", h, r), G("click", _, () => n().send("rewind", { to: 0 })), q(e, i), Ve();
}
pr(["click"]);
// src/playground/Guess.svelte
var Cp = /* @__PURE__ */ K("<button> </button>"), wp = /* @__PURE__ */ K("<p> </p> <div class=\"svelte-1vndivg\"></div>", 1), Tp = /* @__PURE__ */ K("<p role=\"status\"><strong> </strong> </p> <button> </button>", 1), Ep = /* @__PURE__ */ K("<p role=\"status\"> </p>"), Dp = /* @__PURE__ */ K("<details class=\"svelte-1vndivg\"><summary class=\"svelte-1vndivg\"> </summary> <!></details>"), Op = {
	hash: "svelte-1vndivg",
	code: "details.svelte-1vndivg {font-size:0.9rem;}summary.svelte-1vndivg {cursor:pointer;}div.svelte-1vndivg {display:flex;flex-wrap:wrap;gap:0.4rem;}"
};
function kp(e, t) {
	Be(t, !0), Jr(e, Op);
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
	], r = /* @__PURE__ */ L(null), i = /* @__PURE__ */ L(0), a = /* @__PURE__ */ L(0), o = /* @__PURE__ */ F(() => t.lab.facts?.held_out?.loss ?? t.lab.facts?.train?.loss ?? null), s = /* @__PURE__ */ F(() => W(r) !== null && !t.lab.isRunning && ((t.lab.facts?.epoch ?? 0) >= W(a) || t.lab.diverged !== null)), c = /* @__PURE__ */ F(() => W(o) === null || W(o) > .95 * W(i) ? "not" : W(o) <= .5 * W(i) ? "much" : "little"), l = (e) => Z(n.find((t) => t.name === e)?.label ?? "guess_not");
	function u(e) {
		W(o) !== null && (R(i, W(o), !0), R(a, Math.floor(t.lab.facts?.epoch ?? 0) + 20), R(r, e, !0), t.lab.send("run", { epoch: W(a) }));
	}
	var d = Dp(), f = z(d), p = B(f, !0), m = V(f, 2), h = (e) => {
		var r = wp(), i = $t(r), a = B(i, !0), s = V(i, 2);
		Br(s, 21, () => n, (e) => e.name, (e, n) => {
			var r = Cp(), i = B(r, !0);
			H((e) => {
				r.disabled = W(o) === null || t.lab.isRunning, J(i, e);
			}, [() => Z(W(n).label)]), G("click", r, () => u(W(n).name)), q(e, r);
		}), N(s), H((e) => J(a, e), [() => Z("guess_question", {
			n: 20,
			loss: W(o)?.toPrecision(3) ?? "–"
		})]), q(e, r);
	}, g = (e) => {
		var t = Tp(), n = $t(t), a = z(n), s = B(a, !0), u = V(a);
		N(n);
		var d = V(n, 2), f = B(d, !0);
		H((e, t, n) => {
			J(s, e), J(u, ` ${t ?? ""}`), J(f, n);
		}, [
			() => Z(W(c) === W(r) ? "guess_right" : "guess_wrong"),
			() => Z("guess_result", {
				guess: l(W(r)),
				before: W(i).toPrecision(3),
				after: W(o)?.toPrecision(3) ?? "–"
			}),
			() => Z("guess_again")
		]), G("click", d, () => R(r, null)), q(e, t);
	}, _ = (e) => {
		var t = Ep(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("guess_waits", { guess: l(W(r)) })]), q(e, t);
	};
	Y(m, (e) => {
		W(r) === null ? e(h) : W(s) ? e(g, 1) : e(_, -1);
	}), N(d), H((e) => J(p, e), [() => Z("guess")]), q(e, d), Ve();
}
pr(["click"]);
// src/playground/Limits.svelte
var Ap = /* @__PURE__ */ K("<dt> </dt> <dd class=\"svelte-s0yxod\"> </dd>", 1), jp = /* @__PURE__ */ K("<details class=\"svelte-s0yxod\"><summary> </summary> <dl class=\"svelte-s0yxod\"><!> <dt> </dt> <dd class=\"svelte-s0yxod\"> </dd></dl></details>"), Mp = {
	hash: "svelte-s0yxod",
	code: "details.svelte-s0yxod {margin-top:0.8rem;font-size:0.85rem;color:var(--muted);}dl.svelte-s0yxod {display:grid;grid-template-columns:1fr max-content;gap:0.2rem 1rem;}dd.svelte-s0yxod {margin:0;text-align:right;font-variant-numeric:tabular-nums;}"
};
function Np(e, t) {
	Be(t, !0), Jr(e, Mp);
	let n = [
		"depth",
		"credits",
		"message_bytes",
		"snapshot_bytes"
	], r = /* @__PURE__ */ F(() => Object.entries(t.lab.welcome?.limits ?? {}).filter(([e]) => !n.includes(e)));
	var i = jp(), a = z(i), o = B(a, !0), s = V(a, 2), c = z(s);
	Br(c, 17, () => W(r), ([e, t]) => e, (e, t) => {
		var n = /* @__PURE__ */ F(() => m(W(t), 2));
		let r = () => W(n)[0], i = () => W(n)[1];
		var a = Ap(), o = $t(a), s = B(o, !0), c = B(V(o, 2), !0);
		H((e, t) => {
			J(s, e), J(c, t);
		}, [() => ha("limit", r()), () => i().toLocaleString(pa())]), q(e, a);
	});
	var l = V(c, 2), u = B(l, !0), d = B(V(l, 2), !0);
	N(s), N(i), H((e, t, n) => {
		J(o, e), J(u, t), J(d, n);
	}, [
		() => Z("limits"),
		() => Z("limit_now"),
		() => (t.lab.state?.parameters ?? 0).toLocaleString(pa())
	]), q(e, i), Ve();
}
// src/playground/ColumnBar.svelte
var Pp = /* @__PURE__ */ K("<button> </button>"), Fp = /* @__PURE__ */ K("<button class=\"add svelte-197pkvu\">+</button> <details class=\"svelte-197pkvu\"><summary class=\"svelte-197pkvu\"> </summary> <div class=\"units svelte-197pkvu\"><!> <!></div> <!> <!> <label class=\"check svelte-197pkvu\"><input type=\"checkbox\" class=\"svelte-197pkvu\"/> </label> <button> </button></details>", 1), Ip = /* @__PURE__ */ K("<div class=\"layer-bar svelte-197pkvu\"><!> <button> </button></div>"), Lp = {
	hash: "svelte-197pkvu",
	code: ".layer-bar.svelte-197pkvu {display:flex;flex-wrap:wrap;align-items:start;gap:0.4rem;margin:0.5rem 0;}details.svelte-197pkvu {padding:0.3rem 0.6rem;background:var(--surface);border-radius:6px;}summary.svelte-197pkvu {cursor:pointer;line-height:1.5rem;}.units.svelte-197pkvu {display:flex;align-items:end;gap:0.3rem;}.add.svelte-197pkvu {padding:0.3rem 0.5rem;}.check.svelte-197pkvu {display:flex;margin:0.4rem 0;font-size:0.85rem;color:var(--muted);align-items:center;gap:0.4rem;}.check.svelte-197pkvu input:where(.svelte-197pkvu) {min-height:0;}"
};
function Rp(e, t) {
	Be(t, !0), Jr(e, Lp);
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
	], i = [-1, 1], a = /* @__PURE__ */ F(() => Ds(t.lab.state?.layers ?? [])), o = /* @__PURE__ */ F(() => (t.lab.welcome?.catalogue.activation ?? []).map(({ name: e }) => e).filter((e) => e !== "softmax"));
	function s(e) {
		t.lab.change(Os(e, t.lab.outputs, t.lab.state?.recipe.initializer), "overlap");
	}
	function c(e, t) {
		s(W(a).map((n, r) => r === e ? {
			...n,
			...t
		} : n));
	}
	function l(e) {
		let t = W(a)[e - 1] ?? W(a)[0] ?? n;
		s([
			...W(a).slice(0, e),
			t,
			...W(a).slice(e)
		]);
	}
	var u = Ip(), d = z(u);
	Br(d, 17, () => W(a), Ir, (e, n, u) => {
		var d = Fp(), f = $t(d), p = V(f, 2), m = z(p), h = B(m, !0), g = V(m, 2), _ = z(g);
		Br(_, 16, () => i, (e) => e, (e, t) => {
			var r = Pp(), i = B(r, !0);
			H((e) => {
				X(r, "aria-label", e), r.disabled = W(n).units + t < 1, J(i, t < 0 ? "−" : "+");
			}, [() => Z(t < 0 ? "fewer_units" : "more_units", { n: u + 1 })]), G("click", r, () => c(u, { units: W(n).units + t })), q(e, r);
		});
		var v = V(_, 2);
		{
			let e = /* @__PURE__ */ F(() => t.lab.welcome?.limits.units ?? 2048);
			va(v, {
				label: "units_of_layer",
				get value() {
					return W(n).units;
				},
				min: 1,
				get max() {
					return W(e);
				},
				step: 1,
				chosen: (e) => c(u, { units: e ?? W(n).units })
			});
		}
		N(g);
		var y = V(g, 2);
		bs(y, {
			label: "activation",
			get options() {
				return W(o);
			},
			get value() {
				return W(n).activation;
			},
			chosen: (e) => c(u, { activation: e })
		});
		var b = V(y, 2);
		bs(b, {
			label: "dropout",
			get options() {
				return r;
			},
			get value() {
				return W(n).dropout;
			},
			chosen: (e) => c(u, { dropout: Number(e) })
		});
		var x = V(b, 2), S = z(x);
		ui(S);
		var C = V(S, 1, !0);
		N(x);
		var w = V(x, 2), T = B(w, !0);
		N(p), H((e, t, r, i) => {
			X(f, "aria-label", e), J(h, t), fi(S, W(n).batchNorm), J(C, r), J(T, i);
		}, [
			() => Z("insert_layer", { n: u + 1 }),
			() => Z("layer_summary", {
				n: u + 1,
				units: W(n).units,
				activation: W(n).activation
			}),
			() => Z("batch_norm"),
			() => Z("remove_layer", { n: u + 1 })
		]), G("click", f, () => l(u)), G("change", S, (e) => c(u, { batchNorm: e.currentTarget.checked })), G("click", w, () => s(W(a).filter((e, t) => t !== u))), q(e, d);
	});
	var f = V(d, 2), p = B(f, !0);
	N(u), H((e) => J(p, e), [() => Z("add_layer")]), G("click", f, () => l(W(a).length)), q(e, u), Ve();
}
pr(["click", "change"]);
// src/playground/structure.ts
function zp(e, t) {
	let n = 0, r = [];
	for (let { name: i, drawn: a } of e) i.endsWith(t) && r.push({
		at: n,
		shape: a,
		name: i
	}), n += a.reduce((e, t) => e * t, 1);
	return r;
}
// src/draw/pictures.ts
function Bp(e, t) {
	return Up(t, (t) => _o(((e[t] ?? 128) - 128) / 127));
}
function Vp(e, t, n) {
	let r = n * n;
	return Up(n, (n) => {
		let i = 0;
		for (let a = 1; a < t; a++) (e[a * r + n] ?? 0) > (e[i * r + n] ?? 0) && (i = a);
		return go(mo, vo(i), .15 + .7 * ((e[i * r + n] ?? 0) / 255));
	});
}
function Hp(e, t) {
	return Up(t, (t) => _o((e[t] ?? 128) / 255 * 2 - 1));
}
function Up(e, t) {
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
function Wp(e, t, n) {
	e.width = e.height = n;
	let r = new ImageData(new Uint8ClampedArray(t), n, n);
	e.getContext("2d")?.putImageData(r, 0, 0);
}
function Gp(e, t, n) {
	let r = e.getContext("2d"), [i, a] = n;
	if (!r || !i || !a) return;
	r.clearRect(0, 0, e.width, e.height);
	let o = e.width / 110;
	for (let { x: n, y: s, hollow: c } of t) for (let t = 0; t < s.length; t++) {
		let l = Kp(n[2 * t] ?? 0, i) * e.width, u = (1 - Kp(n[2 * t + 1] ?? 0, a)) * e.height;
		r.beginPath(), r.arc(l, u, o, 0, 2 * Math.PI), r.fillStyle = c ? "rgb(255 255 255 / 80%)" : ho(vo(s[t] ?? 0)), r.strokeStyle = c ? ho(vo(s[t] ?? 0)) : "rgb(255 255 255 / 90%)", r.lineWidth = o / 2.5, r.fill(), r.stroke();
	}
}
var Kp = (e, [t, n]) => (e - t) / (n - t);
function qp(e, t, n, r) {
	let i = e.getContext("2d"), a = r[0];
	if (!i || !a) return;
	i.clearRect(0, 0, e.width, e.height);
	let o = Math.max(...n.flatMap(({ y: e }) => Array.from(e, Math.abs)), 1e-9), s = (t) => e.height * (.5 - t / (3 * o));
	for (let { x: t, y: r, hollow: o } of n) {
		i.fillStyle = o ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
		for (let n = 0; n < r.length; n++) {
			i.beginPath();
			let o = Kp(t[n] ?? 0, a) * e.width;
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
var Jp = /* @__PURE__ */ K("<div role=\"img\" class=\"svelte-1o9cw55\"><canvas class=\"svelte-1o9cw55\"></canvas></div>"), Yp = {
	hash: "svelte-1o9cw55",
	code: "div.svelte-1o9cw55,\n  canvas.svelte-1o9cw55 {display:block;width:100%;height:100%;image-rendering:auto;border-radius:5px;box-shadow:0 0 0 1px var(--line);}"
};
function Xp(e, t) {
	Be(t, !0), Jr(e, Yp);
	let n;
	fn(() => {
		if (t.values === void 0) return;
		let e = t.isPlane ? 1024 : 32, i = t.values.subarray(t.place * e, (t.place + 1) * e), a = t.isPlane ? i : r(i);
		a.length === 1024 && Wp(n, Bp(a, 32), 32);
	});
	function r(e) {
		let t = /* @__PURE__ */ new Uint8Array(1024);
		for (let n = 0; n < 32; n++) t.set(e, n * 32);
		return t;
	}
	var i = Jp(), a = z(i);
	X(a, "width", 32), X(a, "height", 32), _i(a, (e) => n = e, () => n), N(i), H(() => {
		X(i, "aria-label", t.label), X(i, "title", t.label);
	}), q(e, i), Ve();
}
// src/playground/UnitPanel.svelte
var Zp = /* @__PURE__ */ K("<tr><th scope=\"row\" class=\"svelte-1i86h9\"> </th><td class=\"svelte-1i86h9\"><input type=\"number\" step=\"0.1\" class=\"svelte-1i86h9\"/></td><td class=\"svelte-1i86h9\"> </td></tr>"), Qp = /* @__PURE__ */ K("<section class=\"panel svelte-1i86h9\" aria-labelledby=\"unit-title\"><h3 id=\"unit-title\" class=\"svelte-1i86h9\"> </h3> <div class=\"picture svelte-1i86h9\"><!></div> <p class=\"svelte-1i86h9\"> </p> <table class=\"svelte-1i86h9\"><thead><tr><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th></tr></thead><tbody class=\"svelte-1i86h9\"></tbody></table> <div class=\"buttons svelte-1i86h9\"><button> </button> <button> </button></div> <p class=\"hint svelte-1i86h9\"> </p></section>"), $p = {
	hash: "svelte-1i86h9",
	code: ".panel.svelte-1i86h9 {margin-top:0.6rem;padding:0.6rem 0.8rem;border:1px solid var(--line);border-radius:8px;}h3.svelte-1i86h9 {margin:0 0 0.4rem;font-size:1rem;}.picture.svelte-1i86h9 {float:left;width:8rem;height:8rem;margin:0 0.8rem 0.4rem 0;}p.svelte-1i86h9 {margin:0 0 0.5rem;font-size:0.85rem;}table.svelte-1i86h9 {clear:both;width:100%;font-size:0.85rem;}th.svelte-1i86h9,\n  td.svelte-1i86h9 {padding:0.15rem 0.3rem;text-align:right;}tbody.svelte-1i86h9 th:where(.svelte-1i86h9) {text-align:left;font-weight:normal;}input.svelte-1i86h9 {width:6.5rem;text-align:right;}.buttons.svelte-1i86h9 {display:flex;gap:0.4rem;margin-top:0.5rem;}.hint.svelte-1i86h9 {margin:0.4rem 0 0;color:var(--muted);}"
};
function em(e, t) {
	Be(t, !0), Jr(e, $p);
	let n = /* @__PURE__ */ F(() => t.lab.frame.get("weights")?.values), r = /* @__PURE__ */ F(() => t.lab.frame.get("gradients")?.values), i = /* @__PURE__ */ F(() => zp(t.lab.state?.arrays ?? [], "dense.W")[t.unit.layer]), a = /* @__PURE__ */ F(() => zp(t.lab.state?.arrays ?? [], "dense.b")[t.unit.layer]), o = /* @__PURE__ */ F(() => (t.lab.state?.silenced ?? []).some(([e, n]) => e === t.unit.layer && n === t.unit.unit)), s = /* @__PURE__ */ F(() => t.lab.frame.get("unit_scales")?.values[t.place] ?? 0), c = /* @__PURE__ */ F(() => {
		let e = [], [n = 0, r = 0] = W(i)?.shape ?? [];
		for (let a = 0; a < Math.min(n, 24); a++) {
			let n = t.unit.layer === 0 ? t.inputName(a) : Z("unit_of", {
				n: t.unit.layer,
				unit: a + 1
			}), o = (W(i)?.at ?? 0) + a * r + t.unit.unit;
			e.push({
				name: n,
				tensor: W(i)?.name ?? "",
				index: [a, t.unit.unit],
				at: o
			});
		}
		if (W(a)) {
			let n = W(a).at + t.unit.unit;
			e.push({
				name: Z("bias"),
				tensor: W(a).name,
				index: [t.unit.unit],
				at: n
			});
		}
		return e;
	}), l = (e) => Number((W(n)?.[e.at] ?? 0).toPrecision(4)), u = /* @__PURE__ */ L(null);
	function d({ tensor: e, index: n }, r) {
		let i = Number(r.value);
		r.value.trim() !== "" && Number.isFinite(i) && t.lab.send("edit", {
			tensor: e,
			index: n,
			value: i
		});
	}
	var f = Qp(), p = z(f), m = B(p, !0), h = V(p, 2), g = z(h);
	{
		let e = /* @__PURE__ */ F(() => t.lab.frame.get("units")?.values), n = /* @__PURE__ */ F(() => Z("unit_picture"));
		Xp(g, {
			get values() {
				return W(e);
			},
			get place() {
				return t.place;
			},
			get isPlane() {
				return t.isPlane;
			},
			get label() {
				return W(n);
			}
		});
	}
	N(h);
	var _ = V(h, 2), v = B(_, !0), y = V(_, 2), b = z(y), x = z(b), S = z(x), C = B(S, !0), w = V(S), T = B(w, !0), E = B(V(w), !0);
	N(x), N(b);
	var D = V(b);
	Br(D, 21, () => W(c), (e) => e.tensor + String(e.index), (e, t) => {
		var n = Zp(), i = z(n), a = B(i, !0), o = V(i), s = z(o);
		ui(s), N(o);
		var c = B(V(o), !0);
		N(n), H((e, n, r) => {
			J(a, W(t).name), X(s, "aria-label", e), di(s, n), J(c, r);
		}, [
			() => Z("unit_edit", { name: W(t).name }),
			() => W(u)?.at === W(t).at ? W(u).value : l(W(t)),
			() => W(r)?.[W(t).at]?.toPrecision(3) ?? "–"
		]), fr("focus", s, () => R(u, {
			at: W(t).at,
			value: l(W(t))
		})), fr("blur", s, () => R(u, null)), G("change", s, (e) => d(W(t), e.currentTarget)), q(e, n);
	}), N(D), N(y);
	var ee = V(y, 2), te = z(ee), ne = B(te, !0), O = V(te, 2), re = B(O, !0);
	N(ee);
	var ie = B(V(ee, 2), !0);
	N(f), H((e, t, n, r, i, a, s, c) => {
		J(m, e), J(v, t), J(C, n), J(T, r), J(E, i), X(te, "aria-pressed", W(o)), J(ne, a), J(re, s), J(ie, c);
	}, [
		() => Z("unit_title", {
			unit: t.unit.unit + 1,
			layer: t.unit.layer + 1
		}),
		() => Z("unit_explained", { most: W(s).toPrecision(3) }),
		() => Z("unit_from"),
		() => Z("unit_weight"),
		() => Z("unit_gradient"),
		() => Z("silence"),
		() => Z("close"),
		() => Z("silence_hint")
	]), G("click", te, () => t.lab.send("silence", {
		...t.unit,
		on: !W(o)
	})), G("click", O, function(...e) {
		t.close?.apply(this, e);
	}), q(e, f), Ve();
}
pr(["change", "click"]);
// src/playground/lines.ts
var tm = 12;
function nm({ left: e, right: t, from: n, to: r }, i) {
	let a = 1 - i, o = (e + t) / 2;
	return {
		x: a ** 3 * e + 3 * a ** 2 * i * o + 3 * a * i ** 2 * o + i ** 3 * t,
		y: (a ** 3 + 3 * a ** 2 * i) * n + (3 * a * i ** 2 + i ** 3) * r
	};
}
function rm(e, t, n) {
	let r = null, i = n;
	for (let n of e) if (!(t.x < n.left || t.x > n.right)) for (let e = 0; e <= tm; e++) {
		let a = nm(n, e / tm), o = Math.hypot(a.x - t.x, a.y - t.y);
		o < i && ([r, i] = [n, o]);
	}
	return r;
}
// src/playground/WeightLines.svelte
var im = /* @__PURE__ */ K("<output class=\"value svelte-gykhtq\"> </output>"), am = /* @__PURE__ */ K("<canvas aria-hidden=\"true\" class=\"svelte-gykhtq\"></canvas> <!>", 1), om = {
	hash: "svelte-gykhtq",
	code: "canvas.svelte-gykhtq {position:absolute;inset:0;width:100%;height:100%;}.value.svelte-gykhtq {position:absolute;z-index:2;padding:0.2rem 0.5rem;font-size:0.8rem;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;pointer-events:none;transform:translate(-50%, -130%);white-space:nowrap;}"
};
function sm(e, t) {
	Be(t, !0), Jr(e, om);
	let n, r = /* @__PURE__ */ L(null), i = /* @__PURE__ */ F(() => W(r) === null ? null : rm(t.lines, W(r), 8));
	function a(e, r) {
		let i = Math.min(2, devicePixelRatio), [a, o] = [Math.round(t.width * i), Math.round(t.height * i)];
		(n.width !== a || n.height !== o) && (n.width = a, n.height = o);
		let c = n.getContext("2d");
		if (!c) return;
		c.setTransform(i, 0, 0, i, 0, 0), c.clearRect(0, 0, t.width, t.height);
		let l = Math.max(...e.map(({ value: e }) => Math.abs(e)), 1e-9);
		for (let t of e) s(c, t, Math.abs(t.value) / l, t === r);
	}
	let o = Bf(40);
	fn(() => {
		let [e, n] = [t.lines, W(i)];
		return o(() => a(e, n));
	});
	function s(e, t, n, r) {
		let { left: i, right: a, from: o, to: s } = t, c = (i + a) / 2;
		e.beginPath(), e.moveTo(i, o), e.bezierCurveTo(c, o, c, s, a, s), e.setLineDash(t.value < 0 ? [6, 3] : []), e.strokeStyle = ho(t.value < 0 ? fo : po), e.globalAlpha = r ? 1 : .25 + .7 * n, e.lineWidth = r ? 6 : .4 + 5 * n, e.stroke();
	}
	function c(e) {
		R(r, {
			x: e.offsetX,
			y: e.offsetY
		});
	}
	var l = am(), u = $t(l);
	_i(u, (e) => n = e, () => n);
	var d = V(u, 2), f = (e) => {
		let n = /* @__PURE__ */ F(() => nm(W(i), .5));
		var r = im(), a = B(r, !0);
		Yr(r, () => (e) => {
			e.style.left = `${W(n).x}px`, e.style.top = `${W(n).y}px`;
		}), H((e) => J(a, e), [() => t.textOf(W(i))]), q(e, r);
	};
	Y(d, (e) => {
		W(i) && e(f);
	}), G("pointermove", u, c), fr("pointerleave", u, () => R(r, null)), q(e, l), Ve();
}
pr(["pointermove"]);
// src/playground/NetworkView.svelte
var cm = /* @__PURE__ */ K("<button><!></button>"), lm = /* @__PURE__ */ K("<span class=\"end svelte-1cnw3n6\"> </span>"), um = /* @__PURE__ */ Sr("<foreignObject><!></foreignObject>"), dm = /* @__PURE__ */ Sr("<text text-anchor=\"middle\" font-size=\"11\"> </text>"), fm = /* @__PURE__ */ Sr("<!><!>", 1), pm = /* @__PURE__ */ K("<p class=\"hint svelte-1cnw3n6\"> </p>"), mm = /* @__PURE__ */ K("<section aria-labelledby=\"network-title\"><h2 id=\"network-title\"> </h2> <!> <div class=\"scroll svelte-1cnw3n6\"><div class=\"drawing svelte-1cnw3n6\"><!> <svg role=\"group\" class=\"svelte-1cnw3n6\"></svg></div></div> <!></section>"), hm = {
	hash: "svelte-1cnw3n6",
	code: ".scroll.svelte-1cnw3n6 {overflow-x:auto;}.drawing.svelte-1cnw3n6 {position:relative;}svg.svelte-1cnw3n6 {position:relative;display:block;pointer-events:none;max-width:none;fill:var(--muted);}.unit.svelte-1cnw3n6 {pointer-events:auto;width:100%;height:100%;min-height:0;padding:0;border:0;}.unit.silent.svelte-1cnw3n6 {opacity:0.25;}.end.svelte-1cnw3n6 {display:grid;place-items:center;height:100%;font-size:0.75rem;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden;}.hint.svelte-1cnw3n6 {font-size:0.85rem;color:var(--muted);}"
};
function gm(e, t) {
	Be(t, !0), Jr(e, hm);
	let n = /* @__PURE__ */ L(null), r = /* @__PURE__ */ F(() => t.lab.state?.hidden ?? []), i = /* @__PURE__ */ F(() => t.lab.dataFacts?.columns ?? []), a = /* @__PURE__ */ F(() => t.lab.state?.arrays[0]?.shape[0] ?? W(i).length), o = /* @__PURE__ */ F(() => [
		W(a),
		...W(r),
		t.lab.outputs
	]), s = /* @__PURE__ */ F(() => W(o).map((e) => Math.min(e, 12))), c = /* @__PURE__ */ F(() => Math.max(...W(s), 1) * 50 + 10), l = /* @__PURE__ */ F(() => (W(o).length - 1) * 120 + 40), u = /* @__PURE__ */ F(() => t.lab.frame.get("weights")?.values), d = /* @__PURE__ */ F(() => t.lab.frame.get("gradients")?.values), f = /* @__PURE__ */ F(() => t.lab.frame.get("units")?.values), p = /* @__PURE__ */ F(() => t.lab.frame.get("units")?.shape.length === 3), m = /* @__PURE__ */ F(() => zp(t.lab.state?.arrays ?? [], "dense.W")), h = /* @__PURE__ */ F(() => zp(t.lab.state?.arrays ?? [], "dense.b")), g = /* @__PURE__ */ F(() => new Set((t.lab.state?.silenced ?? []).map(String))), _ = /* @__PURE__ */ F(() => W(n) !== null && W(n).unit < (W(r)[W(n).layer] ?? 0) ? W(n) : null), v = /* @__PURE__ */ F(() => {
		let e = [];
		return W(u) === void 0 ? e : (W(m).forEach(({ at: t, shape: n }, r) => {
			let [i = 0, a = 0] = n;
			for (let n = 0; n < Math.min(i, W(s)[r] ?? 0); n++) for (let i = 0; i < Math.min(a, W(s)[r + 1] ?? 0); i++) {
				let o = t + n * a + i;
				e.push({
					left: y(r) + 20,
					right: y(r + 1) - 20,
					from: b(r, n),
					to: b(r + 1, i),
					value: W(u)[o] ?? 0,
					gradient: W(d)?.[o],
					layer: r,
					units: [n, i]
				});
			}
		}), e.slice(0, 1500));
	}), y = (e) => e * 120 + 20, b = (e, t) => W(c) / 2 + (t - ((W(s)[e] ?? 1) - 1) / 2) * 50, x = (e, t) => W(r).slice(0, e - 1).reduce((e, t) => e + t, 0) + t, S = (e) => W(i)[e] ?? `x${e + 1}`, C = (e, t) => e === 0 ? S(t) : Z("unit_of", {
		n: e,
		unit: t + 1
	});
	function w({ layer: e, units: [t, n], value: r, gradient: i }) {
		let [a, o] = [C(e, t), C(e + 1, n)], s = {
			from: a,
			to: o,
			value: r.toPrecision(3)
		};
		return i === void 0 ? Z("weight_text", s) : Z("weight_gradient_text", {
			...s,
			gradient: i.toPrecision(3)
		});
	}
	function T(e) {
		R(n, e, !0), t.lab.see(e ? [
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
	var E = mm(), D = z(E), ee = B(D, !0), te = V(D, 2);
	Rp(te, { get lab() {
		return t.lab;
	} });
	var ne = V(te, 2), O = z(ne), re = z(O);
	sm(re, {
		get lines() {
			return W(v);
		},
		get width() {
			return W(l);
		},
		get height() {
			return W(c);
		},
		textOf: w
	});
	var ie = V(re, 2);
	Br(ie, 21, () => W(s), Ir, (e, n, r) => {
		var i = fm(), a = $t(i);
		Br(a, 17, () => ({ length: W(n) }), Ir, (e, n, i) => {
			var a = um();
			X(a, "width", 40), X(a, "height", 40);
			var o = z(a), c = (e) => {
				var t = cm();
				let n;
				var a = z(t);
				{
					let e = /* @__PURE__ */ F(() => x(r, i)), t = /* @__PURE__ */ F(() => Z("unit_text", {
						unit: i + 1,
						layer: r,
						bias: (W(u)?.[(W(h)[r - 1]?.at ?? 0) + i] ?? 0).toPrecision(3)
					}));
					Xp(a, {
						get values() {
							return W(f);
						},
						get place() {
							return W(e);
						},
						get isPlane() {
							return W(p);
						},
						get label() {
							return W(t);
						}
					});
				}
				N(t), H((e) => {
					n = Qr(t, 1, "unit svelte-1cnw3n6", null, n, { silent: e }), X(t, "aria-pressed", W(_)?.layer === r - 1 && W(_).unit === i);
				}, [() => W(g).has(`${r - 1},${i}`)]), G("click", t, () => T({
					layer: r - 1,
					unit: i
				})), q(e, t);
			}, l = (e) => {
				var n = lm(), a = B(n, !0);
				H((e) => J(a, e), [() => r === 0 ? S(i) : t.lab.dataFacts?.classes[i] ?? Z("output")]), q(e, n);
			};
			Y(o, (e) => {
				r > 0 && r < W(s).length - 1 ? e(c) : e(l, -1);
			}), N(a), H((e, t) => {
				X(a, "x", e), X(a, "y", t);
			}, [() => y(r) - 20, () => b(r, i) - 20]), q(e, a);
		});
		var l = V(a), d = (e) => {
			var t = dm(), i = B(t, !0);
			H((e, n) => {
				X(t, "x", e), X(t, "y", W(c)), J(i, n);
			}, [() => y(r), () => Z("more_units_not_shown", { n: (W(o)[r] ?? 0) - W(n) })]), q(e, t);
		};
		Y(l, (e) => {
			(W(o)[r] ?? 0) > W(n) && e(d);
		}), q(e, i);
	}), N(ie), N(O), Yr(O, () => (e) => {
		e.style.width = `${W(l)}px`, e.style.height = `${W(c)}px`;
	}), N(ne);
	var ae = V(ne, 2), oe = (e) => {
		{
			let n = /* @__PURE__ */ F(() => x(W(_).layer + 1, W(_).unit));
			em(e, {
				get lab() {
					return t.lab;
				},
				get unit() {
					return W(_);
				},
				get isPlane() {
					return W(p);
				},
				inputName: S,
				get place() {
					return W(n);
				},
				close: () => T(null)
			});
		}
	}, se = (e) => {
		var t = pm(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("network_hint", { first: S(0) })]), q(e, t);
	};
	Y(ae, (e) => {
		W(_) ? e(oe) : e(se, -1);
	}), N(E), H((e, t) => {
		J(ee, e), X(ie, "viewBox", `0 0 ${W(l) ?? ""} ${W(c) ?? ""}`), X(ie, "width", W(l)), X(ie, "height", W(c)), X(ie, "aria-label", t);
	}, [() => Z("network"), () => Z("network")]), q(e, E), Ve();
}
pr(["click"]);
// src/playground/AxisChoice.svelte
var _m = /* @__PURE__ */ K("<div class=\"svelte-1uj50pv\"><!> <!></div> <p class=\"svelte-1uj50pv\"> </p>", 1), vm = {
	hash: "svelte-1uj50pv",
	code: "div.svelte-1uj50pv {display:grid;grid-template-columns:1fr 1fr;gap:0.5rem;}p.svelte-1uj50pv {margin:0.3rem 0;font-size:0.8rem;color:var(--muted);}"
};
function ym(e, t) {
	Be(t, !0), Jr(e, vm);
	let n = /* @__PURE__ */ F(() => t.lab.dataFacts?.inputs ?? []), r = /* @__PURE__ */ F(() => t.lab.dataFacts?.drawn ?? []);
	function i(e, i) {
		let a = W(n).indexOf(i), o = W(r).map((t, n) => n === e ? a : t === a ? W(r)[e] ?? 0 : t);
		t.lab.send("draw", { inputs: o });
	}
	var a = wr(), o = $t(a), s = (e) => {
		var t = _m(), a = $t(t), o = z(a);
		bs(o, {
			label: "axis_across",
			get options() {
				return W(n);
			},
			get value() {
				return W(n)[W(r)[0] ?? 0];
			},
			chosen: (e) => i(0, e)
		}), bs(V(o, 2), {
			label: "axis_up",
			get options() {
				return W(n);
			},
			get value() {
				return W(n)[W(r)[1] ?? 0];
			},
			chosen: (e) => i(1, e)
		}), N(a);
		var s = B(V(a, 2), !0);
		H((e) => J(s, e), [() => Z("axis_text")]), q(e, t);
	};
	Y(o, (e) => {
		W(n).length > 2 && e(s);
	}), q(e, a), Ve();
}
// src/playground/ConfusionTable.svelte
var bm = /* @__PURE__ */ K("<th scope=\"col\" class=\"svelte-41hqjx\"> </th>"), xm = /* @__PURE__ */ K("<td> </td>"), Sm = /* @__PURE__ */ K("<tr><th scope=\"row\" class=\"svelte-41hqjx\"> </th><!></tr>"), Cm = /* @__PURE__ */ K("<table class=\"svelte-41hqjx\"><caption class=\"svelte-41hqjx\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-41hqjx\"> </th><!></tr></thead><tbody></tbody></table>"), wm = {
	hash: "svelte-41hqjx",
	code: "table.svelte-41hqjx {width:100%;font-size:0.85rem;}caption.svelte-41hqjx {text-align:left;color:var(--muted);}th.svelte-41hqjx,\n  td.svelte-41hqjx {padding:0.15rem 0.3rem;text-align:right;border:1px solid var(--line);}.right.svelte-41hqjx {font-weight:bold;background:var(--surface);}"
};
function Tm(e, t) {
	Be(t, !0), Jr(e, wm);
	let n = /* @__PURE__ */ L([]), r = /* @__PURE__ */ L([]), i = /* @__PURE__ */ F(() => t.lab.dataFacts?.rows.held_out ? "held_out" : "train");
	fn(() => {
		let e = W(i), a = !0, o = async () => {
			let i = await t.lab.ask("confusion", { part: e }).catch(() => null);
			i && a && (R(n, i.classes), R(r, i.counts));
		};
		o();
		let s = setInterval(() => void o(), 1e3);
		return () => {
			a = !1, clearInterval(s);
		};
	});
	var a = Cm(), o = z(a), s = B(o, !0), c = V(o), l = z(c), u = z(l), d = B(u, !0);
	Br(V(u), 16, () => W(n), (e) => e, (e, t) => {
		var n = bm(), r = B(n, !0);
		H(() => J(r, t)), q(e, n);
	}), N(l), N(c);
	var f = V(c);
	Br(f, 21, () => W(r), Ir, (e, t, r) => {
		var i = Sm(), a = z(i), o = B(a, !0);
		Br(V(a), 17, () => W(t), Ir, (e, t, n) => {
			var i = xm();
			Qr(i, 1, "svelte-41hqjx", null, {}, { right: r === n });
			var a = B(i, !0);
			H(() => J(a, W(t))), q(e, i);
		}), N(i), H(() => J(o, W(n)[r])), q(e, i);
	}), N(f), N(a), H((e, t) => {
		J(s, e), J(d, t);
	}, [() => Z("confusion_caption", { part: Z(W(i) === "train" ? "training" : "held_out") }), () => Z("confusion_true")]), q(e, a), Ve();
}
// src/playground/reading.ts
var Em = 100;
function Dm(e, t, n, r, i, a) {
	let o = t.length === 1, s = t.map(([e, t], r) => {
		let a = r === 0 ? i.across : i.up;
		return {
			name: n[r] ?? "",
			value: e + (t - e) * a / 99
		};
	}), c = o ? i.across : i.up * Em + i.across, l = o ? Em : 1e4, u = (t) => e.values[t * l + c] ?? 0, d = e.shape[0] ?? 1;
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
var Om = /* @__PURE__ */ K("<span class=\"cross svelte-vwwk2l\"></span>"), km = /* @__PURE__ */ K("<th scope=\"col\" class=\"svelte-vwwk2l\"> </th>"), Am = /* @__PURE__ */ K("<th scope=\"col\" class=\"svelte-vwwk2l\">R²</th>"), jm = /* @__PURE__ */ K("<td class=\"svelte-vwwk2l\"> </td>"), Mm = /* @__PURE__ */ K("<tr><th class=\"svelte-vwwk2l\"> </th><td class=\"svelte-vwwk2l\"> </td><!></tr>"), Nm = /* @__PURE__ */ K("<p class=\"reading svelte-vwwk2l\"> </p>"), Pm = /* @__PURE__ */ K("<details class=\"svelte-vwwk2l\"><summary class=\"svelte-vwwk2l\"> </summary> <!></details>"), Fm = /* @__PURE__ */ K("<section aria-labelledby=\"output-title\"><div class=\"title svelte-vwwk2l\"><h2 id=\"output-title\"> </h2> <button> </button></div>  <div class=\"picture svelte-vwwk2l\" role=\"application\" tabindex=\"0\" aria-describedby=\"picture-reading\"><canvas class=\"svelte-vwwk2l\"></canvas> <canvas class=\"svelte-vwwk2l\"></canvas> <!></div> <p id=\"picture-reading\" class=\"reading svelte-vwwk2l\" aria-live=\"polite\"> </p> <!> <table class=\"svelte-vwwk2l\"><thead><tr><th class=\"svelte-vwwk2l\"></th><th class=\"svelte-vwwk2l\"> </th><!></tr></thead><tbody class=\"svelte-vwwk2l\"></tbody></table> <!> <!></section>"), Im = {
	hash: "svelte-vwwk2l",
	code: ".title.svelte-vwwk2l {display:flex;justify-content:space-between;align-items:center;}details.svelte-vwwk2l {margin-top:0.5rem;}summary.svelte-vwwk2l {cursor:pointer;}.picture.svelte-vwwk2l {position:relative;aspect-ratio:1;margin:0.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;}.cross.svelte-vwwk2l {position:absolute;width:14px;height:14px;margin:0 0 -7px -7px;border:2px solid #1c1f24;border-radius:50%;box-shadow:0 0 0 2px #fff;pointer-events:none;}.reading.svelte-vwwk2l {min-height:1.2rem;margin:0;font-size:0.8rem;color:var(--muted);font-variant-numeric:tabular-nums;}canvas.svelte-vwwk2l {position:absolute;inset:0;width:100%;height:100%;}table.svelte-vwwk2l {width:100%;}th.svelte-vwwk2l,\n  td.svelte-vwwk2l {padding:0.2rem 0.4rem;text-align:right;border-bottom:1px solid var(--line);}tbody.svelte-vwwk2l th:where(.svelte-vwwk2l) {text-align:left;font-weight:normal;color:var(--muted);}"
};
function Lm(e, t) {
	Be(t, !0), Jr(e, Im);
	let n, r, i = /* @__PURE__ */ F(() => t.lab.frame.get("output")), a = /* @__PURE__ */ F(() => t.lab.dataFacts?.edges ?? []), o = /* @__PURE__ */ F(() => W(a).length === 1), s = /* @__PURE__ */ F(() => {
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
	fn(() => {
		if (W(i) === void 0) return;
		if (W(o)) {
			n.getContext("2d")?.clearRect(0, 0, 100, 100);
			return;
		}
		let e = W(i).shape[0] ?? 1, t = e === 1 ? Hp(W(i).values, 100) : Vp(W(i).values, e, 100);
		Wp(n, t, 100);
	}), fn(() => {
		W(o) && W(i) ? qp(r, W(i).values, W(s), W(a)) : Gp(r, W(s), W(a));
	});
	let c = /* @__PURE__ */ F(() => {
		let e = t.lab.facts, n = (e) => e?.toPrecision(3) ?? "–", r = (e) => e == null ? "–" : `${(100 * e).toFixed(1)} %`;
		return [{
			name: Z("training"),
			loss: n(e?.train?.loss),
			right: r(e?.train?.accuracy),
			fit: n(e?.train?.r2)
		}, {
			name: Z("held_out"),
			loss: n(e?.held_out?.loss),
			right: r(e?.held_out?.accuracy),
			fit: n(e?.held_out?.r2)
		}];
	}), l = /* @__PURE__ */ L(null), u = (e) => Math.max(0, Math.min(99, Math.round(e))), d = {
		ArrowLeft: [-1, 0],
		ArrowRight: [1, 0],
		ArrowUp: [0, 1],
		ArrowDown: [0, -1]
	};
	function f(e) {
		let t = d[e.key];
		if (!t) return;
		e.preventDefault();
		let n = W(l) ?? {
			across: 50,
			up: 50
		}, r = e.shiftKey ? 1 : 5;
		R(l, {
			across: u(n.across + r * t[0]),
			up: u(n.up + r * t[1])
		});
	}
	function p(e) {
		let { width: t, height: r, left: i, top: a } = n.getBoundingClientRect();
		R(l, {
			across: u((e.clientX - i) / t * 100),
			up: u((1 - (e.clientY - a) / r) * 100)
		});
	}
	let m = /* @__PURE__ */ F(() => {
		if (W(l) === null || W(i) === void 0) return Z("picture_hint");
		let e = Math.max(...Array.from(t.lab.data.get("train_y")?.values ?? [1], Math.abs), 1e-9), n = t.lab.dataFacts?.classes ?? [], r = Dm(W(i), W(a), t.lab.dataFacts?.columns ?? [], n, W(l), e);
		return `${r.inputs.map(({ name: e, value: t }) => `${e} = ${t.toPrecision(3)}`).join(", ")}: ${r.answer}`;
	}), h = /* @__PURE__ */ L(!1), g = /* @__PURE__ */ F(() => t.lab.state?.task !== "regression");
	var _ = Fm(), v = z(_), y = z(v), b = B(y, !0), x = V(y, 2), S = B(x, !0);
	N(v);
	var C = V(v, 2), w = z(C);
	X(w, "width", 100), X(w, "height", 100), _i(w, (e) => n = e, () => n);
	var T = V(w, 2);
	X(T, "width", 600), X(T, "height", 600), _i(T, (e) => r = e, () => r);
	var E = V(T, 2), D = (e) => {
		let t = /* @__PURE__ */ F(() => W(l));
		var n = Om();
		Yr(n, () => (e) => {
			e.style.left = `${100 * W(t).across / 99}%`, e.style.bottom = `${100 * W(t).up / 99}%`;
		}), q(e, n);
	};
	Y(E, (e) => {
		W(l) && e(D);
	}), N(C);
	var ee = V(C, 2), te = B(ee, !0), ne = V(ee, 2);
	ym(ne, { get lab() {
		return t.lab;
	} });
	var O = V(ne, 2), re = z(O), ie = z(re), ae = V(z(ie)), oe = B(ae, !0), se = V(ae), ce = (e) => {
		var t = km(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("accuracy")]), q(e, t);
	}, le = (e) => {
		q(e, Am());
	};
	Y(se, (e) => {
		W(g) ? e(ce) : e(le, -1);
	}), N(ie), N(re);
	var k = V(re);
	Br(k, 21, () => W(c), (e) => e.name, (e, t) => {
		var n = Mm(), r = z(n), i = B(r, !0), a = V(r), o = B(a, !0), s = V(a), c = (e) => {
			var n = jm(), r = B(n, !0);
			H(() => J(r, W(t).right)), q(e, n);
		}, l = (e) => {
			var n = jm(), r = B(n, !0);
			H(() => J(r, W(t).fit)), q(e, n);
		};
		Y(s, (e) => {
			W(g) ? e(c) : e(l, -1);
		}), N(n), H(() => {
			J(i, W(t).name), J(o, W(t).loss);
		}), q(e, n);
	}), N(k), N(O);
	var ue = V(O, 2), de = (e) => {
		var t = Nm(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("held_out_text")]), q(e, t);
	}, A = /* @__PURE__ */ F(() => !W(o) && W(s).some(({ hollow: e }) => e));
	Y(ue, (e) => {
		W(A) && e(de);
	});
	var fe = V(ue, 2), pe = (e) => {
		var n = Pm(), r = z(n), i = B(r, !0), a = V(r, 2), o = (e) => {
			Tm(e, { get lab() {
				return t.lab;
			} });
		};
		Y(a, (e) => {
			W(h) && e(o);
		}), N(n), H((e) => J(i, e), [() => Z("confusion")]), vi("open", "toggle", n, (e) => R(h, e), () => W(h)), q(e, n);
	};
	Y(fe, (e) => {
		W(g) && e(pe);
	}), N(_), H((e, n, r, i) => {
		J(b, e), x.disabled = !t.lab.facts, J(S, n), X(C, "aria-label", r), J(te, W(m)), J(oe, i);
	}, [
		() => Z("output"),
		() => Z("pin"),
		() => Z("picture_text"),
		() => Z("loss")
	]), G("click", x, () => t.lab.pin()), G("keydown", C, f), G("pointermove", C, p), fr("pointerleave", C, () => R(l, null)), q(e, _), Ve();
}
pr([
	"click",
	"keydown",
	"pointermove"
]);
// src/playground/PinnedRun.svelte
var Rm = /* @__PURE__ */ K("<div role=\"img\"><canvas class=\"svelte-i2vpmu\"></canvas></div>"), zm = /* @__PURE__ */ K("<li> </li>"), Bm = /* @__PURE__ */ K("<ul class=\"svelte-i2vpmu\"></ul>"), Vm = /* @__PURE__ */ K("<p class=\"svelte-i2vpmu\"> </p>"), Hm = /* @__PURE__ */ K("<section aria-labelledby=\"pinned-title\"><h2 id=\"pinned-title\"> </h2> <!> <p class=\"svelte-i2vpmu\"> </p> <!> <button> </button></section>"), Um = {
	hash: "svelte-i2vpmu",
	code: "canvas.svelte-i2vpmu {width:100%;max-width:10rem;aspect-ratio:1;border:1px solid var(--line);border-radius:6px;}p.svelte-i2vpmu,\n  ul.svelte-i2vpmu {margin:0.4rem 0;font-size:0.85rem;}ul.svelte-i2vpmu {padding-left:1.1rem;}"
};
function Wm(e, t) {
	Be(t, !0), Jr(e, Um);
	let n = xi(t, "lab", 7), r = /* @__PURE__ */ L(void 0), i = /* @__PURE__ */ F(() => t.pinned.output?.shape.length === 3);
	fn(() => {
		let e = t.pinned.output;
		if (!W(r) || !e || !W(i)) return;
		let n = e.shape[0] ?? 1, a = n === 1 ? Hp(e.values, 100) : Vp(e.values, n, 100);
		Wp(W(r), a, 100);
	});
	let a = (e) => (e?.held_out?.loss ?? e?.train?.loss)?.toPrecision(3) ?? "–", o = (e) => e == null ? Z("usual") : typeof e == "object" ? JSON.stringify(e) : String(e), s = /* @__PURE__ */ F(() => {
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
	var c = Hm(), l = z(c), u = B(l, !0), d = V(l, 2), f = (e) => {
		var t = Rm(), n = z(t);
		X(n, "width", 100), X(n, "height", 100), _i(n, (e) => R(r, e), () => W(r)), N(t), H((e) => X(t, "aria-label", e), [() => Z("pinned_picture")]), q(e, t);
	};
	Y(d, (e) => {
		W(i) && e(f);
	});
	var p = V(d, 2), m = B(p, !0), h = V(p, 2), g = (e) => {
		var t = Bm();
		Br(t, 21, () => W(s), ({ key: e, before: t, after: n }) => e, (e, t) => {
			let n = () => W(t).key, r = () => W(t).before, i = () => W(t).after;
			var a = zm(), o = B(a, !0);
			H((e) => J(o, e), [() => Z("pinned_differs", {
				key: n(),
				before: r(),
				after: i()
			})]), q(e, a);
		}), N(t), q(e, t);
	}, _ = (e) => {
		var t = Vm(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("pinned_same")]), q(e, t);
	};
	Y(h, (e) => {
		W(s).length > 0 ? e(g) : e(_, -1);
	});
	var v = V(h, 2), y = B(v, !0);
	N(c), H((e, t, n) => {
		J(u, e), J(m, t), J(y, n);
	}, [
		() => Z("pinned"),
		() => Z("pinned_text", {
			step: t.pinned.facts.step,
			loss: a(t.pinned.facts),
			now: a(n().facts)
		}),
		() => Z("unpin")
	]), G("click", v, () => n().pinned = null), q(e, c), Ve();
}
pr(["click"]);
// src/playground/stalled.ts
var Gm = 4, Km = 10, qm = .3, Jm = .97;
function Ym({ accuracy: e, r2: t }, n) {
	if (typeof e != "number") return t ?? 0;
	let r = 1 / Math.max(2, n);
	return (e - r) / (1 - r);
}
function Xm(e, { epoch: t, train: n }, { layers: r, classes: i }) {
	let a = e.at(-1);
	if (r < Gm || t < Km || !n || !a?.train) return !1;
	let o = e.find(({ step: e }) => e >= a.step / 2)?.train ?? 0;
	return Ym(n, i) < qm && a.train > Jm * o;
}
// src/playground/StalledCard.svelte
var Zm = /* @__PURE__ */ K("<p class=\"notice\" role=\"status\"> <a> </a></p>");
function Qm(e, t) {
	Be(t, !0);
	let n = /* @__PURE__ */ F(() => Ds(t.lab.state?.layers ?? [])), r = /* @__PURE__ */ F(() => ({
		layers: W(n).length,
		classes: t.lab.dataFacts?.classes.length ?? 0
	})), i = /* @__PURE__ */ F(() => t.lab.facts !== null && Xm(t.lab.curve, t.lab.facts, W(r))), a = /* @__PURE__ */ F(() => W(n)[0]?.activation ?? ""), o = /* @__PURE__ */ F(() => `#/functions?main=${W(a)}&layers=${Math.min(W(n).length, 20)}`);
	var s = wr(), c = $t(s), l = (e) => {
		var t = Zm(), r = z(t), i = V(r), s = B(i, !0);
		N(t), H((e, t) => {
			J(r, `${e ?? ""} `), X(i, "href", W(o)), J(s, t);
		}, [() => Z("stalled", { n: W(n).length }), () => Z("stalled_why", {
			n: W(n).length,
			name: W(a)
		})]), q(e, t);
	};
	Y(c, (e) => {
		W(i) && e(l);
	}), q(e, s), Ve();
}
// src/playground/Playground.svelte
var $m = /* @__PURE__ */ K("<p class=\"notice warning\" role=\"status\"> <!></p>"), eh = /* @__PURE__ */ K("<div class=\"top svelte-1u5dzuy\"><!> <!> <!> <!> <!></div> <div class=\"columns svelte-1u5dzuy\"><div><!> <!></div> <!> <div class=\"results svelte-1u5dzuy\"><!> <!> <!> <!></div></div>", 1), th = {
	hash: "svelte-1u5dzuy",
	code: ".top.svelte-1u5dzuy {display:grid;gap:0.6rem;margin-bottom:1rem;}.columns.svelte-1u5dzuy {display:grid;grid-template-columns:minmax(12rem, 15rem) minmax(0, 1fr) minmax(16rem, 20rem);gap:1.5rem;}.results.svelte-1u5dzuy {display:grid;gap:1rem;align-content:start;}\n  @media (max-width: 60rem) {.columns.svelte-1u5dzuy {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function nh(e, t) {
	Be(t, !0), Jr(e, th);
	var n = eh(), r = $t(n), i = z(r);
	Ms(i, { get lab() {
		return t.lab;
	} });
	var a = V(i, 2), o = (e) => {
		Sp(e, {
			get lab() {
				return t.lab;
			},
			get diverged() {
				return t.lab.diverged;
			}
		});
	};
	Y(a, (e) => {
		t.lab.diverged && e(o);
	});
	var s = V(a, 2);
	Qm(s, { get lab() {
		return t.lab;
	} });
	var c = V(s, 2), l = (e) => {
		var n = $m(), r = z(n), i = V(r), a = (e) => {
			var n = Cr();
			H(() => J(n, t.lab.ended.reason)), q(e, n);
		}, o = /* @__PURE__ */ F(() => pa() === "en");
		Y(i, (e) => {
			W(o) && e(a);
		}), N(n), H((e) => J(r, `${e ?? ""} `), [() => Z("ended", { step: t.lab.ended.step })]), q(e, n);
	};
	Y(c, (e) => {
		t.lab.ended && e(l);
	});
	var u = V(c, 2), d = (e) => {
		Ca(e, { get refused() {
			return t.lab.refused;
		} });
	};
	Y(u, (e) => {
		t.lab.refused && e(d);
	}), N(r);
	var f = V(r, 2), p = z(f), m = z(p);
	vp(m, { get lab() {
		return t.lab;
	} }), Np(V(m, 2), { get lab() {
		return t.lab;
	} }), N(p);
	var h = V(p, 2);
	gm(h, { get lab() {
		return t.lab;
	} });
	var g = V(h, 2), _ = z(g);
	Lm(_, { get lab() {
		return t.lab;
	} });
	var v = V(_, 2);
	Kf(v, { get lab() {
		return t.lab;
	} });
	var y = V(v, 2);
	kp(y, { get lab() {
		return t.lab;
	} });
	var b = V(y, 2), x = (e) => {
		Wm(e, {
			get lab() {
				return t.lab;
			},
			get pinned() {
				return t.lab.pinned;
			}
		});
	};
	Y(b, (e) => {
		t.lab.pinned && e(x);
	}), N(g), N(f), q(e, n), Ve();
}
// src/widget/Widget.svelte
var rh = /* @__PURE__ */ K("<p role=\"status\"> </p>"), ih = /* @__PURE__ */ K("<div class=\"widget svelte-fpbx4k\"><!></div>"), ah = {
	hash: "svelte-fpbx4k",
	code: ".widget.svelte-fpbx4k {padding:0.8rem;color:var(--ink);background:var(--paper);}"
};
function oh(e, t) {
	Be(t, !0), Jr(e, ah);
	let n = {
		playground: nh,
		glass: gs
	}, r = /* @__PURE__ */ F(() => n[t.page] ?? nh);
	var i = ih(), a = z(i), o = (e) => {
		var n = wr();
		qr($t(n), () => W(r), (e, n) => {
			n(e, { get lab() {
				return t.lab;
			} });
		}), q(e, n);
	}, s = (e) => {
		var t = rh(), n = B(t, !0);
		H((e) => J(n, e), [() => Z("connecting")]), q(e, t);
	};
	Y(a, (e) => {
		t.lab.state ? e(o) : e(s, -1);
	}), N(i), q(e, i), Ve();
}
// src/widget/widget.ts
var sh = "frame";
function ch(e) {
	return (t) => (e.on("msg:custom", (e, n) => {
		let [r] = n;
		if (e !== sh || r === void 0) t.received(e);
		else {
			let e = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
			t.received(e.slice().buffer);
		}
	}), queueMicrotask(() => t.opened()), {
		send: (t) => e.send(t),
		close: () => void 0
	});
}
function lh({ model: e, el: t }) {
	let n = t.attachShadow({ mode: "open" });
	n.adoptedStyleSheets = [Ci, Si].map((e) => {
		let t = new CSSStyleSheet();
		return t.replaceSync(e), t;
	}), matchMedia("(prefers-color-scheme: dark)").matches && (t.dataset.theme = "dark"), ma(e.get("language") === "vi" ? "vi" : "en");
	let r = Ar(oh, {
		target: n,
		props: {
			lab: new Hi("playground", String(e.get("link")), ch(e)),
			page: String(e.get("page"))
		}
	});
	return () => void Pr(r);
}
var uh = { render: lh };
export { uh as default };
