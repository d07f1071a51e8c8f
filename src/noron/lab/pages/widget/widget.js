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
var h = 1024, g = 2048, _ = 4096, v = 8192, y = 16384, b = 32768, x = 1 << 25, S = 65536, C = 1 << 19, w = 1 << 20, T = 1 << 25, E = 1 << 21, D = 1 << 22, O = 1 << 23, k = Symbol("$state"), ee = Symbol("component"), A = Symbol("legacy props"), te = Symbol(""), ne = Symbol("attributes"), re = Symbol("class"), ie = Symbol("style"), ae = Symbol("text"), oe = Symbol("form reset"), se = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), j = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), ce = {}, M = Symbol("uninitialized"), le = "http://www.w3.org/1999/xhtml";
function ue() {
	console.warn("https://svelte.dev/e/derived_inert");
}
function de(e) {
	console.warn("https://svelte.dev/e/hydration_mismatch");
}
function fe() {
	console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function pe() {
	console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var N = !1;
function me(e) {
	N = e;
}
var P;
function he(e) {
	if (e === null) throw de(), ce;
	return P = e;
}
function ge() {
	return he(/* @__PURE__ */ Kt(P));
}
function F(e) {
	if (N) {
		if (/* @__PURE__ */ Kt(P) !== null) throw de(), ce;
		P = e;
	}
}
function _e(e = 1) {
	if (N) {
		for (var t = e, n = P; t--;) n = /* @__PURE__ */ Kt(n);
		P = n;
	}
}
function ve(e = !0) {
	for (var t = 0, n = P;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ Kt(n);
		e && n.remove(), n = i;
	}
}
function ye(e) {
	if (!e || e.nodeType !== 8) throw de(), ce;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function be(e) {
	return e === this.v;
}
function xe(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function Se(e) {
	return !xe(e, this.v);
}
// node_modules/svelte/src/internal/client/errors.js
function Ce() {
	throw Error("https://svelte.dev/e/async_derived_orphan");
}
function I(e, t, n) {
	throw Error("https://svelte.dev/e/each_key_duplicate");
}
function L(e) {
	throw Error("https://svelte.dev/e/effect_in_teardown");
}
function we() {
	throw Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function Te(e) {
	throw Error("https://svelte.dev/e/effect_orphan");
}
function Ee() {
	throw Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function De(e) {
	throw Error("https://svelte.dev/e/props_invalid_value");
}
function Oe() {
	throw Error("https://svelte.dev/e/state_descriptors_fixed");
}
function ke() {
	throw Error("https://svelte.dev/e/state_prototype_fixed");
}
function Ae() {
	throw Error("https://svelte.dev/e/state_unsafe_mutation");
}
function je() {
	throw Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var Me = null;
function Ne(e) {
	Me = e;
}
function Pe(e, t = !1, n) {
	Me = {
		p: Me,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: K,
		l: null
	};
}
function Fe(e) {
	var t = Me, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) sn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, Me = t.p, Ie(e);
}
function Ie(e = {}) {
	return i(e, ee, { value: !0 }), e;
}
function Le() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var Re = [];
function ze() {
	var e = Re;
	Re = [], f(e);
}
function Be(e) {
	if (Re.length === 0 && !dt) {
		var t = Re;
		queueMicrotask(() => {
			t === Re && ze();
		});
	}
	Re.push(e);
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Ve = ~(g | _ | h);
function He(e, t) {
	e.f = e.f & Ve | t;
}
function Ue(e) {
	e.f & 512 || e.deps === null ? He(e, h) : He(e, _);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function We(e, t) {
	e.f & 2048 ? t.set(e, g) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, _), He(e, h);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var Ge = !1;
function Ke() {
	Ge || (Ge = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[oe]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function qe(e) {
	var t = G, n = K;
	kn(null), An(null);
	try {
		return e();
	} finally {
		kn(t), An(n);
	}
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function Je(e, t, n, r) {
	let i = Le() ? Qe : tt;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = K, c = Ye(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				$t(e, s);
			}
			Xe();
		}
	}
	var d = Ze();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ et(e))).then(u).catch((e) => $t(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), Xe());
	}) : f();
}
function Ye() {
	var e = K, t = G, n = Me, r = z;
	return function(i = !0) {
		An(e), kn(t), Ne(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function Xe(e = !0) {
	An(null), kn(null), Ne(null), e && z?.deactivate();
}
function Ze() {
	var e = K, t = e.b, n = z, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function Qe(e) {
	var t = 2 | g;
	return K !== null && (K.f |= C), {
		ctx: Me,
		deps: null,
		effects: null,
		equals: be,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: M,
		wv: 0,
		parent: K,
		ac: null
	};
}
var $e = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function et(e, t, n) {
	let r = K;
	r === null && Ce();
	var i = void 0, a = Dt(M), o = !G, s = /* @__PURE__ */ new Set();
	return un(() => {
		var t = K, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== se && n.reject(e);
			}).finally(Xe);
		} catch (e) {
			n.reject(e), Xe();
		}
		var c = z;
		if (o) {
			if (t.f & 32768) var l = Ze();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject($e);
			else for (let e of s.values()) e.reject($e);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== $e && (c.activate(), t ? (a.f |= O, Mt(a, t)) : (a.f & 8388608 && (a.f ^= O), Mt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), an(() => {
		for (let e of s) e.reject($e);
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
function R(e) {
	let t = /* @__PURE__ */ Qe(e);
	return Mn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function tt(e) {
	let t = /* @__PURE__ */ Qe(e);
	return t.equals = Se, t;
}
function nt(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) _n(t[n]);
	}
}
function rt(e) {
	var t, n = K, r = e.parent;
	if (!En && r !== null && e.v !== M && r.f & 24576) return ue(), e.v;
	An(r);
	try {
		nt(e), t = Wn(e);
	} finally {
		An(n);
	}
	return t;
}
function it(e) {
	var t = rt(e);
	!e.equals(t) && (e.wv = Vn(), (!z?.is_fork || e.deps === null) && (z === null ? e.v = t : (z.capture(e, t, !0), ct?.capture(e, t, !0)), e.deps === null)) ? He(e, h) : En || (lt === null ? Ue(e) : (rn() || z?.is_fork) && lt.set(e, t));
}
function at(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && qe(() => {
		t.ac.abort(se), t.ac = null;
	}), t.fn !== null && (t.teardown = d), qn(t, 0), hn(t));
}
function ot(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && Jn(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var st = null, z = null, ct = null, lt = null, ut = null, dt = !1, ft = !1, pt = null, mt = null, ht = 0, gt = 1, _t = class e {
	id = gt++;
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
		st === null ? st = this : (st.next = this, this.prev = st), st = this;
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
			for (var r of n.d) He(r, g), t(r);
			for (r of n.m) He(r, _), t(r);
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
					t.f ^= h;
				}
			}
			n || e.push(t);
		}
		return this.#a = [], e;
	}
	#m() {
		this.started = !0;
		for (let [e, t] of this.#s) He(e, t), this.schedule(e);
		this.apply();
		for (var t = pt = [], n = [], r = mt = []; this.#a.length > 0;) {
			ht++ > 1e3 && (this.#b(), vt());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Ct(e), this.#d() || this.discard(), t;
			}
		}
		if (z = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (pt = null, mt = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) St(e, t);
			r.length > 0 && z.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), ct = this, bt(n), bt(t), ct = null, this.#i?.resolve();
			var o = z;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Tt.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= h;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= h : i & 4 ? t.push(r) : Hn(r) && (i & 16 && this.add_dirty_reaction(r, _), Jn(r));
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
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), He(i, g), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), z = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) We(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== M && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), lt?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		z = this;
	}
	deactivate() {
		z = null, lt = null;
	}
	flush() {
		try {
			ft = !0, z = this, this.#m();
		} finally {
			ht = 0, ut = null, pt = null, mt = null, ft = !1, z = null, lt = null, Tt.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject($e);
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
		this.#u || (this.#u = !0, Be(() => {
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
		if (z === null) {
			let t = z = new e();
			!ft && Be(() => {
				t.started || t.flush();
			});
		}
		return z;
	}
	apply() {
		lt = null;
	}
	schedule(e) {
		ut = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? st = e : t.prev = e, this.linked = !1;
		}
	}
};
function vt() {
	try {
		Ee();
	} catch (e) {
		$t(e, ut);
	}
}
var yt = null;
function bt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && Hn(r) && (yt = /* @__PURE__ */ new Set(), Jn(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && yn(r), yt?.size > 0)) {
				Tt.clear();
				for (let e of yt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) yt.has(n) && (yt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || Jn(n);
					}
				}
				yt.clear();
			}
		}
		yt = null;
	}
}
function xt(e) {
	z.schedule(e);
}
function St(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), He(e, h);
		for (var n = e.first; n !== null;) St(n, t), n = n.next;
	}
}
function Ct(e) {
	He(e, h);
	for (var t = e.first; t !== null;) Ct(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var wt = /* @__PURE__ */ new Set(), Tt = /* @__PURE__ */ new Map(), Et = !1;
function Dt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: be,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function Ot(e, t) {
	let n = Dt(e, t);
	return Mn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function kt(e, t = !1, n = !0) {
	let r = Dt(e);
	return t || (r.equals = Se), r;
}
function B(e, t, n = !1) {
	return G !== null && (!On || G.f & 131072) && Le() && G.f & 4325394 && (jn === null || !jn.has(e)) && Ae(), Mt(e, n ? It(t) : t, mt);
}
var At = null, jt = 0;
function Mt(e, t, n = null) {
	if (!e.equals(t)) {
		En ? Tt.set(e, t) : Tt.has(e) || Tt.set(e, e.v);
		var r = _t.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && rt(t), lt === null && Ue(t);
		}
		e.wv = Vn(), At = null, jt = 0, Ft(e, g, n), At = null, Le() && K !== null && K.f & 1024 && !(K.f & 96) && (Fn === null ? In([e]) : Fn.push(e)), !r.is_fork && wt.size > 0 && !Et && Nt();
	}
	return t;
}
function Nt() {
	Et = !1;
	for (let e of wt) {
		e.f & 1024 && He(e, _);
		let t;
		try {
			t = Hn(e);
		} catch {
			t = !0;
		}
		t && Jn(e);
	}
	wt.clear();
}
function Pt(e) {
	B(e, e.v + 1);
}
function Ft(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = Le(), a = r.length;
		if (jt += a, jt > 1e5 && At === null && (At = /* @__PURE__ */ new Set()), At !== null) {
			if (At.has(e)) return;
			At.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== K) {
				var l = (c & g) === 0;
				if (l && He(s, t), c & 131072) wt.add(s);
				else if (c & 2) {
					var u = s;
					lt?.delete(u), Ft(u, _, n);
				} else if (l) {
					var d = s;
					c & 16 && yt !== null && yt.add(d), n === null ? xt(d) : n.push(d);
				}
			}
		}
	}
}
function It(t) {
	if (typeof t != "object" || !t || k in t || ee in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ Ot(0), u = null, d = zn, f = (e) => {
		if (zn === d) return e();
		var t = G, n = zn;
		kn(null), Bn(d);
		var r = e();
		return kn(t), Bn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ Ot(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Oe();
			var i = r.get(t);
			return i === void 0 ? f(() => {
				var e = /* @__PURE__ */ Ot(n.value, u);
				return r.set(t, e), e;
			}) : B(i, n.value, !0), !0;
		},
		deleteProperty(e, t) {
			var n = r.get(t);
			if (n === void 0) {
				if (t in e) {
					let e = f(() => /* @__PURE__ */ Ot(M, u));
					r.set(t, e), Pt(o);
				}
			} else B(n, M), Pt(o);
			return !0;
		},
		get(e, n, i) {
			if (n === k) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ Ot(It(s ? e[n] : M), u)), r.set(n, o)), o !== void 0) {
				var c = q(o);
				return c === M ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = q(i);
				if (a === M) return;
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
			if (t === k) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== M || Reflect.has(e, t);
			return (n !== void 0 || (K !== null || G !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ Ot(i ? It(e[t]) : M, u)), r.set(t, n)), q(n) === M) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ Ot(M, u)), r.set(d + "", p)) : B(p, M);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ Ot(void 0, u)), B(c, It(n)), r.set(t, c));
			else {
				l = c.v !== M;
				var m = f(() => It(n));
				B(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && B(g, _ + 1);
				}
				Pt(o);
			}
			return !0;
		},
		ownKeys(e) {
			q(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== M;
			});
			for (var [n, i] of r) i.v !== M && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			ke();
		}
	});
}
function Lt(e) {
	try {
		if (typeof e == "object" && e && k in e) return e[k];
	} catch {}
	return e;
}
function Rt(e, t) {
	return Object.is(Lt(e), Lt(t));
}
var zt, Bt, Vt, Ht;
function Ut() {
	if (zt === void 0) {
		zt = window, Bt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Vt = a(t, "firstChild").get, Ht = a(t, "nextSibling").get, u(e) && (e[re] = void 0, e[ne] = null, e[ie] = void 0, e.__e = void 0), u(n) && (n[ae] = void 0);
	}
}
function Wt(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Gt(e) {
	return Vt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Kt(e) {
	return Ht.call(e);
}
function V(e, t) {
	if (!N) return /* @__PURE__ */ Gt(e);
	var n = /* @__PURE__ */ Gt(P);
	if (n === null) n = P.appendChild(Wt());
	else if (t && n.nodeType !== 3) {
		var r = Wt();
		return n?.before(r), he(r), r;
	}
	return t && Zt(n), he(n), n;
}
function qt(e, t = !1) {
	if (!N) {
		var n = /* @__PURE__ */ Gt(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ Kt(n) : n;
	}
	if (t) {
		if (P?.nodeType !== 3) {
			var r = Wt();
			return P?.before(r), he(r), r;
		}
		Zt(P);
	}
	return P;
}
function H(e, t = !1) {
	if (!N) return /* @__PURE__ */ Gt(e);
	var n = V(e, t);
	return F(e), n;
}
function U(e, t = 1, n = !1) {
	let r = N ? P : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ Kt(r);
	if (!N) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = Wt();
			return r === null ? i?.after(a) : r.before(a), he(a), a;
		}
		Zt(r);
	}
	return he(r), r;
}
function Jt(e) {
	e.textContent = "";
}
function Yt() {
	return !1;
}
function Xt(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function Zt(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function Qt(e) {
	var t = K;
	if (t === null) return G.f |= O, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	$t(e, t);
}
function $t(e, t) {
	if (e === ce) throw e;
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
function en(e) {
	K === null && (G === null && Te(e), we()), En && L(e);
}
function tn(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function nn(e, t) {
	var n = K;
	n !== null && n.f & 8192 && (e |= v);
	var r = {
		ctx: Me,
		deps: null,
		nodes: null,
		f: e | g | 512,
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
	z?.register_created_effect(r);
	var i = r;
	if (e & 4) pt === null ? _t.ensure().schedule(r) : pt.push(r);
	else if (t !== null) {
		try {
			Jn(r);
		} catch (e) {
			throw _n(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= S));
	}
	if (i !== null && (i.parent = n, n !== null && tn(i, n), G !== null && G.f & 2 && !(e & 64))) {
		var a = G;
		(a.effects ??= []).push(i);
	}
	return r;
}
function rn() {
	return G !== null && !On;
}
function an(e) {
	let t = nn(8, null);
	return He(t, h), t.teardown = e, t;
}
function on(e) {
	en("$effect");
	var t = K.f;
	if (!G && t & 32 && Me !== null && !Me.i) {
		var n = Me;
		(n.e ??= []).push(e);
	} else return sn(e);
}
function sn(e) {
	return nn(4 | w, e);
}
function cn(e) {
	_t.ensure();
	let t = nn(64 | C, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? bn(t, () => {
			_n(t), n(void 0);
		}) : (_n(t), n(void 0));
	});
}
function ln(e) {
	return nn(4, e);
}
function un(e) {
	return nn(D | C, e);
}
function dn(e, t = 0) {
	return nn(8 | t, e);
}
function W(e, t = [], n = [], r = []) {
	Je(r, t, n, (t) => {
		nn(8, () => {
			e(...t.map(q));
		});
	});
}
function fn(e, t = 0) {
	return nn(16 | t, e);
}
function pn(e) {
	return nn(32 | C, e);
}
function mn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = En, r = G;
		Dn(!0), kn(null);
		try {
			t.call(null);
		} catch (t) {
			$t(t, e.parent);
		} finally {
			Dn(n), kn(r);
		}
	}
}
function hn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && qe(() => {
			e.abort(se);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : _n(n, t), n = r;
	}
}
function gn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || _n(t), t = n;
	}
}
function _n(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (vn(e.nodes.start, e.nodes.end), n = !0), e.f |= x, hn(e, t && !n), qn(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	mn(e), e.f ^= x, e.f |= y;
	var i = e.parent;
	i !== null && i.first !== null && yn(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function vn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ Kt(e);
		e.remove(), e = n;
	}
}
function yn(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function bn(e, t, n = !0) {
	var r = [];
	e.f |= 256, xn(e, r, !0);
	var i = () => {
		n && _n(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function xn(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= v;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				xn(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function Sn(e) {
	e.f &= -257, Cn(e, !0);
}
function Cn(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= v, e.f & 1024 || (He(e, g), _t.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			Cn(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function wn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ Kt(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Tn = null, En = !1;
function Dn(e) {
	En = e;
}
var G = null, On = !1;
function kn(e) {
	G = e;
}
var K = null;
function An(e) {
	K = e;
}
var jn = null;
function Mn(e) {
	G !== null && (G.f & 2097152 || G.f & 2) && (jn ??= /* @__PURE__ */ new Set()).add(e);
}
var Nn = null, Pn = 0, Fn = null;
function In(e) {
	Fn = e;
}
var Ln = 1, Rn = 0, zn = Rn;
function Bn(e) {
	zn = e;
}
function Vn() {
	return ++Ln;
}
function Hn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Hn(a) && it(a), a.wv > e.wv) return !0;
		}
		t & 512 && lt === null && He(e, h);
	}
	return !1;
}
function Un(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(jn !== null && jn.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Un(a, t, !1) : t === a && (n ? He(a, g) : a.f & 1024 && He(a, _), xt(a));
	}
}
function Wn(e) {
	var t = Nn, n = Pn, r = Fn, i = G, a = jn, o = Me, s = On, c = zn, l = e.f;
	Nn = null, Pn = 0, Fn = null, G = l & 96 ? null : e, jn = null, Ne(e.ctx), On = !1, zn = ++Rn, e.ac !== null && (qe(() => {
		e.ac.abort(se);
	}), e.ac = null);
	try {
		e.f |= E;
		var u = e.fn, d = u();
		e.f |= b;
		var f = Gn(e);
		if (Le() && Fn !== null && !On && f !== null && !(e.f & 6146)) for (var p = 0; p < Fn.length; p++) Un(Fn[p], e);
		if (i !== null && i !== e) {
			if (Rn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Rn;
			if (t !== null) for (let e of t) e.rv = Rn;
			Fn !== null && (r === null ? r = Fn : r.push(...Fn));
		}
		return e.f & 8388608 && (e.f ^= O), d;
	} catch (t) {
		return Gn(e), Qt(t);
	} finally {
		e.f ^= E, Nn = t, Pn = n, Fn = r, G = i, jn = a, Ne(o), On = s, zn = c;
	}
}
function Gn(e) {
	var t = e.deps, n = z?.is_fork;
	if (Nn !== null) {
		var r;
		if (n || qn(e, Pn), t !== null && Pn > 0) for (t.length = Pn + Nn.length, r = 0; r < Nn.length; r++) t[Pn + r] = Nn[r];
		else e.deps = t = Nn;
		if (rn() && e.f & 512) for (r = Pn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Pn < t.length && (qn(e, Pn), t.length = Pn);
	return t;
}
function Kn(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Nn === null || !n.call(Nn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== M && Ue(s), s.ac !== null && qe(() => {
			s.ac.abort(se), s.ac = null, He(s, g);
		}), at(s), qn(s, 0);
	}
}
function qn(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) Kn(e, n[r]);
}
function Jn(e) {
	var t = e.f;
	if (!(t & 16384)) {
		He(e, h);
		var n = K;
		K = e;
		try {
			t & 16777232 ? gn(e) : hn(e), mn(e);
			var r = Wn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Ln;
		} finally {
			K = n;
		}
	}
}
function q(e) {
	var t = !!(e.f & 2);
	if (Tn?.add(e), G !== null && !On && !(K !== null && K.f & 16384) && (jn === null || !jn.has(e))) {
		var r = G.deps;
		if (G.f & 2097152) e.rv < Rn && (e.rv = Rn, Nn === null && r !== null && r[Pn] === e ? Pn++ : Nn === null ? Nn = [e] : Nn.push(e));
		else {
			G.deps ??= [], n.call(G.deps, e) || G.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [G] : n.call(i, G) || i.push(G);
		}
	}
	if (En && Tt.has(e)) return Tt.get(e);
	if (t) {
		var a = e;
		if (En) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || Xn(a)) && (o = rt(a)), Tt.set(a, o), o;
		}
		var s = !(a.f & 512) && !On && G !== null && !!(G.f & 512), c = (a.f & b) === 0;
		Hn(a) && (s && (a.f |= 512), it(a)), s && !c && (ot(a), Yn(a));
	}
	if (lt?.has(e)) return lt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function Yn(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (ot(r), Yn(r));
	}
}
function Xn(e) {
	if (e.v === M) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Tt.has(t) || t.f & 2 && Xn(t)) return !0;
	return !1;
}
function Zn(e) {
	var t = On;
	try {
		return On = !0, e();
	} finally {
		On = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var Qn = ["touchstart", "touchmove"];
function $n(e) {
	return Qn.includes(e);
}
// node_modules/svelte/src/internal/client/dev/css.js
var er = Symbol("events"), tr = /* @__PURE__ */ new Set(), nr = /* @__PURE__ */ new Set();
function rr(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || lr.call(t, e), !e.cancelBubble) return qe(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, Be(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function ir(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = rr(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && an(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function ar(e, t, n) {
	(t[er] ??= {})[e] = n;
}
function or(e) {
	for (var t = 0; t < e.length; t++) tr.add(e[t]);
	for (var n of nr) n(e);
}
var sr = null, cr = !1;
function lr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	sr = e, cr || (cr = !0, setTimeout(() => {
		cr = !1, sr = null;
	}));
	var s = 0, c = sr === e && e[er];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[er] = t;
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
		kn(null), An(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[er]?.[r];
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
			e[er] = t, delete e.currentTarget, kn(d), An(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var ur = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function dr(e) {
	return ur?.createHTML(e) ?? e;
}
function fr(e) {
	var t = Xt("template");
	return t.innerHTML = dr(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function pr(e, t) {
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
		if (N) return pr(P, null), P;
		i === void 0 && (i = fr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Gt(i)));
		var t = r || Bt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Gt(t), s = t.lastChild;
			pr(o, s);
		} else pr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function mr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (N) return pr(P, null), P;
		if (!o) {
			var e = /* @__PURE__ */ Gt(fr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Gt(e);) o.appendChild(/* @__PURE__ */ Gt(e));
			else o = /* @__PURE__ */ Gt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Gt(t), r = t.lastChild;
			pr(n, r);
		} else pr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function hr(e, t) {
	return /* @__PURE__ */ mr(e, t, "svg");
}
function gr(e = "") {
	if (!N) {
		var t = Wt(e + "");
		return pr(t, t), t;
	}
	var n = P;
	return n.nodeType === 3 ? Zt(n) : (n.before(n = Wt()), he(n)), pr(n, n), n;
}
function _r() {
	if (N) return pr(P, null), P;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Wt();
	return e.append(t, n), pr(t, n), e;
}
function Y(e, t) {
	if (N) {
		var n = K;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = P), ge();
	} else e !== null && e.before(t);
}
function vr() {
	if (N && P && P.nodeType === 8 && P.textContent?.startsWith("$")) {
		let e = P.textContent.substring(1);
		return ge(), e;
	}
	return (window.__svelte ??= {}).uid ??= 1, `c${window.__svelte.uid++}`;
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function yr(e) {
	let t = 0, n = Dt(0), r;
	return () => {
		rn() && (q(n), dn(() => (t === 0 && (r = Zn(() => e(() => Pt(n)))), t += 1, () => {
			Be(() => {
				--t, t === 0 && (r?.(), r = void 0, Pt(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var br = S | C;
function xr(e, t, n, r) {
	new Sr(e, t, n, r);
}
var Sr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = N ? P : null;
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
	#m = yr(() => (this.#p = Dt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = K;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = K.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = fn(() => {
			if (N) {
				let e = ye(this.#t);
				ge();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, br), N && (this.#e = P);
	}
	#h() {
		try {
			this.#a = pn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		Be(r), t && (this.#s = pn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? pe() : (t = !0, n && je(), this.#s !== null && bn(this.#s, () => {
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
					$t(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (y | x)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = pn(() => e(this.#e)), Be(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = Wt(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return pn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							$t(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(z)) : this.#u === 0 && (this.#e.before(e), this.#c = null, bn(this.#o, () => {
					this.#o = null;
				}), this.#x(z));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = pn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				wn(this.#a, e);
				let t = this.#n.pending;
				this.#o = pn(() => t(this.#e));
			} else this.#x(z);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		We(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = K, n = G, r = Me;
		An(this.#i), kn(this.#i), Ne(this.#i.ctx);
		try {
			return _t.ensure(), e();
		} finally {
			An(t), kn(n), Ne(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && bn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, Be(() => {
			this.#d = !1, this.#p && Mt(this.#p, this.#l);
		}));
	}
	get_effect_pending() {
		return this.#m(), q(this.#p);
	}
	error(e) {
		if (e === ce || !this.#n.onerror && !this.#n.failed) throw e;
		z?.is_fork ? (this.#a && z.skip_effect(this.#a), this.#o && z.skip_effect(this.#o), this.#s && z.skip_effect(this.#s), z.oncommit(() => {
			this.#v() || this.#w(e);
		})) : this.#w(e);
	}
	#w(e) {
		this.#a &&= (_n(this.#a), null), this.#o &&= (_n(this.#o), null), this.#s &&= (_n(this.#s), null), N && (he(this.#t), _e(), he(ve()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return pn(() => {
						var r = K;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return $t(e, this.#i.parent), null;
				}
			}));
		};
		Be(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					$t(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => $t(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function X(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[ae] ??= e.nodeValue) && (e[ae] = n, e.nodeValue = `${n}`);
}
function Cr(e, t) {
	return Tr(e, t);
}
var wr = /* @__PURE__ */ new Map();
function Tr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Ut();
	var l = void 0, u = cn(() => {
		var s = n ?? t.appendChild(Wt());
		xr(s, { pending: () => {} }, (t) => {
			Pe({});
			var n = Me;
			if (o && (n.c = o), a && (i.$$events = a), N && pr(t, null), l = e(t, i) || Ie(), N && (K.nodes.end = P, P === null || P.nodeType !== 8 || P.data !== "]")) throw de(), ce;
			Fe();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = $n(r);
					for (let e of [t, document]) {
						var a = wr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), wr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, lr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(tr)), nr.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = wr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, lr), r.delete(e), r.size === 0 && wr.delete(n)) : r.set(e, i);
			}
			nr.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return Er.set(l, u), l;
}
var Er = /* @__PURE__ */ new WeakMap();
function Dr(e, t) {
	let n = Er.get(e);
	return n ? (Er.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Or = class {
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
			if (n) Sn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (Sn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (_n(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						wn(r, t), t.append(Wt()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else _n(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), bn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (_n(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = z, r = Yt();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Wt();
				i.append(a), this.#n.set(e, {
					effect: pn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, pn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else N && (this.anchor = P), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function kr(e, t, n = !1) {
	var r;
	N && (r = P, ge());
	var i = new Or(e), a = n ? S : 0;
	function o(e, t) {
		if (N) {
			var n = ye(r);
			if (e !== parseInt(n.substring(1))) {
				var a = ve();
				he(a), i.anchor = a, me(!1), i.ensure(e, t), me(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	fn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Ar(e, t) {
	return t;
}
function jr(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		bn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Mr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			Jt(d), d.append(u), e.items.clear();
		}
		Mr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Mr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= T, wn(a, document.createDocumentFragment())) : _n(t[i], n);
	}
}
var Nr;
function Pr(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = N ? he(/* @__PURE__ */ Gt(u)) : u.appendChild(Wt());
	}
	N && ge();
	var d = null, f = /* @__PURE__ */ tt(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = q(f);
			_.fallback = d, Ir(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= T, Rr(d, null, c)) : Sn(d) : bn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: fn(() => {
			var e = q(f), t = e.length;
			let r = !1;
			N && ye(c) === "[!" != (t === 0) && (c = ve(), he(c), me(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = z, v = Yt(), y = 0; y < t; y += 1) {
				N && P.nodeType === 8 && P.data === "]" && (c = P, r = !0, me(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && Mt(S.v, b), S.i && Mt(S.i, y), v && _.unskip_effect(S.e)) : (S = Lr(l, m ? c : Nr ??= Wt(), b, x, y, o, n, i), m || (S.e.f |= T), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = pn(() => s(c)) : (d = pn(() => s(Nr ??= Wt())), d.f |= T)), t > u.size && I("", "", ""), N && t > 0 && he(ve()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && me(!0), q(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, N && (c = P);
}
function Fr(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Ir(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Fr(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (Sn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= T, _ === l) Rr(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), zr(e, d, _), zr(e, _, y), Rr(_, y, n), d = _, p = [], m = [], l = Fr(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Rr(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					zr(e, S.prev, C.next), zr(e, d, S), zr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Rr(_, l, n), zr(e, _.prev, _.next), zr(e, _, d === null ? e.effect.first : d.next), zr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Fr(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Fr(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Mr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Fr(l.next);
		var E = w.length;
		if (E > 0) {
			var D = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < E; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < E; v += 1) w[v].nodes?.a?.fix();
			}
			jr(e, w, D);
		}
	}
	o && Be(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function Lr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? Dt(n) : /* @__PURE__ */ kt(n, !1, !1) : null, l = o & 2 ? Dt(i) : null;
	return {
		v: c,
		i: l,
		e: pn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Rr(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ Kt(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function zr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
// node_modules/svelte/src/internal/client/dom/blocks/svelte-component.js
function Br(e, t, n) {
	var r;
	N && (r = P, ge());
	var i = new Or(e);
	fn(() => {
		var e = t() ?? null;
		if (N && ye(r) === "[" != (e !== null)) {
			var a = ve();
			he(a), i.anchor = a, me(!1), i.ensure(e, e && ((t) => n(t, e))), me(!0);
		} else i.ensure(e, e && ((t) => n(t, e)));
	}, S);
}
// node_modules/svelte/src/internal/client/dom/css.js
function Vr(e, t) {
	ln(() => {
		e = K?.parent?.nodes?.start ?? e;
		var n = e.getRootNode(), r = n.host ? n : n.head ?? n.ownerDocument.head;
		if (!r.querySelector("#" + t.hash)) {
			let e = Xt("style");
			e.id = t.hash, e.textContent = t.code, r.appendChild(e);
		}
	});
}
// node_modules/svelte/src/internal/shared/attributes.js
var Hr = [..." 	\n\r\f\xA0\v﻿"];
function Ur(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Hr.includes(r[o - 1])) && (s === r.length || Hr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function Wr(e, t, n, r, i, a) {
	var o = e[re];
	if (N || o !== n || o === void 0) {
		var s = Ur(n, r, a);
		N && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[re] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function Gr(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function Kr(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = Yr(c);
			Gr(c, i ? a.includes(l) : Rt(l, r));
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
function qr(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return fe();
		for (var i of t.options) i.selected = n.includes(Yr(i));
	} else {
		for (i of t.options) if (Rt(Yr(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function Jr(e) {
	var t = new MutationObserver((t) => {
		t.every(Xr) || ("__defaultValue" in e && Kr(e, !1), "__value" in e && qr(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), an(() => {
		t.disconnect();
	});
}
function Yr(e) {
	return "__value" in e ? e.__value : e.value;
}
function Xr(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var Zr = Symbol("is custom element"), Qr = Symbol("is html"), $r = j ? "link" : "LINK", ei = j ? "progress" : "PROGRESS";
function ti(e) {
	if (N) {
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
		e[oe] = n, Be(n), Ke();
	}
}
function ni(e, t) {
	var n = ii(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === ei) && (e.value = t ?? "");
}
function ri(e, t) {
	var n = ii(e);
	n.checked !== (n.checked = t ?? void 0) && (e.checked = t);
}
function Z(e, t, n, r) {
	var i = ii(e);
	if (!(N && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === $r))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[te] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && oi(e).has(t) ? e[t] = n : (!N || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function ii(e) {
	return e[ne] ??= {
		[Zr]: e.nodeName.includes("-"),
		[Qr]: e.namespaceURI === le
	};
}
var ai = /* @__PURE__ */ new Map();
function oi(e) {
	var t = e.getAttribute("is") || e.nodeName, n = ai.get(t);
	if (n) return n;
	ai.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function si(e, t) {
	return e === t || e?.[k] === t;
}
function ci(e = Ie(), t, n, r) {
	var i = Me.r, a = K;
	return ln(() => {
		var o, s;
		return dn(() => {
			o = s, s = r?.() || [], Zn(() => {
				si(n(...s), e) || (t(e, ...s), o && si(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && si(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/universal.js
function li(e, t, n, r, i) {
	var a = () => {
		r(n[e]);
	};
	n.addEventListener(t, a), i ? dn(() => {
		n[e] = i();
	}) : a(), (n === document.body || n === window || n === document) && an(() => {
		n.removeEventListener(t, a);
	});
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var ui = !1;
function di(e) {
	var t = ui;
	try {
		return ui = !1, [e(), ui];
	} finally {
		ui = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function fi(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ Qe(r), q(u)) : (l && (l = !1, c = s ? Zn(r) : r), c);
	let f;
	if (o) {
		var p = k in e || A in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = di(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && De(t), f(m)));
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
	var v = !1, y = (n & 1 ? Qe : tt)(() => (v = !1, g()));
	o && q(y);
	var b = K;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? q(y) : i && o ? It(e) : e;
			return B(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return En && v || b.f & 16384 ? y.v : q(y);
	});
}
var pi = ".uplot,.uplot *,.uplot :before,.uplot :after{box-sizing:border-box}.uplot{width:min-content;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,Apple Color Emoji,Segoe UI Emoji,Segoe UI Symbol,Noto Color Emoji;line-height:1.5}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{-webkit-user-select:none;user-select:none;position:relative}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{width:100%;height:100%;display:block;position:relative}.u-axis{position:absolute}.u-legend{text-align:center;margin:auto;font-size:14px}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:\":\";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{pointer-events:none;background:#00000012;position:absolute}.u-cursor-x,.u-cursor-y{pointer-events:none;will-change:transform;position:absolute;top:0;left:0}.u-hz .u-cursor-x,.u-vt .u-cursor-y{border-right:1px dashed #607d8b;height:100%}.u-hz .u-cursor-y,.u-vt .u-cursor-x{border-bottom:1px dashed #607d8b;width:100%}.u-cursor-pt{pointer-events:none;will-change:transform;border:0 solid;border-radius:50%;position:absolute;top:0;left:0;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}", mi = ":root,:host{--paper:#fff;--surface:#f4f5f7;--ink:#1c1f24;--muted:#5b626d;--line:#d4d8de;--accent:#0072b2;--warn:#b34700;color:var(--ink);background:var(--paper);font-family:system-ui,Noto Sans,DejaVu Sans,sans-serif;line-height:1.4}:root[data-theme=dark],:host([data-theme=dark]){--paper:#15181c;--surface:#1f242a;--ink:#eceef1;--muted:#a5adb8;--line:#39414b;--accent:#56b4e9;--warn:#f0a35e}body{margin:0}*,:before,:after{box-sizing:border-box}h1,h2{margin:0;font-size:1rem}button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;min-height:2.1rem;padding:.3rem .6rem}button{cursor:pointer}button[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}button.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}:focus-visible{outline:3px solid var(--accent);outline-offset:1px}.hidden{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}", hi = 12, gi = "NRN1", _i = (e) => Math.ceil(e / 8) * 8;
function vi(e, t, n, r) {
	return t === "u8" ? new Uint8Array(e, n, r) : t === "f32" ? new Float32Array(e, n, r) : new Int32Array(e, n, r);
}
function yi(e) {
	let t = new DataView(e);
	if (new TextDecoder().decode(new Uint8Array(e, 0, 4)) !== gi) throw Error("this is no frame of the engine");
	let n = t.getUint32(4, !0), r = new TextDecoder().decode(new Uint8Array(e, hi, n)), { arrays: i, ...a } = JSON.parse(r), o = /* @__PURE__ */ new Map(), s = _i(hi + n);
	for (let { name: t, type: n, shape: r } of i) {
		let i = r.reduce((e, t) => e * t, 1), a = vi(e, n, s, i);
		o.set(t, {
			values: a,
			shape: r
		}), s = _i(s + a.byteLength);
	}
	return {
		facts: a,
		arrays: o
	};
}
// src/engine/transport.ts
var bi = "noron.lab.1", xi = "noron-lab-key", Si = "noron-lab-session", Ci = 1e3, wi = 3e4, Ti = "noron-lab", Ei = 300;
function Di() {
	let e = new BroadcastChannel(Ti);
	return new Promise((t) => {
		let n = (n) => {
			e.close(), t(n);
		};
		e.onmessage = ({ data: e }) => {
			typeof e.key == "string" && n(e.key);
		}, e.postMessage({ wanted: !0 }), setTimeout(() => n(null), Ei);
	});
}
function Oi() {
	let e = new BroadcastChannel(Ti);
	e.onmessage = ({ data: t }) => {
		let n = sessionStorage.getItem(xi);
		t.wanted === !0 && n !== null && e.postMessage({ key: n });
	};
}
function ki(e) {
	let t, n = Ci, r = !1;
	function i() {
		let o = sessionStorage.getItem(xi) ?? "", s = sessionStorage.getItem(Si), c = [bi, `key.${o}`];
		s !== null && c.push(`session.${s}`), t = new WebSocket(`ws://${location.host}/ws`, c), t.binaryType = "arraybuffer", t.onopen = () => {
			n = Ci, e.opened();
		}, t.onmessage = (t) => {
			typeof t.data == "string" && a(t.data), e.received(t.data);
		}, t.onclose = () => {
			r || (e.lost("lost"), setTimeout(i, n), n = Math.min(2 * n, wi));
		};
	}
	function a(e) {
		let t = JSON.parse(e);
		t.t === "session" && (t.key !== void 0 && sessionStorage.setItem(xi, t.key), t.name !== void 0 && sessionStorage.setItem(Si, t.name));
	}
	async function o() {
		if (sessionStorage.getItem(xi) === null) {
			let t = await Di();
			if (t === null) {
				e.lost("no_key");
				return;
			}
			sessionStorage.setItem(xi, t);
		}
		Oi(), i();
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
var Ai = 4096, ji = class {
	#e = /* @__PURE__ */ Ot("connecting");
	get status() {
		return q(this.#e);
	}
	set status(e) {
		B(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ Ot(null);
	get welcome() {
		return q(this.#t);
	}
	set welcome(e) {
		B(this.#t, e);
	}
	#n = /* @__PURE__ */ Ot(null);
	get state() {
		return q(this.#n);
	}
	set state(e) {
		B(this.#n, e);
	}
	#r = /* @__PURE__ */ Ot(null);
	get facts() {
		return q(this.#r);
	}
	set facts(e) {
		B(this.#r, e);
	}
	#i = /* @__PURE__ */ Ot(/* @__PURE__ */ new Map());
	get frame() {
		return q(this.#i);
	}
	set frame(e) {
		B(this.#i, e);
	}
	#a = /* @__PURE__ */ Ot(null);
	get dataFacts() {
		return q(this.#a);
	}
	set dataFacts(e) {
		B(this.#a, e);
	}
	#o = /* @__PURE__ */ Ot(/* @__PURE__ */ new Map());
	get data() {
		return q(this.#o);
	}
	set data(e) {
		B(this.#o, e);
	}
	#s = /* @__PURE__ */ Ot(null);
	get refused() {
		return q(this.#s);
	}
	set refused(e) {
		B(this.#s, e);
	}
	#c = /* @__PURE__ */ Ot(null);
	get diverged() {
		return q(this.#c);
	}
	set diverged(e) {
		B(this.#c, e);
	}
	#l = /* @__PURE__ */ Ot(null);
	get shared() {
		return q(this.#l);
	}
	set shared(e) {
		B(this.#l, e);
	}
	#u = /* @__PURE__ */ Ot([]);
	get curve() {
		return q(this.#u);
	}
	set curve(e) {
		B(this.#u, e);
	}
	#d = /* @__PURE__ */ Ot(0);
	get framesPerSecond() {
		return q(this.#d);
	}
	set framesPerSecond(e) {
		B(this.#d, e, !0);
	}
	#f = /* @__PURE__ */ Ot(null);
	get ended() {
		return q(this.#f);
	}
	set ended(e) {
		B(this.#f, e);
	}
	#p = /* @__PURE__ */ Ot(null);
	get speed() {
		return q(this.#p);
	}
	set speed(e) {
		B(this.#p, e, !0);
	}
	#m = /* @__PURE__ */ Ot(null);
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
	constructor(e, t = "", n = ki) {
		this.page = e, this.#C = t, this.#h = n({
			opened: () => this.#D(),
			received: (e) => this.#O(e),
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
		return this.state?.running === !0 && this.facts?.running !== !1;
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
			this.#j(e);
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
				this.#A(t);
				break;
			case "refused":
				this.refused = t;
				break;
			case "ended":
				this.ended = t;
				break;
			case "diverged":
				this.diverged = t;
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
	#A(e) {
		let t = this.state;
		t !== null && e.step < t.step && (this.curve = this.curve.filter((t) => t.step <= e.step)), this.state = e, this.refused = null, e.ended || (this.diverged = this.ended = null);
	}
	#j(e) {
		if (!this.#_) this.send("see", { credits: 1 });
		else if (new TextDecoder().decode(new Uint8Array(e, 12, 24)).includes("\"data\"")) {
			let { facts: t, arrays: n } = yi(e);
			this.dataFacts = t, this.data = n, this.curve = [];
		} else this.#v = e, this.#y += 1;
	}
	#M() {
		if (requestAnimationFrame(() => this.#M()), this.#N(), this.#v === null) return;
		let { facts: e, arrays: t } = yi(this.#v);
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
		this.curve = Mi([...r, n]);
	}
};
function Mi(e, t = Ai) {
	return e.length <= t ? e : e.filter((t, n) => n % 2 == 0 || n === e.length - 1);
}
var Ni = {
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
}, Pi = {
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
	space: "space"
}, Fi = {
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
}, Ii = {
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
	space: "dấu cách"
}, Li = {
	...Pi,
	...Ni
}, Ri = {
	en: Li,
	vi: {
		...Ii,
		...Fi
	}
}, zi = "noron-lab-language";
function Bi() {
	let e = localStorage.getItem(zi);
	return e === "en" || e === "vi" ? e : navigator.language.startsWith("vi") ? "vi" : "en";
}
var Vi = new class {
	#e = /* @__PURE__ */ Ot(It(Bi()));
	get language() {
		return q(this.#e);
	}
	set language(e) {
		B(this.#e, e, !0);
	}
}(), Hi = () => Vi.language;
function Ui(e) {
	Vi.language = e, localStorage.setItem(zi, e), document.documentElement.lang = e;
}
function Q(e, t = {}) {
	return Ri[Vi.language][e].replace(/\{(\w+)\}/g, (e, n) => String(t[n] ?? ""));
}
function Wi(e, t) {
	let n = `${e}_${t}`;
	return n in Li ? Q(n) : t;
}
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/playground/Choice.svelte
var Gi = /* @__PURE__ */ J("<option> </option>"), Ki = /* @__PURE__ */ J("<div class=\"svelte-4iyz10\"><label> </label> <select class=\"svelte-4iyz10\"><!><!></select></div>"), qi = {
	hash: "svelte-4iyz10",
	code: "div.svelte-4iyz10 {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}select.svelte-4iyz10 {width:100%;}"
};
function Ji(e, t) {
	let n = vr();
	Pe(t, !0), Vr(e, qi);
	let r = /* @__PURE__ */ R(() => typeof t.value == "object" && t.value !== null && "name" in t.value ? String(t.value.name) : String(t.value ?? ""));
	var i = Ki(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s), l = (e) => {
		var n = Gi(), r = H(n, !0);
		n.value = n.__value = "", W((e) => X(r, e), [() => Q(t.none)]), Y(e, n);
	};
	kr(c, (e) => {
		t.none && e(l);
	}), Pr(U(c), 16, () => t.options, (e) => e, (e, n) => {
		var r = Gi(), i = H(r, !0), a = {};
		W((e, t) => {
			X(i, e), a !== (a = t) && (r.value = (r.__value = a) ?? "");
		}, [() => t.prefix ? Wi(t.prefix, String(n)) : n, () => String(n)]), Y(e, r);
	}), F(s);
	var u;
	Jr(s), F(i), W((e) => {
		Z(i, "title", t.hint), Z(a, "for", n), X(o, e), Z(s, "id", n), u !== (u = q(r)) && (s.value = (s.__value = u) ?? "", qr(s, u));
	}, [() => Q(t.label)]), ar("change", s, (e) => t.chosen(e.currentTarget.value)), Y(e, i), Fe();
}
or(["change"]);
// src/playground/NumberField.svelte
var Yi = /* @__PURE__ */ J("<div class=\"svelte-1xqdewy\"><label> </label> <input type=\"number\" class=\"svelte-1xqdewy\"/></div>"), Xi = {
	hash: "svelte-1xqdewy",
	code: "div.svelte-1xqdewy {display:grid;gap:0.2rem;font-size:0.85rem;color:var(--muted);}input.svelte-1xqdewy {width:100%;}"
};
function Zi(e, t) {
	let n = vr();
	Pe(t, !0), Vr(e, Xi);
	let r = fi(t, "placeholder", 3, "");
	function i(e) {
		let n = e.value.trim();
		t.chosen(n === "" ? null : Number(n));
	}
	var a = Yi(), o = V(a), s = H(o, !0), c = U(o, 2);
	ti(c), F(a), W((e) => {
		Z(o, "for", n), X(s, e), Z(c, "id", n), Z(c, "min", t.min), Z(c, "max", t.max), Z(c, "step", t.step), Z(c, "placeholder", r()), ni(c, t.value ?? "");
	}, [() => Q(t.label)]), ar("change", c, (e) => i(e.currentTarget)), Y(e, a), Fe();
}
or(["change"]);
// src/playground/layers.ts
var Qi = [
	"batch_norm",
	"dropout",
	"standardize"
], $i = "identity";
function ea(e) {
	let t = [];
	for (let n of e) {
		let e = t.at(-1);
		n.name === "dense" ? t.push({
			units: n.units ?? 1,
			activation: $i,
			batchNorm: !1,
			dropout: 0
		}) : e && n.name === "batch_norm" ? e.batchNorm = !0 : e && n.name === "dropout" ? e.dropout = Number(n.rate ?? 0) : e && !Qi.includes(n.name) && (e.activation = n.name);
	}
	return t.slice(0, -1);
}
function ta(e, t, n) {
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
			...t === $i ? [] : [t],
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
var na = /* @__PURE__ */ J("<section class=\"controls\"><div class=\"clock svelte-1bzsayr\"><button class=\"primary\"> </button> <button> </button> <button> </button> <button> </button> <output class=\"svelte-1bzsayr\"> </output></div> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!></div> <details><summary class=\"svelte-1bzsayr\"> </summary> <div class=\"fields svelte-1bzsayr\"><!> <!> <!> <!> <!> <!> <!> <label class=\"check svelte-1bzsayr\"><input type=\"checkbox\" class=\"svelte-1bzsayr\"/> </label></div></details></section>"), ra = {
	hash: "svelte-1bzsayr",
	code: ".clock.svelte-1bzsayr {display:flex;flex-wrap:wrap;align-items:center;gap:0.4rem;}output.svelte-1bzsayr {margin-left:auto;font-variant-numeric:tabular-nums;color:var(--muted);}.fields.svelte-1bzsayr {display:grid;grid-template-columns:repeat(auto-fill, minmax(9rem, 1fr));align-items:end;gap:0.5rem;margin-top:0.6rem;}summary.svelte-1bzsayr {margin-top:0.6rem;color:var(--muted);cursor:pointer;}.check.svelte-1bzsayr {display:flex;align-items:center;gap:0.4rem;font-size:0.85rem;color:var(--muted);}.check.svelte-1bzsayr input:where(.svelte-1bzsayr) {min-height:0;}"
};
function ia(e, t) {
	Pe(t, !0), Vr(e, ra);
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
	], s = ["warm_up", "constant"], c = ["clip_norm"], l = /* @__PURE__ */ R(() => t.lab.state?.recipe ?? {}), u = /* @__PURE__ */ R(() => t.lab.welcome?.catalogue), d = (e) => (q(u)?.[e] ?? []).map(({ name: e }) => e), f = /* @__PURE__ */ R(() => ea(t.lab.state?.layers ?? [])), p = (e) => new Set(e).size === 1 ? e[0] : "", m = (e, t) => {
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
		q(l).layers ? t.lab.change(ta(q(f), t.lab.outputs, n)) : t.lab.change({ initializer: n });
	}
	function b(e) {
		let t = q(l).epochs ?? 100;
		g(e ? {
			schedule: e,
			epochs: t
		} : { schedule: null });
	}
	var x = na(), S = V(x), C = V(S), w = H(C, !0), T = U(C, 2), E = H(T, !0), D = U(T, 2), O = H(D, !0), k = U(D, 2), ee = H(k, !0), A = H(U(k, 2), !0);
	F(S);
	var te = U(S, 2), ne = V(te);
	{
		let e = /* @__PURE__ */ R(() => m(n, q(l).learning_rate));
		Ji(ne, {
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
	var re = U(ne, 2);
	{
		let e = /* @__PURE__ */ R(() => d("activation").filter((e) => e !== "softmax")), t = /* @__PURE__ */ R(() => p(q(f).map(({ activation: e }) => e))), n = /* @__PURE__ */ R(() => p(q(f).map(({ activation: e }) => e)) === "" ? "mixed" : void 0);
		Ji(re, {
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
	var ie = U(re, 2);
	{
		let e = /* @__PURE__ */ R(() => d("optimizer").filter((e) => !c.includes(e)));
		Ji(ie, {
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
	var ae = U(ie, 2);
	{
		let e = /* @__PURE__ */ R(() => d("loss")), n = /* @__PURE__ */ R(() => t.lab.state?.loss);
		Ji(ae, {
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
	var oe = U(ae, 2);
	{
		let e = /* @__PURE__ */ R(() => m(r, q(l).batch_size));
		Ji(oe, {
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
	Ji(U(oe, 2), {
		label: "speed",
		get options() {
			return o;
		},
		get value() {
			return t.lab.speed;
		},
		none: "speed_most",
		chosen: (e) => t.lab.setSpeed(e === "" ? null : Number(e))
	}), F(te);
	var se = U(te, 2), j = V(se), ce = H(j, !0), M = U(j, 2), le = V(M);
	{
		let e = /* @__PURE__ */ R(() => m(i, q(l).l2));
		Ji(le, {
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
	var ue = U(le, 2);
	{
		let e = /* @__PURE__ */ R(() => m(a, q(l).dropout ?? 0)), t = /* @__PURE__ */ R(() => p(q(f).map(({ dropout: e }) => e))), n = /* @__PURE__ */ R(() => p(q(f).map(({ dropout: e }) => e)) === "" ? "mixed" : void 0);
		Ji(ue, {
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
	var de = U(ue, 2);
	{
		let e = /* @__PURE__ */ R(() => d("initializer"));
		Ji(de, {
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
	var fe = U(de, 2);
	{
		let e = /* @__PURE__ */ R(() => d("schedule").filter((e) => !s.includes(e)));
		Ji(fe, {
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
	var pe = U(fe, 2);
	{
		let e = /* @__PURE__ */ R(() => Q("never"));
		Zi(pe, {
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
	var N = U(pe, 2);
	{
		let e = /* @__PURE__ */ R(() => Q("never"));
		Zi(N, {
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
	var me = U(N, 2);
	{
		let e = /* @__PURE__ */ R(() => q(l).seed ?? 0);
		Zi(me, {
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
	var P = U(me, 2), he = V(P);
	ti(he);
	var ge = U(he);
	F(P), F(M), F(se), F(x), W((e, n, r, i, a, o, s, c, l, u) => {
		Z(x, "aria-label", e), Z(C, "aria-pressed", t.lab.isRunning), C.disabled = !t.lab.state, X(w, n), T.disabled = !t.lab.state, X(E, r), D.disabled = !t.lab.state, X(O, i), k.disabled = !t.lab.state, Z(k, "title", a), X(ee, o), X(A, s), X(ce, c), ri(he, l), X(ge, ` ${u ?? ""}`);
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
	]), ar("click", C, () => t.lab.toggle()), ar("click", T, () => t.lab.send("step", { n: 1 })), ar("click", D, () => t.lab.send("step", {
		n: 1,
		unit: "epoch"
	})), ar("click", k, () => t.lab.send("rewind", { to: 0 })), ar("change", he, (e) => _("batch_norm", e.currentTarget.checked)), Y(e, x), Fe();
}
or(["click", "change"]);
// node_modules/uplot/dist/uPlot.esm.js
var aa = !0, oa = "uplot", sa = "u-hz", ca = "u-vt", la = "u-title", ua = "u-wrap", da = "u-under", fa = "u-over", pa = "u-axis", ma = "u-off", ha = "u-select", ga = "u-cursor-x", _a = "u-cursor-y", va = "u-cursor-pt", ya = "u-legend", ba = "u-live", xa = "u-inline", Sa = "u-series", Ca = "u-marker", wa = "u-label", Ta = "u-value", Ea = "width", Da = "height", Oa = "top", ka = "bottom", Aa = "left", ja = "right", Ma = "#000", Na = "#0000", Pa = "mousemove", Fa = "mousedown", Ia = "mouseup", La = "mouseenter", Ra = "mouseleave", za = "dblclick", Ba = "resize", Va = "scroll", Ha = "change", Ua = "dppxchange", Wa = "--", Ga = typeof window < "u", Ka = Ga ? document : null, qa = Ga ? window : null, Ja = Ga ? navigator : null, Ya, Xa;
function Za() {
	let e = devicePixelRatio;
	Ya != e && (Ya = e, Xa && po(Ha, Xa, Za), Xa = matchMedia(`(min-resolution: ${Ya - .001}dppx) and (max-resolution: ${Ya + .001}dppx)`), fo(Ha, Xa, Za), qa.dispatchEvent(new CustomEvent(Ua)));
}
function Qa(e, t) {
	if (t != null) {
		let n = e.classList;
		!n.contains(t) && n.add(t);
	}
}
function $a(e, t) {
	let n = e.classList;
	n.contains(t) && n.remove(t);
}
function eo(e, t, n) {
	e.style[t] = n + "px";
}
function to(e, t, n, r) {
	let i = Ka.createElement(e);
	return t != null && Qa(i, t), n?.insertBefore(i, r), i;
}
function no(e, t) {
	return to("div", e, t);
}
var ro = /* @__PURE__ */ new WeakMap();
function io(e, t, n, r, i) {
	let a = "translate(" + t + "px," + n + "px)";
	a != ro.get(e) && (e.style.transform = a, ro.set(e, a), t < 0 || n < 0 || t > r || n > i ? Qa(e, ma) : $a(e, ma));
}
var ao = /* @__PURE__ */ new WeakMap();
function oo(e, t, n) {
	let r = t + n;
	r != ao.get(e) && (ao.set(e, r), e.style.background = t, e.style.borderColor = n);
}
var so = /* @__PURE__ */ new WeakMap();
function co(e, t, n, r) {
	let i = t + "" + n;
	i != so.get(e) && (so.set(e, i), e.style.height = n + "px", e.style.width = t + "px", e.style.marginLeft = r ? -t / 2 + "px" : 0, e.style.marginTop = r ? -n / 2 + "px" : 0);
}
var lo = { passive: !0 }, uo = {
	...lo,
	capture: !0
};
function fo(e, t, n, r) {
	t.addEventListener(e, n, r ? uo : lo);
}
function po(e, t, n, r) {
	t.removeEventListener(e, n, lo);
}
Ga && Za();
function mo(e, t, n, r) {
	let i;
	n ||= 0, r ||= t.length - 1;
	let a = r <= 2147483647;
	for (; r - n > 1;) i = a ? n + r >> 1 : Io((n + r) / 2), t[i] < e ? n = i : r = i;
	return e - t[n] <= t[r] - e ? n : r;
}
function ho(e) {
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
var go = (e) => e != null, _o = (e) => e != null && e > 0, vo = ho(go), yo = ho(_o);
function bo(e, t, n, r = 0, i = !1) {
	let a = i ? yo : vo, o = i ? _o : go;
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
	return [s ?? qo, c ?? -qo];
}
function xo(e, t, n, r) {
	let i = Ho(e), a = Ho(t);
	e == t && (i == -1 ? (e *= n, t /= n) : (e /= n, t *= n));
	let o = n == 10 ? Uo : Wo, s = i == 1 ? Io : Ro, c = a == 1 ? Ro : Io, l = s(o(Fo(e))), u = c(o(Fo(t))), d = Vo(n, l), f = Vo(n, u);
	return n == 10 && (l < 0 && (d = cs(d, -l)), u < 0 && (f = cs(f, -u))), r || n == 2 ? (e = d * i, t = f * a) : (e = ss(e, d), t = os(t, f)), [e, t];
}
function So(e, t, n, r) {
	let i = xo(e, t, n, r);
	return e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i;
}
var Co = .1, wo = {
	mode: 3,
	pad: Co
}, To = {
	pad: 0,
	soft: null,
	mode: 0
}, Eo = {
	min: To,
	max: To
};
function Do(e, t, n, r) {
	return ys(n) ? Ao(e, t, n) : (To.pad = n, To.soft = r ? 0 : null, To.mode = r ? 3 : 0, Ao(e, t, Eo));
}
function Oo(e, t) {
	return e ?? t;
}
function ko(e, t, n) {
	for (t = Oo(t, 0), n = Oo(n, e.length - 1); t <= n;) {
		if (e[t] != null) return !0;
		t++;
	}
	return !1;
}
function Ao(e, t, n) {
	let r = n.min, i = n.max, a = Oo(r.pad, 0), o = Oo(i.pad, 0), s = Oo(r.hard, -qo), c = Oo(i.hard, qo), l = Oo(r.soft, qo), u = Oo(i.soft, -qo), d = Oo(r.mode, 0), f = Oo(i.mode, 0), p = t - e, m = Uo(p), h = Bo(Fo(e), Fo(t)), g = Fo(Uo(h) - m);
	(p < 1e-24 || g > 10) && (p = 0, (e == 0 || t == 0) && (p = 1e-24, d == 2 && l != qo && (a = 0), f == 2 && u != -qo && (o = 0)));
	let _ = p || h || 1e3, v = Vo(10, Io(Uo(_))), y = cs(ss(e - _ * (p == 0 ? e == 0 ? .1 : 1 : a), v / 10), 24), b = e >= l && (d == 1 || d == 3 && y <= l || d == 2 && y >= l) ? l : qo, x = Bo(s, y < b && e >= b ? b : zo(b, y)), S = cs(os(t + _ * (p == 0 ? t == 0 ? .1 : 1 : o), v / 10), 24), C = t <= u && (f == 1 || f == 3 && S >= u || f == 2 && S <= u) ? u : -qo, w = zo(c, S > C && t <= C ? C : Bo(C, S));
	return x == w && x == 0 && (w = 100), [x, w];
}
var jo = new Intl.NumberFormat(Ga ? Ja.language : "en-US"), Mo = (e) => jo.format(e), No = Math, Po = No.PI, Fo = No.abs, Io = No.floor, Lo = No.round, Ro = No.ceil, zo = No.min, Bo = No.max, Vo = No.pow, Ho = No.sign, Uo = No.log10, Wo = No.log2, Go = (e, t = 1) => No.sinh(e) * t, Ko = (e, t = 1) => No.asinh(e / t), qo = Infinity;
function Jo(e) {
	return (Uo((e ^ e >> 31) - (e >> 31)) | 0) + 1;
}
function Yo(e, t, n) {
	return zo(Bo(e, t), n);
}
function Xo(e) {
	return typeof e == "function";
}
function $(e) {
	return Xo(e) ? e : () => e;
}
var Zo = () => {}, Qo = (e) => e, $o = (e, t) => t, es = (e) => null, ts = (e) => !0, ns = (e, t) => e == t, rs = /\.\d*?(?=9{6,}|0{6,})/gm, is = (e) => {
	if (gs(e) || ls.has(e)) return e;
	let t = `${e}`, n = t.match(rs);
	if (n == null) return e;
	let r = n[0].length - 1;
	if (t.indexOf("e-") != -1) {
		let [e, n] = t.split("e");
		return +`${is(e)}e${n}`;
	}
	return cs(e, r);
};
function as(e, t) {
	return is(cs(is(e / t)) * t);
}
function os(e, t) {
	return is(Ro(is(e / t)) * t);
}
function ss(e, t) {
	return is(Io(is(e / t)) * t);
}
function cs(e, t = 0) {
	if (gs(e)) return e;
	let n = 10 ** t;
	return Lo(e * n * (1 + 2 ** -52)) / n;
}
var ls = /* @__PURE__ */ new Map();
function us(e) {
	return (("" + e).split(".")[1] || "").length;
}
function ds(e, t, n, r) {
	let i = [], a = r.map(us);
	for (let o = t; o < n; o++) {
		let t = Fo(o), n = cs(Vo(e, o), t);
		for (let s = 0; s < r.length; s++) {
			let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n, l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]), u = e == 10 ? c : cs(c, l);
			i.push(u), ls.set(u, l);
		}
	}
	return i;
}
var fs = {}, ps = [], ms = [null, null], hs = Array.isArray, gs = Number.isInteger, _s = (e) => e === void 0;
function vs(e) {
	return typeof e == "string";
}
function ys(e) {
	let t = !1;
	if (e != null) {
		let n = e.constructor;
		t = n == null || n == Object;
	}
	return t;
}
function bs(e) {
	return typeof e == "object" && !!e;
}
var xs = Object.getPrototypeOf(Uint8Array), Ss = "__proto__";
function Cs(e, t = ys) {
	let n;
	if (hs(e)) {
		let r = e.find((e) => e != null);
		if (hs(r) || t(r)) {
			n = Array(e.length);
			for (let r = 0; r < e.length; r++) n[r] = Cs(e[r], t);
		} else n = e.slice();
	} else if (e instanceof xs) n = e.slice();
	else if (t(e)) {
		n = {};
		for (let r in e) r != Ss && (n[r] = Cs(e[r], t));
	} else n = e;
	return n;
}
function ws(e) {
	let t = arguments;
	for (let n = 1; n < t.length; n++) {
		let r = t[n];
		for (let t in r) t != Ss && (ys(e[t]) ? ws(e[t], Cs(r[t])) : e[t] = Cs(r[t]));
	}
	return e;
}
var Ts = 0, Es = 1, Ds = 2;
function Os(e, t, n) {
	for (let r = 0, i, a = -1; r < t.length; r++) {
		let o = t[r];
		if (o > a) {
			for (i = o - 1; i >= 0 && e[i] == null;) e[i--] = null;
			for (i = o + 1; i < n && e[i] == null;) e[a = i++] = null;
		}
	}
}
function ks(e, t) {
	if (Ms(e)) {
		let t = e[0].slice();
		for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
		return Ns(t[0]) || (t = js(t)), t;
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
			let c = o[e], l = Array(i).fill(void 0), u = t ? t[n][e] : Es, d = [];
			for (let e = 0; e < c.length; e++) {
				let t = c[e], n = a.get(s[e]);
				t === null ? u != Ts && (l[n] = t, u == Ds && d.push(n)) : l[n] = t;
			}
			Os(l, d, i), r.push(l);
		}
	}
	return r;
}
var As = typeof queueMicrotask > "u" ? (e) => Promise.resolve().then(e) : queueMicrotask;
function js(e) {
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
function Ms(e) {
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
function Ns(e, t = 100) {
	let n = e.length;
	if (n <= 1) return !0;
	let r = 0, i = n - 1;
	for (; r <= i && e[r] == null;) r++;
	for (; i >= r && e[i] == null;) i--;
	if (i <= r) return !0;
	let a = Bo(1, Io((i - r + 1) / t));
	for (let t = e[r], n = r + a; n <= i; n += a) {
		let r = e[n];
		if (r != null) {
			if (r <= t) return !1;
			t = r;
		}
	}
	return !0;
}
var Ps = [
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
], Fs = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
function Is(e) {
	return e.slice(0, 3);
}
var Ls = Fs.map(Is), Rs = {
	MMMM: Ps,
	MMM: Ps.map(Is),
	WWWW: Fs,
	WWW: Ls
};
function zs(e) {
	return (e < 10 ? "0" : "") + e;
}
function Bs(e) {
	return (e < 10 ? "00" : e < 100 ? "0" : "") + e;
}
var Vs = {
	YYYY: (e) => e.getFullYear(),
	YY: (e) => (e.getFullYear() + "").slice(2),
	MMMM: (e, t) => t.MMMM[e.getMonth()],
	MMM: (e, t) => t.MMM[e.getMonth()],
	MM: (e) => zs(e.getMonth() + 1),
	M: (e) => e.getMonth() + 1,
	DD: (e) => zs(e.getDate()),
	D: (e) => e.getDate(),
	WWWW: (e, t) => t.WWWW[e.getDay()],
	WWW: (e, t) => t.WWW[e.getDay()],
	HH: (e) => zs(e.getHours()),
	H: (e) => e.getHours(),
	h: (e) => {
		let t = e.getHours();
		return t == 0 ? 12 : t > 12 ? t - 12 : t;
	},
	AA: (e) => e.getHours() >= 12 ? "PM" : "AM",
	aa: (e) => e.getHours() >= 12 ? "pm" : "am",
	a: (e) => e.getHours() >= 12 ? "p" : "a",
	mm: (e) => zs(e.getMinutes()),
	m: (e) => e.getMinutes(),
	ss: (e) => zs(e.getSeconds()),
	s: (e) => e.getSeconds(),
	fff: (e) => Bs(e.getMilliseconds())
};
function Hs(e, t) {
	t ||= Rs;
	let n = [], r = /\{([a-z]+)\}|[^{]+/gi, i;
	for (; i = r.exec(e);) n.push(i[0][0] == "{" ? Vs[i[1]] : i[0]);
	return (e) => {
		let r = "";
		for (let i = 0; i < n.length; i++) r += typeof n[i] == "string" ? n[i] : n[i](e, t);
		return r;
	};
}
var Us = new Intl.DateTimeFormat().resolvedOptions().timeZone;
function Ws(e, t) {
	let n;
	return t == "UTC" || t == "Etc/UTC" ? n = /* @__PURE__ */ new Date(+e + e.getTimezoneOffset() * 6e4) : t == Us ? n = e : (n = new Date(e.toLocaleString("en-US", { timeZone: t })), n.setMilliseconds(e.getMilliseconds())), n;
}
var Gs = (e) => e % 1 == 0, Ks = [
	1,
	2,
	2.5,
	5
], qs = ds(10, -32, 0, Ks), Js = ds(10, 0, 32, Ks), Ys = Js.filter(Gs), Xs = qs.concat(Js), Zs = "\n", Qs = "{YYYY}", $s = Zs + Qs, ec = "{M}/{D}", tc = Zs + ec, nc = tc + "/{YY}", rc = "{aa}", ic = "{h}:{mm}" + rc, ac = Zs + ic, oc = ":{ss}", sc = null;
function cc(e) {
	let t = e * 1e3, n = t * 60, r = n * 60, i = r * 24, a = i * 30, o = i * 365, s = (e == 1 ? ds(10, 0, 3, Ks).filter(Gs) : ds(10, -3, 0, Ks)).concat([
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
			Qs,
			sc,
			sc,
			sc,
			sc,
			sc,
			sc,
			1
		],
		[
			i * 28,
			"{MMM}",
			$s,
			sc,
			sc,
			sc,
			sc,
			sc,
			1
		],
		[
			i,
			ec,
			$s,
			sc,
			sc,
			sc,
			sc,
			sc,
			1
		],
		[
			r,
			"{h}" + rc,
			nc,
			sc,
			tc,
			sc,
			sc,
			sc,
			1
		],
		[
			n,
			ic,
			nc,
			sc,
			tc,
			sc,
			sc,
			sc,
			1
		],
		[
			t,
			oc,
			nc + " " + ic,
			sc,
			tc + " " + ic,
			sc,
			ac,
			sc,
			1
		],
		[
			e,
			oc + ".{fff}",
			nc + " " + ic,
			sc,
			tc + " " + ic,
			sc,
			ac,
			sc,
			1
		]
	];
	function l(t) {
		return (s, c, l, u, d, f) => {
			let p = [], m = d >= o, h = d >= a && d < o, g = t(l), _ = cs(g * e, 3), v = vc(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()), y = cs(v * e, 3);
			if (h || m) {
				let n = h ? d / a : 0, r = m ? d / o : 0, i = _ == y ? _ : cs(vc(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3), s = new Date(Lo(i / e)), c = s.getFullYear(), l = s.getMonth();
				for (let a = 0; i <= u; a++) {
					let o = vc(c + r * a, l + n * a, 1), s = o - t(cs(o * e, 3));
					i = cs((+o + s) * e, 3), i <= u && p.push(i);
				}
			} else {
				let a = d >= i ? i : d, o = y + (Io(l) - Io(_)) + os(_ - y, a);
				p.push(o);
				let m = t(o), h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r, g = d / r, v = f / s.axes[c]._space;
				for (; o = cs(o + d, e == 1 ? 0 : 3), !(o > u);) if (g > 1) {
					let e = Io(cs(h + g, 6)) % 24, n = t(o).getHours() - e;
					n > 1 && (n = -1), o -= n * r, h = (h + g) % 24;
					let i = p[p.length - 1];
					cs((o - i) / d, 3) * v >= .7 && p.push(o);
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
var [lc, uc, dc] = cc(1), [fc, pc, mc] = cc(.001);
ds(2, -53, 53, [1]);
function hc(e, t) {
	return e.map((e) => e.map((n, r) => r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n)));
}
function gc(e, t) {
	return (n, r, i, a, o) => {
		let s = t.find((e) => o >= e[0]) || t[t.length - 1], c, l, u, d, f, p;
		return r.map((t) => {
			let n = e(t), r = n.getFullYear(), i = n.getMonth(), a = n.getDate(), o = n.getHours(), m = n.getMinutes(), h = n.getSeconds(), g = r != c && s[2] || i != l && s[3] || a != u && s[4] || o != d && s[5] || m != f && s[6] || h != p && s[7] || s[1];
			return c = r, l = i, u = a, d = o, f = m, p = h, g(n);
		});
	};
}
function _c(e, t) {
	let n = Hs(t);
	return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function vc(e, t, n) {
	return new Date(e, t, n);
}
function yc(e, t) {
	return t(e);
}
var bc = "{YYYY}-{MM}-{DD} {h}:{mm}{aa}";
function xc(e, t) {
	return (n, r, i, a) => a == null ? Wa : t(e(r));
}
function Sc(e, t) {
	let n = e.series[t];
	return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function Cc(e, t) {
	return e.series[t].fill(e, t);
}
var wc = {
	show: !0,
	live: !0,
	isolate: !1,
	mount: Zo,
	markers: {
		show: !0,
		width: 2,
		stroke: Sc,
		fill: Cc,
		dash: "solid"
	},
	idx: null,
	idxs: null,
	values: []
};
function Tc(e, t) {
	let n = e.cursor.points, r = no(), i = n.size(e, t);
	eo(r, Ea, i), eo(r, Da, i);
	let a = i / -2;
	eo(r, "marginLeft", a), eo(r, "marginTop", a);
	let o = n.width(e, t, i);
	return o && eo(r, "borderWidth", o), r;
}
function Ec(e, t) {
	let n = e.series[t].points;
	return n._fill || n._stroke;
}
function Dc(e, t) {
	let n = e.series[t].points;
	return n._stroke || n._fill;
}
function Oc(e, t) {
	return e.series[t].points.size;
}
var kc = [0, 0];
function Ac(e, t, n) {
	return kc[0] = t, kc[1] = n, kc;
}
function jc(e, t, n, r = !0) {
	return (e) => {
		e.button != 0 || r && e.target != t || n(e);
	};
}
function Mc(e, t, n, r = !0) {
	return (e) => {
		r && e.target != t || n(e);
	};
}
var Nc = {
	show: !0,
	x: !0,
	y: !0,
	lock: !1,
	move: Ac,
	points: {
		one: !1,
		show: Tc,
		size: Oc,
		width: 0,
		stroke: Dc,
		fill: Ec
	},
	bind: {
		mousedown: jc,
		mouseup: jc,
		click: jc,
		dblclick: jc,
		mousemove: Mc,
		mouseleave: Mc,
		mouseenter: Mc
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
}, Pc = {
	show: !0,
	stroke: "rgba(0,0,0,0.07)",
	width: 2
}, Fc = ws({}, Pc, { filter: $o }), Ic = ws({}, Fc, { size: 10 }), Lc = ws({}, Pc, { show: !1 }), Rc = "12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"", zc = "bold " + Rc, Bc = 1.5, Vc = {
	show: !0,
	scale: "x",
	stroke: Ma,
	space: 50,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: zc,
	side: 2,
	grid: Fc,
	ticks: Ic,
	border: Lc,
	font: Rc,
	lineGap: Bc,
	rotate: 0
}, Hc = "Value", Uc = "Time", Wc = {
	show: !0,
	scale: "x",
	auto: !1,
	sorted: 1,
	min: qo,
	max: -Infinity,
	idxs: []
};
function Gc(e, t, n, r, i) {
	return t.map((e) => e == null ? "" : Mo(e));
}
function Kc(e, t, n, r, i, a, o) {
	let s = [], c = ls.get(i) || 0;
	n = o ? n : cs(os(n, i), c);
	for (let e = n; e <= r; e = cs(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
	return s;
}
function qc(e, t, n, r, i, a, o) {
	let s = [], c = e.scales[e.axes[t].scale].log;
	i = Vo(c, Io((c == 10 ? Uo : Wo)(n))), c == 10 && (i = Xs[mo(i, Xs)]);
	let l = n, u = i * c;
	c == 10 && (u = Xs[mo(u, Xs)]);
	do
		s.push(l), l += i, c == 10 && !ls.has(l) && (l = cs(l, ls.get(i))), l >= u && (i = l, u = i * c, c == 10 && (u = Xs[mo(u, Xs)]));
	while (l <= r);
	return s;
}
function Jc(e, t, n, r, i, a, o) {
	let s = e.scales[e.axes[t].scale].asinh, c = r > s ? qc(e, t, Bo(s, n), r, i) : [s], l = r >= 0 && n <= 0 ? [0] : [];
	return (n < -s ? qc(e, t, Bo(s, -r), -n, i) : [s]).reverse().map((e) => -e).concat(l, c);
}
var Yc = /./, Xc = /[12357]/, Zc = /[125]/, Qc = /1/, $c = (e, t, n, r) => e.map((e, i) => t == 4 && e == 0 || i % r == 0 && n.test(e.toExponential()[+(e < 0)]) ? e : null);
function el(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = e.scales[o], c = e.valToPos, l = a._space, u = c(10, o), d = c(9, o) - u >= l ? Yc : c(7, o) - u >= l ? Xc : c(5, o) - u >= l ? Zc : Qc;
	if (d == Qc) {
		let e = Fo(c(1, o) - u);
		if (e < l) return $c(t.slice().reverse(), s.distr, d, Ro(l / e)).reverse();
	}
	return $c(t, s.distr, d, 1);
}
function tl(e, t, n, r, i) {
	let a = e.axes[n], o = a.scale, s = a._space, c = e.valToPos, l = Fo(c(1, o) - c(2, o));
	return l < s ? $c(t.slice().reverse(), 3, Yc, Ro(s / l)).reverse() : t;
}
function nl(e, t, n, r) {
	return r == null ? Wa : t == null ? "" : Mo(t);
}
var rl = {
	show: !0,
	scale: "y",
	stroke: Ma,
	space: 30,
	gap: 5,
	alignTo: 1,
	size: 50,
	labelGap: 0,
	labelSize: 30,
	labelFont: zc,
	side: 3,
	grid: Fc,
	ticks: Ic,
	border: Lc,
	font: Rc,
	lineGap: Bc,
	rotate: 0
};
function il(e, t) {
	return cs((3 + (e || 1) * 2) * t, 3);
}
function al(e, t) {
	let { scale: n, idxs: r } = e.series[0], i = e._data[0], a = e.valToPos(i[r[0]], n, !0), o = Fo(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * Ya);
	return r[1] - r[0] <= o;
}
var ol = {
	scale: null,
	auto: !0,
	sorted: 0,
	min: qo,
	max: -Infinity
}, sl = (e, t, n, r, i) => i, cl = {
	show: !0,
	auto: !0,
	sorted: 0,
	gaps: sl,
	alpha: 1,
	facets: [ws({}, ol, { scale: "x" }), ws({}, ol, { scale: "y" })]
}, ll = {
	scale: "y",
	auto: !0,
	sorted: 0,
	show: !0,
	spanGaps: !1,
	gaps: sl,
	alpha: 1,
	points: {
		show: al,
		filter: null
	},
	values: null,
	min: qo,
	max: -Infinity,
	idxs: [],
	path: null,
	clip: null
};
function ul(e, t, n, r, i) {
	return n / 10;
}
var dl = {
	time: aa,
	auto: !0,
	distr: 1,
	log: 10,
	asinh: 1,
	min: null,
	max: null,
	dir: 1,
	ori: 0
}, fl = ws({}, dl, {
	time: !1,
	ori: 1
}), pl = {};
function ml(e, t) {
	let n = pl[e];
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
	}, e != null && (pl[e] = n)), n;
}
var hl = 1, gl = 2;
function _l(e, t, n) {
	let r = e.mode, i = e.series[t], a = r == 2 ? e._data[t] : e._data, o = e.scales, s = e.bbox, c = a[0], l = r == 2 ? a[1] : a[t], u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale], d = r == 2 ? o[i.facets[1].scale] : o[i.scale], f = s.left, p = s.top, m = s.width, h = s.height, g = e.valToPosH, _ = e.valToPosV;
	return u.ori == 0 ? n(i, c, l, u, d, g, _, f, p, m, h, El, Ol, Al, Ml, Pl) : n(i, c, l, u, d, _, g, p, f, h, m, Dl, kl, jl, Nl, Fl);
}
function vl(e, t) {
	let n = 0, r = 0, i = Oo(e.bands, ps);
	for (let e = 0; e < i.length; e++) {
		let a = i[e];
		a.series[0] == t ? n = a.dir : a.series[1] == t && (a.dir == 1 ? r |= 1 : r |= 2);
	}
	return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function yl(e, t, n, r, i) {
	let a = e.mode, o = e.series[t], s = a == 2 ? o.facets[1].scale : o.scale, c = e.scales[s];
	return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? c.dir == 1 ? c.min : c.max : 0;
}
function bl(e, t, n, r, i, a) {
	return _l(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
		let h = e.pxRound, g = s.dir * (s.ori == 0 ? 1 : -1), _ = s.ori == 0 ? Ol : kl, v, y;
		g == 1 ? (v = n, y = r) : (v = r, y = n);
		let b = h(l(t[v], s, p, d)), x = h(u(o[v], c, m, f)), S = h(l(t[y], s, p, d)), C = h(u(a == 1 ? c.max : c.min, c, m, f)), w = new Path2D(i);
		return _(w, S, C), _(w, b, C), _(w, b, x), w;
	});
}
function xl(e, t, n, r, i, a) {
	let o = null;
	if (e.length > 0) {
		o = new Path2D();
		let s = t == 0 ? Al : jl, c = n;
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
function Sl(e, t, n) {
	let r = e[e.length - 1];
	r && r[0] == t ? r[1] = n : e.push([t, n]);
}
function Cl(e, t, n, r, i, a, o) {
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
function wl(e) {
	return e == 0 ? Qo : e == 1 ? Lo : (t) => as(t, e);
}
function Tl(e) {
	let t = e == 0 ? El : Dl, n = e == 0 ? (e, t, n, r, i, a) => {
		e.arcTo(t, n, r, i, a);
	} : (e, t, n, r, i, a) => {
		e.arcTo(n, t, i, r, a);
	}, r = e == 0 ? (e, t, n, r, i) => {
		e.rect(t, n, r, i);
	} : (e, t, n, r, i) => {
		e.rect(n, t, i, r);
	};
	return (e, i, a, o, s, c = 0, l = 0) => {
		c == 0 && l == 0 ? r(e, i, a, o, s) : (c = zo(c, o / 2, s / 2), l = zo(l, o / 2, s / 2), t(e, i + c, a), n(e, i + o, a, i + o, a + s, c), n(e, i + o, a + s, i, a + s, l), n(e, i, a + s, i, a, l), n(e, i, a, i + o, a, c), e.closePath());
	};
}
var El = (e, t, n) => {
	e.moveTo(t, n);
}, Dl = (e, t, n) => {
	e.moveTo(n, t);
}, Ol = (e, t, n) => {
	e.lineTo(t, n);
}, kl = (e, t, n) => {
	e.lineTo(n, t);
}, Al = Tl(0), jl = Tl(1), Ml = (e, t, n, r, i, a) => {
	e.arc(t, n, r, i, a);
}, Nl = (e, t, n, r, i, a) => {
	e.arc(n, t, r, i, a);
}, Pl = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(t, n, r, i, a, o);
}, Fl = (e, t, n, r, i, a, o) => {
	e.bezierCurveTo(n, t, i, r, o, a);
};
function Il(e) {
	return (e, t, n, r, i) => _l(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
		let { pxRound: h, points: g } = t, _, v;
		s.ori == 0 ? (_ = El, v = Ml) : (_ = Dl, v = Nl);
		let y = cs(g.width * Ya, 3), b = (g.size - g.width) / 2 * Ya, x = cs(b * 2, 3), S = new Path2D(), C = new Path2D(), { left: w, top: T, width: E, height: D } = e.bbox;
		Al(C, w - x, T - x, E + x * 2, D + x * 2);
		let O = (e) => {
			if (o[e] != null) {
				let t = h(l(a[e], s, p, d)), n = h(u(o[e], c, m, f));
				_(S, t + b, n), v(S, t, n, b, 0, Po * 2);
			}
		};
		if (i) i.forEach(O);
		else for (let e = n; e <= r; e++) O(e);
		return {
			stroke: y > 0 ? S : null,
			fill: S,
			clip: C,
			flags: 3
		};
	});
}
function Ll(e) {
	return (t, n, r, i, a, o) => {
		r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
	};
}
var Rl = Ll(Ol), zl = Ll(kl);
function Bl(e) {
	let t = Oo(e?.alignGaps, 0);
	return (e, n, r, i) => _l(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
		[r, i] = vo(s, r, i);
		let g = a.pxRound, _ = (e) => g(u(e, c, m, f)), v = (e) => g(d(e, l, h, p)), y, b;
		c.ori == 0 ? (y = Ol, b = Rl) : (y = kl, b = zl);
		let x = c.dir * (c.ori == 0 ? 1 : -1), S = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: hl
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
		let [T, E] = vl(e, n);
		if (a.fill != null || T != 0) {
			let t = S.fill = new Path2D(C), s = v(a.fillTo(e, n, a.min, a.max, T)), c = _(o[r]), l = _(o[i]);
			x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
		}
		if (!a.spanGaps) {
			let l = [];
			w && l.push(...Cl(o, s, r, i, x, _, t)), S.gaps = l = a.gaps(e, n, r, i, l), S.clip = xl(l, c.ori, f, p, m, h);
		}
		return E != 0 && (S.band = E == 2 ? [bl(e, n, r, i, C, -1), bl(e, n, r, i, C, 1)] : bl(e, n, r, i, C, E)), S;
	});
}
function Vl(e) {
	let t = Oo(e.align, 1), n = Oo(e.ascDesc, !1), r = Oo(e.alignGaps, 0), i = Oo(e.extend, !1);
	return (e, a, o, s) => _l(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
		[o, s] = vo(u, o, s);
		let y = c.pxRound, { left: b, width: x } = e.bbox, S = (e) => y(p(e, d, _, h)), C = (e) => y(m(e, f, v, g)), w = d.ori == 0 ? Ol : kl, T = {
			stroke: new Path2D(),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: hl
		}, E = T.stroke, D = d.dir * (d.ori == 0 ? 1 : -1), O = C(u[D == 1 ? o : s]), k = S(l[D == 1 ? o : s]), ee = k, A = k;
		i && t == -1 && (A = b, w(E, A, O)), w(E, k, O);
		for (let e = D == 1 ? o : s; e >= o && e <= s; e += D) {
			let n = u[e];
			if (n == null) continue;
			let r = S(l[e]), i = C(n);
			t == 1 ? w(E, r, O) : w(E, ee, i), w(E, r, i), O = i, ee = r;
		}
		let te = ee;
		i && t == 1 && (te = b + x, w(E, te, O));
		let [ne, re] = vl(e, a);
		if (c.fill != null || ne != 0) {
			let t = T.fill = new Path2D(E), n = C(c.fillTo(e, a, c.min, c.max, ne));
			w(t, te, n), w(t, A, n);
		}
		if (!c.spanGaps) {
			let i = [];
			i.push(...Cl(l, u, o, s, D, S, r));
			let f = c.width * Ya / 2, p = n || t == 1 ? f : -f, m = n || t == -1 ? -f : f;
			i.forEach((e) => {
				e[0] += p, e[1] += m;
			}), T.gaps = i = c.gaps(e, a, o, s, i), T.clip = xl(i, d.ori, h, g, _, v);
		}
		return re != 0 && (T.band = re == 2 ? [bl(e, a, o, s, E, -1), bl(e, a, o, s, E, 1)] : bl(e, a, o, s, E, re)), T;
	});
}
function Hl(e, t, n, r, i, a, o = qo) {
	if (e.length > 1) {
		let s = null;
		for (let c = 0, l = Infinity; c < e.length; c++) if (t[c] !== void 0) {
			if (s != null) {
				let t = Fo(e[c] - e[s]);
				t < l && (l = t, o = Fo(n(e[c], r, i, a) - n(e[s], r, i, a)));
			}
			s = c;
		}
	}
	return o;
}
function Ul(e) {
	e ||= fs;
	let t = Oo(e.size, [
		.6,
		qo,
		1
	]), n = e.align || 0, r = e.gap || 0, i = e.radius;
	i = i == null ? [0, 0] : typeof i == "number" ? [i, 0] : i;
	let a = $(i), o = 1 - t[0], s = Oo(t[1], qo), c = Oo(t[2], 1), l = Oo(e.disp, fs), u = Oo(e.each, (e) => {}), { fill: d, stroke: f } = l;
	return (e, t, i, p) => _l(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
		let T = m.pxRound, E = n, D = r * Ya, O = s * Ya, k = c * Ya, ee, A;
		_.ori == 0 ? [ee, A] = a(e, t) : [A, ee] = a(e, t);
		let te = _.dir * (_.ori == 0 ? 1 : -1), ne = _.ori == 0 ? Al : jl, re = _.ori == 0 ? u : (e, t, n, r, i, a, o) => {
			u(e, t, n, i, r, o, a);
		}, ie = Oo(e.bands, ps).find((e) => e.series[0] == t), ae = ie == null ? 0 : ie.dir, oe = m.fillTo(e, t, m.min, m.max, ae), se = T(b(oe, v, w, S)), j, ce, M, le = C, ue = T(m.width * Ya), de = !1, fe = null, pe = null, N = null, me = null;
		d != null && (ue == 0 || f != null) && (de = !0, fe = d.values(e, t, i, p), pe = /* @__PURE__ */ new Map(), new Set(fe).forEach((e) => {
			e != null && pe.set(e, new Path2D());
		}), ue > 0 && (N = f.values(e, t, i, p), me = /* @__PURE__ */ new Map(), new Set(N).forEach((e) => {
			e != null && me.set(e, new Path2D());
		})));
		let { x0: P, size: he } = l;
		if (P != null && he != null) {
			E = 1, h = P.values(e, t, i, p), P.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
			let n = he.values(e, t, i, p);
			ce = he.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x), le = Hl(h, g, y, _, C, x, le), M = le - ce + D;
		} else le = Hl(h, g, y, _, C, x, le), M = le * o + D, ce = le - M;
		M < 1 && (M = 0), ue >= ce / 2 && (ue = 0), M < 5 && (T = Qo);
		let ge = M > 0, F = le - M - (ge ? ue : 0);
		ce = T(Yo(F, k, O)), j = (E == 0 ? ce / 2 : E == te ? 0 : ce) - E * te * ((E == 0 ? D / 2 : 0) + (ge ? ue / 2 : 0));
		let _e = {
			stroke: null,
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: 0
		}, ve = de ? null : new Path2D(), ye = null;
		if (ie != null) ye = e.data[ie.series[1]];
		else {
			let { y0: n, y1: r } = l;
			n != null && r != null && (g = r.values(e, t, i, p), ye = n.values(e, t, i, p));
		}
		let be = ee * ce, xe = A * ce;
		for (let n = te == 1 ? i : p; n >= i && n <= p; n += te) {
			let r = g[n];
			if (r == null) continue;
			if (ye != null) {
				let e = ye[n] ?? 0;
				if (r - e == 0) continue;
				se = b(e, v, w, S);
			}
			let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x), a = b(Oo(r, oe), v, w, S), o = T(i - j), s = T(Bo(a, se)), c = T(zo(a, se)), u = s - c;
			if (r != null) {
				let i = r < 0 ? xe : be, a = r < 0 ? be : xe;
				de ? (ue > 0 && N[n] != null && ne(me.get(N[n]), o, c + Io(ue / 2), ce, Bo(0, u - ue), i, a), fe[n] != null && ne(pe.get(fe[n]), o, c + Io(ue / 2), ce, Bo(0, u - ue), i, a)) : ne(ve, o, c + Io(ue / 2), ce, Bo(0, u - ue), i, a), re(e, t, n, o - ue / 2, c, ce + ue, u);
			}
		}
		return ue > 0 ? _e.stroke = de ? me : ve : de || (_e._fill = m.width == 0 ? m._fill : m._stroke ?? m._fill, _e.width = 0), _e.fill = de ? pe : ve, _e;
	});
}
function Wl(e, t) {
	let n = Oo(t?.alignGaps, 0);
	return (t, r, i, a) => _l(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
		[i, a] = vo(c, i, a);
		let _ = o.pxRound, v = (e) => _(d(e, l, h, p)), y = (e) => _(f(e, u, g, m)), b, x, S;
		l.ori == 0 ? (b = El, S = Ol, x = Pl) : (b = Dl, S = kl, x = Fl);
		let C = l.dir * (l.ori == 0 ? 1 : -1), w = v(s[C == 1 ? i : a]), T = w, E = [], D = [];
		for (let e = C == 1 ? i : a; e >= i && e <= a; e += C) if (c[e] != null) {
			let t = s[e], n = v(t);
			E.push(T = n), D.push(y(c[e]));
		}
		let O = {
			stroke: e(E, D, b, S, x, _),
			fill: null,
			clip: null,
			band: null,
			gaps: null,
			flags: hl
		}, k = O.stroke, [ee, A] = vl(t, r);
		if (o.fill != null || ee != 0) {
			let e = O.fill = new Path2D(k), n = y(o.fillTo(t, r, o.min, o.max, ee));
			S(e, T, n), S(e, w, n);
		}
		if (!o.spanGaps) {
			let e = [];
			e.push(...Cl(s, c, i, a, C, v, n)), O.gaps = e = o.gaps(t, r, i, a, e), O.clip = xl(e, l.ori, p, m, h, g);
		}
		return A != 0 && (O.band = A == 2 ? [bl(t, r, i, a, k, -1), bl(t, r, i, a, k, 1)] : bl(t, r, i, a, k, A)), O;
	});
}
function Gl(e) {
	return Wl(Kl, e);
}
function Kl(e, t, n, r, i, a) {
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
var ql = /* @__PURE__ */ new Set();
function Jl() {
	for (let e of ql) e.syncRect(!0);
}
Ga && (fo(Ba, qa, Jl), fo(Va, qa, Jl, !0), fo(Ua, qa, () => {
	uu.pxRatio = Ya;
}));
var Yl = Bl(), Xl = Il();
function Zl(e, t, n, r) {
	return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => $l(e, r, t, n));
}
function Ql(e, t) {
	return e.map((e, n) => n == 0 ? {} : ws({}, t, e));
}
function $l(e, t, n, r) {
	return ws({}, t == 0 ? n : r, e);
}
function eu(e, t, n) {
	return t == null ? ms : [t, n];
}
var tu = eu;
function nu(e, t, n) {
	return t == null ? ms : Do(t, n, Co, !0);
}
function ru(e, t, n, r) {
	return t == null ? ms : xo(t, n, e.scales[r].log, !1);
}
var iu = ru;
function au(e, t, n, r) {
	return t == null ? ms : So(t, n, e.scales[r].log, !1);
}
var ou = au;
function su(e, t, n, r, i) {
	let a = Bo(Jo(e), Jo(t)), o = t - e, s = mo(i / r * o, n);
	do {
		let e = n[s], t = r * e / o;
		if (t >= i && a + (e < 5 ? ls.get(e) : 0) <= 17) return [e, t];
	} while (++s < n.length);
	return [0, 0];
}
function cu(e) {
	let t, n;
	return e = e.replace(/(\d+)px/, (e, r) => (t = Lo((n = +r) * Ya)) + "px"), [
		e,
		t,
		n
	];
}
function lu(e) {
	e.show && [e.font, e.labelFont].forEach((e) => {
		let t = cs(e[2] * Ya, 1);
		e[0] = e[0].replace(/[0-9.]+px/, t + "px"), e[1] = t;
	});
}
function uu(e, t, n) {
	let r = { mode: Oo(e.mode, 1) }, i = r.mode;
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
	let l = r.root = no(oa);
	if (e.id != null && (l.id = e.id), Qa(l, e.class), e.title) {
		let t = no(la, l);
		t.textContent = e.title;
	}
	let u = to("canvas"), d = r.ctx = u.getContext("2d"), f = no(ua, l);
	fo("click", f, (e) => {
		e.target === m && (an != en || on != tn) && cn.click(r, e);
	}, !0);
	let p = r.under = no(da, f);
	f.appendChild(u);
	let m = r.over = no(fa, f);
	e = Cs(e);
	let h = +Oo(e.pxAlign, 1), g = wl(h);
	(e.plugins || []).forEach((t) => {
		t.opts && (e = t.opts(r, e) || e);
	});
	let _ = e.ms || .001, v = r.series = i == 1 ? Zl(e.series || [], Wc, ll, !1) : Ql(e.series || [null], cl), y = r.axes = Zl(e.axes || [], Vc, rl, !0), b = r.scales = {}, x = r.bands = e.bands || [];
	x.forEach((e) => {
		e.fill = $(e.fill || null), e.dir = Oo(e.dir, -1);
	});
	let S = i == 2 ? v[1].facets[0].scale : v[0].scale, C = {
		axes: Vt,
		series: At
	}, w = (e.drawOrder || ["axes", "series"]).map((e) => C[e]);
	function T(e) {
		let t = e.distr == 3 ? (t) => Uo(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key)) : e.distr == 4 ? (t) => Ko(t, e.asinh) : e.distr == 100 ? (t) => e.fwd(t) : (e) => e;
		return (n) => {
			let r = t(n), { _min: i, _max: a } = e, o = a - i;
			return (r - i) / o;
		};
	}
	function E(t) {
		let n = b[t];
		if (n == null) {
			let r = (e.scales || fs)[t] || fs;
			if (r.from != null) {
				E(r.from);
				let e = ws({}, b[r.from], r, { key: t });
				e.valToPct = T(e), b[t] = e;
			} else {
				n = b[t] = ws({}, t == S ? dl : fl, r), n.key = t;
				let e = n.time, a = n.range, o = hs(a);
				if ((t != S || i == 2 && !e) && (o && (a[0] == null || a[1] == null) && (a = {
					min: a[0] == null ? wo : {
						mode: 1,
						hard: a[0],
						soft: a[0]
					},
					max: a[1] == null ? wo : {
						mode: 1,
						hard: a[1],
						soft: a[1]
					}
				}, o = !1), !o && ys(a))) {
					let e = a;
					a = (t, n, r) => n == null ? ms : Do(n, r, e);
				}
				n.range = $(a || (e ? tu : t == S ? n.distr == 3 ? iu : n.distr == 4 ? ou : eu : n.distr == 3 ? ru : n.distr == 4 ? au : nu)), n.auto = $(!o && n.auto), n.clamp = $(n.clamp || ul), n._min = n._max = null, n.valToPct = T(n);
			}
		}
	}
	E("x"), E("y"), i == 1 && v.forEach((e) => {
		E(e.scale);
	}), y.forEach((e) => {
		E(e.scale);
	});
	for (let t in e.scales) E(t);
	let D = b[S], O = D.distr, k, ee;
	D.ori == 0 ? (Qa(l, sa), k = a, ee = o) : (Qa(l, ca), k = o, ee = a);
	let A = {};
	for (let e in b) {
		let t = b[e];
		(t.min != null || t.max != null) && (A[e] = {
			min: t.min,
			max: t.max
		}, t.min = t.max = null);
	}
	let te = e.tzDate || ((e) => new Date(Lo(e / _))), ne = e.fmtDate || Hs, re = _ == 1 ? dc(te) : mc(te), ie = gc(te, hc(_ == 1 ? uc : pc, ne)), ae = xc(te, yc(bc, ne)), oe = [], se = r.legend = ws({}, wc, e.legend), j = r.cursor = ws({}, Nc, { drag: { y: i == 2 } }, e.cursor), ce = se.show, M = j.show, le = se.markers;
	se.idxs = oe, le.width = $(le.width), le.dash = $(le.dash), le.stroke = $(le.stroke), le.fill = $(le.fill);
	let ue, de, fe, pe = [], N = [], me, P = !1, he = {};
	if (se.live) {
		let e = v[1] ? v[1].values : null;
		P = e != null, me = P ? e(r, 1, 0) : { _: 0 };
		for (let e in me) he[e] = Wa;
	}
	if (ce) {
		if (ue = to("table", ya, l), fe = to("tbody", null, ue), se.mount(r, ue), P) {
			de = to("thead", null, ue, fe);
			let e = to("tr", null, de);
			for (var ge in to("th", null, e), me) to("th", wa, e).textContent = ge;
		} else Qa(ue, xa), se.live && Qa(ue, ba);
	}
	let F = { show: !0 }, _e = { show: !1 };
	function ve(e, t) {
		if (t == 0 && (P || !se.live || i == 2)) return ms;
		let n = [], a = to("tr", Sa, fe, fe.childNodes[t]);
		Qa(a, e.class), e.show || Qa(a, ma);
		let o = to("th", null, a);
		if (le.show) {
			let e = no(Ca, o);
			if (t > 0) {
				let n = le.width(r, t);
				n && (e.style.border = n + "px " + le.dash(r, t) + " " + le.stroke(r, t)), e.style.background = le.fill(r, t);
			}
		}
		let s = no(wa, o);
		for (var c in e.label instanceof HTMLElement ? s.appendChild(e.label) : s.textContent = e.label, t > 0 && (le.show || (s.style.color = e.width > 0 ? le.stroke(r, t) : le.fill(r, t)), be("click", o, (t) => {
			if (j._lock) return;
			Ke(t);
			let n = v.indexOf(e);
			if ((t.ctrlKey || t.metaKey) != se.isolate) {
				let e = v.some((e, t) => t > 0 && t != n && e.show);
				v.forEach((t, r) => {
					r > 0 && hn(r, e ? r == n ? F : _e : F, !0, Zn.setSeries);
				});
			} else hn(n, { show: !e.show }, !0, Zn.setSeries);
		}, !1), Ye && be(La, o, (t) => {
			j._lock || (Ke(t), hn(v.indexOf(e), Cn, !0, Zn.setSeries));
		}, !1)), me) {
			let e = to("td", Ta, a);
			e.textContent = "--", n.push(e);
		}
		return [a, n];
	}
	let ye = /* @__PURE__ */ new Map();
	function be(e, t, n, i = !0) {
		let a = ye.get(t) || {}, o = j.bind[e](r, t, n, i);
		o && (fo(e, t, a[e] = o), ye.set(t, a));
	}
	function xe(e, t, n) {
		let r = ye.get(t) || {};
		for (let n in r) (e == null || n == e) && (po(n, t, r[n]), delete r[n]);
		e ?? ye.delete(t);
	}
	let Se = 0, Ce = 0, I = 0, L = 0, we = 0, Te = 0, Ee = we, De = Te, Oe = I, ke = L, Ae = 0, je = 0, Me = 0, Ne = 0;
	r.bbox = {};
	let Pe = !1, Fe = !1, Ie = !1, Le = !1, Re = !1, ze = !1;
	function Be(e, t, n) {
		(n || e != r.width || t != r.height) && Ve(e, t), Ht(!1), Ie = !0, Fe = !0, V();
	}
	function Ve(e, t) {
		r.width = Se = I = e, r.height = Ce = L = t, we = Te = 0, We(), Ge();
		let n = r.bbox;
		Ae = n.left = as(we * Ya, .5), je = n.top = as(Te * Ya, .5), Me = n.width = as(I * Ya, .5), Ne = n.height = as(L * Ya, .5);
	}
	function He() {
		let e = !1, t = 0;
		for (; !e;) {
			t++;
			let n = zt(t), i = Bt(t);
			e = t == 3 || n && i, e || (Ve(r.width, r.height), Fe = !0);
		}
	}
	function Ue({ width: e, height: t }) {
		Be(e, t);
	}
	r.setSize = Ue;
	function We() {
		let e = !1, t = !1, n = !1, r = !1;
		y.forEach((i, a) => {
			if (i.show && i._show) {
				let { side: a, _size: o } = i, s = a % 2, c = o + (i.label == null ? 0 : i.labelSize);
				c > 0 && (s ? (I -= c, a == 3 ? (we += c, r = !0) : n = !0) : (L -= c, a == 0 ? (Te += c, e = !0) : t = !0));
			}
		}), rt[0] = e, rt[1] = n, rt[2] = t, rt[3] = r, I -= st[1] + st[3], we += st[3], L -= st[2] + st[0], Te += st[0];
	}
	function Ge() {
		let e = we + I, t = Te + L, n = we, r = Te;
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
	if (j.dataIdx == null) {
		let e = j.hover, n = e.skip = new Set(e.skip ?? []);
		n.add(void 0);
		let r = e.prox = $(e.prox), i = e.bias ??= 0;
		j.dataIdx = (e, a, o, s) => {
			if (a == 0) return o;
			let c = o, l = r(e, a, o, s) ?? qo, u = l >= 0 && l < qo, d = D.ori == 0 ? I : L, f = j.left, p = t[0], m = t[a];
			if (n.has(m[o])) {
				c = null;
				let e = null, t = null, r;
				if (i == 0 || i == -1) for (r = o; e == null && r-- > 0;) n.has(m[r]) || (e = r);
				if (i == 0 || i == 1) for (r = o; t == null && r++ < m.length;) n.has(m[r]) || (t = r);
				if (e != null || t != null) {
					if (u) {
						let n = e == null ? -Infinity : k(p[e], D, d, 0), r = t == null ? Infinity : k(p[t], D, d, 0), i = f - n, a = r - f;
						i <= a ? i <= l && (c = e) : a <= l && (c = t);
					} else c = t == null ? e : e == null ? t : o - e <= t - o ? e : t;
				}
			} else u && Fo(f - k(p[o], D, d, 0)) > l && (c = null);
			return c;
		};
	}
	let Ke = (e) => {
		j.event = e;
	};
	j.idxs = oe, j._lock = !1;
	let qe = j.points;
	qe.show = $(qe.show), qe.size = $(qe.size), qe.stroke = $(qe.stroke), qe.width = $(qe.width), qe.fill = $(qe.fill);
	let Je = r.focus = ws({}, e.focus || { alpha: .3 }, j.focus), Ye = Je.prox >= 0, Xe = Ye && qe.one, Ze = [], Qe = [], $e = [];
	function et(e, t) {
		let n = qe.show(r, t);
		if (n instanceof HTMLElement) return Qa(n, va), Qa(n, e.class), io(n, -10, -10, I, L), m.insertBefore(n, Ze[t]), n;
	}
	function R(e, t) {
		if (i == 1 || t > 0) {
			let t = i == 1 && b[e.scale].time, n = e.value;
			e.value = t ? vs(n) ? xc(te, yc(n, ne)) : n || ae : n || nl, e.label = e.label || (t ? Uc : Hc);
		}
		if (Xe || t > 0) {
			e.width = e.width == null ? 1 : e.width, e.paths = e.paths || Yl || es, e.fillTo = $(e.fillTo || yl), e.pxAlign = +Oo(e.pxAlign, h), e.pxRound = wl(e.pxAlign), e.stroke = $(e.stroke || null), e.fill = $(e.fill || null), e._stroke = e._fill = e._paths = e._focus = null;
			let t = il(Bo(1, e.width), 1), n = e.points = ws({}, {
				size: t,
				width: Bo(1, t * .2),
				stroke: e.stroke,
				space: t * 2,
				paths: Xl,
				_stroke: null,
				_fill: null
			}, e.points);
			n.show = $(n.show), n.filter = $(n.filter), n.fill = $(n.fill), n.stroke = $(n.stroke), n.paths = $(n.paths), n.pxAlign = e.pxAlign;
		}
		if (ce) {
			let n = ve(e, t);
			pe.splice(t, 0, n[0]), N.splice(t, 0, n[1]), se.values.push(null);
		}
		if (M) {
			oe.splice(t, 0, null);
			let n = null;
			Xe ? t == 0 && (n = et(e, t)) : t > 0 && (n = et(e, t)), Ze.splice(t, 0, n), Qe.splice(t, 0, 0), $e.splice(t, 0, 0);
		}
		Yn("addSeries", t);
	}
	function tt(e, t) {
		t ??= v.length, e = i == 1 ? $l(e, t, Wc, ll) : $l(e, t, {}, cl), v.splice(t, 0, e), R(v[t], t);
	}
	r.addSeries = tt;
	function nt(e) {
		if (v.splice(e, 1), ce) {
			se.values.splice(e, 1), N.splice(e, 1);
			let t = pe.splice(e, 1)[0];
			xe(null, t.firstChild), t.remove();
		}
		M && (oe.splice(e, 1), Ze.splice(e, 1)[0].remove(), Qe.splice(e, 1), $e.splice(e, 1)), Yn("delSeries", e);
	}
	r.delSeries = nt;
	let rt = [
		!1,
		!1,
		!1,
		!1
	];
	function it(e, t) {
		if (e._show = e.show, e.show) {
			let n = e.side % 2, i = b[e.scale];
			i ??= (e.scale = n ? v[1].scale : S, b[e.scale]);
			let a = i.time;
			e.size = $(e.size), e.space = $(e.space), e.rotate = $(e.rotate), hs(e.incrs) && e.incrs.forEach((e) => {
				!ls.has(e) && ls.set(e, us(e));
			}), e.incrs = $(e.incrs || (i.distr == 2 ? Ys : a ? _ == 1 ? lc : fc : Xs)), e.splits = $(e.splits || (a && i.distr == 1 ? re : i.distr == 3 ? qc : i.distr == 4 ? Jc : Kc)), e.stroke = $(e.stroke), e.grid.stroke = $(e.grid.stroke), e.ticks.stroke = $(e.ticks.stroke), e.border.stroke = $(e.border.stroke);
			let o = e.values;
			e.values = hs(o) && !hs(o[0]) ? $(o) : a ? hs(o) ? gc(te, hc(o, ne)) : vs(o) ? _c(te, o) : o || ie : o || Gc, e.filter = $(e.filter || (i.distr >= 3 && i.log == 10 ? el : i.distr == 3 && i.log == 2 ? tl : $o)), e.font = cu(e.font), e.labelFont = cu(e.labelFont), e._size = e.size(r, null, t, 0), e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null, e._size > 0 && (rt[t] = !0, e._el = no(pa, f));
		}
	}
	function at(e, t, n, r) {
		let [i, a, o, s] = n, c = t % 2, l = 0;
		return c == 0 && (s || a) && (l = t == 0 && !i || t == 2 && !o ? Lo(Vc.size / 3) : 0), c == 1 && (i || o) && (l = t == 1 && !a || t == 3 && !s ? Lo(rl.size / 2) : 0), l;
	}
	let ot = r.padding = (e.padding || [
		at,
		at,
		at,
		at
	]).map((e) => $(Oo(e, at))), st = r._padding = ot.map((e, t) => e(r, t, rt, 0)), z, ct = null, lt = null, ut = i == 1 ? v[0].idxs : null, dt = null, ft = !1;
	function pt(e, n) {
		if (t = e ?? [], r.data = r._data = t, i == 2) {
			z = 0;
			for (let e = 1; e < v.length; e++) z += t[e][0].length;
		} else {
			t.length == 0 && (r.data = r._data = t = [[]]), dt = t[0], z = dt.length;
			let e = t;
			if (O == 2) {
				e = t.slice();
				let n = e[0] = Array(z);
				for (let e = 0; e < z; e++) n[e] = e;
			}
			r._data = t = e;
		}
		if (Ht(!0), Yn("setData"), O == 2 && (Ie = !0), n !== !1) {
			let e = D;
			e.auto(r, ft) ? mt() : mn(S, e.min, e.max), Le ||= j.left >= 0, ze = !0, V();
		}
	}
	r.setData = pt;
	function mt() {
		ft = !0;
		let e, n;
		i == 1 && (z > 0 ? (ct = ut[0] = 0, lt = ut[1] = z - 1, e = t[0][ct], n = t[0][lt], O == 2 ? (e = ct, n = lt) : e == n && (O == 3 ? [e, n] = xo(e, e, D.log, !1) : O == 4 ? [e, n] = So(e, e, D.log, !1) : D.time ? n = e + Lo(86400 / _) : [e, n] = Do(e, n, Co, !0))) : (ct = ut[0] = e = null, lt = ut[1] = n = null)), mn(S, e, n);
	}
	let ht, gt, _t, vt, yt, bt, xt, St, Ct, wt;
	function Tt(e, t, n, r, i, a) {
		e ??= Na, n ??= ps, r ??= "butt", i ??= Na, a ??= "round", e != ht && (d.strokeStyle = ht = e), i != gt && (d.fillStyle = gt = i), t != _t && (d.lineWidth = _t = t), a != yt && (d.lineJoin = yt = a), r != bt && (d.lineCap = bt = r), n != vt && d.setLineDash(vt = n);
	}
	function Et(e, t, n, r) {
		t != gt && (d.fillStyle = gt = t), e != xt && (d.font = xt = e), n != St && (d.textAlign = St = n), r != Ct && (d.textBaseline = Ct = r);
	}
	function Dt(e, t, n, i, a = 0) {
		if (i.length > 0 && e.auto(r, ft) && (t == null || t.min == null)) {
			let t = Oo(ct, 0), r = Oo(lt, i.length - 1), o = n.min == null ? bo(i, t, r, a, e.distr == 3) : [n.min, n.max];
			e.min = zo(e.min, n.min = o[0]), e.max = Bo(e.max, n.max = o[1]);
		}
	}
	let Ot = {
		min: null,
		max: null
	};
	function kt() {
		for (let e in b) {
			let t = b[e];
			A[e] == null && (t.min == null || A[S] != null && t.auto(r, ft)) && (A[e] = Ot);
		}
		for (let e in b) {
			let t = b[e];
			A[e] == null && t.from != null && A[t.from] != null && (A[e] = Ot);
		}
		A[S] != null && Ht(!0);
		let e = {};
		for (let t in A) {
			let n = A[t];
			if (n != null) {
				let a = e[t] = Cs(b[t], bs);
				if (n.min != null) ws(a, n);
				else if (t != S || i == 2) {
					if (z == 0 && a.from == null) {
						let e = a.range(r, null, null, t);
						a.min = e[0], a.max = e[1];
					} else a.min = qo, a.max = -Infinity;
				}
			}
		}
		if (z > 0) {
			v.forEach((n, a) => {
				if (i == 1) {
					let i = n.scale, o = A[i];
					if (o == null) return;
					let s = e[i];
					if (a == 0) {
						let e = s.range(r, s.min, s.max, i);
						s.min = e[0], s.max = e[1], ct = mo(s.min, t[0]), lt = mo(s.max, t[0]), lt - ct > 1 && (t[0][ct] < s.min && ct++, t[0][lt] > s.max && lt--), n.min = dt[ct], n.max = dt[lt];
					} else n.show && n.auto && Dt(s, o, n, t[a], n.sorted);
					n.idxs[0] = ct, n.idxs[1] = lt;
				} else if (a > 0 && n.show && n.auto) {
					let [r, i] = n.facets, o = r.scale, s = i.scale, [c, l] = t[a], u = e[o], d = e[s];
					u != null && Dt(u, A[o], r, c, r.sorted), d != null && Dt(d, A[s], i, l, i.sorted), n.min = i.min, n.max = i.max;
				}
			});
			for (let t in e) {
				let n = e[t], i = A[t];
				if (n.from == null && (i == null || i.min == null)) {
					let e = n.range(r, n.min == qo ? null : n.min, n.max == -Infinity ? null : n.max, t);
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
				i._min = e == 3 ? Uo(i.min) : e == 4 ? Ko(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min, i._max = e == 3 ? Uo(i.max) : e == 4 ? Ko(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max, n[t] = a = !0;
			}
		}
		if (a) {
			v.forEach((e, t) => {
				i == 2 ? t > 0 && n.y && (e._paths = null) : n[e.scale] && (e._paths = null);
			});
			for (let e in n) Ie = !0, Yn("setScale", e);
			M && j.left >= 0 && (Le = ze = !0);
		}
		for (let e in A) A[e] = null;
	}
	function B(e) {
		let t = Yo(ct - 1, 0, z - 1), n = Yo(lt + 1, 0, z - 1);
		for (; e[t] == null && t > 0;) t--;
		for (; e[n] == null && n < z - 1;) n++;
		return [t, n];
	}
	function At() {
		if (z > 0) {
			let e = v.some((e) => e._focus) && wt != Je.alpha;
			e && (d.globalAlpha = wt = Je.alpha), v.forEach((e, n) => {
				if (n > 0 && e.show && (jt(n, !1), jt(n, !0), e._paths == null)) {
					let a = wt;
					wt != e.alpha && (d.globalAlpha = wt = e.alpha);
					let o = i == 2 ? [0, t[n][0].length - 1] : B(t[n]);
					e._paths = e.paths(r, n, o[0], o[1]), wt != a && (d.globalAlpha = wt = a);
				}
			}), v.forEach((e, t) => {
				if (t > 0 && e.show) {
					let n = wt;
					wt != e.alpha && (d.globalAlpha = wt = e.alpha), e._paths != null && Mt(t, !1);
					{
						let n = e._paths == null ? null : e._paths.gaps, i = e.points.show(r, t, ct, lt, n), a = e.points.filter(r, t, i, n);
						(i || a) && (e.points._paths = e.points.paths(r, t, ct, lt, a), Mt(t, !0));
					}
					wt != n && (d.globalAlpha = wt = n), Yn("drawSeries", t);
				}
			}), e && (d.globalAlpha = wt = 1);
		}
	}
	function jt(e, t) {
		let n = t ? v[e].points : v[e];
		n._stroke = n.stroke(r, e), n._fill = n.fill(r, e);
	}
	function Mt(e, t) {
		let n = t ? v[e].points : v[e], { stroke: r, fill: i, clip: a, flags: o, _stroke: s = n._stroke, _fill: c = n._fill, _width: l = n.width } = n._paths;
		l = cs(l * Ya, 3);
		let u = null, f = l % 2 / 2;
		t && c == null && (c = l > 0 ? "#fff" : s);
		let p = n.pxAlign == 1 && f > 0;
		if (p && d.translate(f, f), !t) {
			let e = Ae - l / 2, t = je - l / 2, n = Me + l, r = Ne + l;
			u = new Path2D(), u.rect(e, t, n, r);
		}
		t ? Pt(s, l, n.dash, n.cap, c, r, i, o, a) : Nt(e, s, l, n.dash, n.cap, c, r, i, o, u, a), p && d.translate(-f, -f);
	}
	function Nt(e, n, i, a, o, s, c, l, u, d, f) {
		let p = !1;
		u != 0 && x.forEach((m, h) => {
			if (m.series[0] == e) {
				let e = v[m.series[1]], g = t[m.series[1]], _ = (e._paths || fs).band;
				hs(_) && (_ = m.dir == 1 ? _[0] : _[1]);
				let y, b = null;
				e.show && _ && ko(g, ct, lt) ? (b = m.fill(r, h) || s, y = e._paths.clip) : _ = null, Pt(n, i, a, o, b, c, l, u, d, f, y, _), p = !0;
			}
		}), p || Pt(n, i, a, o, s, c, l, u, d, f);
	}
	function Pt(e, t, n, r, i, a, o, s, c, l, u, f) {
		Tt(e, t, n, r, i), (c || l || f) && (d.save(), c && d.clip(c), l && d.clip(l)), f ? (s & 3) == 3 ? (d.clip(f), u && d.clip(u), It(i, o), Ft(e, a, t)) : s & gl ? (It(i, o), d.clip(f), Ft(e, a, t)) : s & hl && (d.save(), d.clip(f), u && d.clip(u), It(i, o), d.restore(), Ft(e, a, t)) : (It(i, o), Ft(e, a, t)), (c || l || f) && d.restore();
	}
	function Ft(e, t, n) {
		n > 0 && (t instanceof Map ? t.forEach((e, t) => {
			d.strokeStyle = ht = t, d.stroke(e);
		}) : t != null && e && d.stroke(t));
	}
	function It(e, t) {
		t instanceof Map ? t.forEach((e, t) => {
			d.fillStyle = gt = t, d.fill(e);
		}) : t != null && e && d.fill(t);
	}
	function Lt(e, t, n, i) {
		let a = y[e], o;
		if (i <= 0) o = [0, 0];
		else {
			let s = a._space = a.space(r, e, t, n, i);
			o = su(t, n, a._incrs = a.incrs(r, e, t, n, i, s), i, s);
		}
		return a._found = o;
	}
	function Rt(e, t, n, r, i, a, o, s, c, l) {
		let u = o % 2 / 2;
		h == 1 && d.translate(u, u), Tt(s, o, c, l, s), d.beginPath();
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
			let o = n.side, s = o % 2, { min: c, max: l } = a, [u, d] = Lt(i, c, l, s == 0 ? I : L);
			if (d == 0) return;
			let f = a.distr == 2, p = n._splits = n.splits(r, i, c, l, u, d, f), m = a.distr == 2 ? p.map((e) => dt[e]) : p, h = a.distr == 2 ? dt[p[1]] - dt[p[0]] : u, g = n._values = n.values(r, n.filter(r, m, i, d, h), i, d, h);
			n._rotate = o == 2 ? n.rotate(r, g, i, d) : 0;
			let _ = n._size;
			n._size = Ro(n.size(r, g, i, e)), _ != null && n._size != _ && (t = !1);
		}), t;
	}
	function Bt(e) {
		let t = !0;
		return ot.forEach((n, i) => {
			let a = n(r, i, rt, e);
			a != st[i] && (t = !1), st[i] = a;
		}), t;
	}
	function Vt() {
		for (let e = 0; e < y.length; e++) {
			let t = y[e];
			if (!t.show || !t._show) continue;
			let n = t.side, i = n % 2, a, o, c = t.stroke(r, e), l = n == 0 || n == 3 ? -1 : 1, [u, f] = t._found;
			if (t.label != null) {
				let s = t.labelGap * l, p = Lo((t._lpos + s) * Ya);
				Et(t.labelFont[0], c, "center", n == 2 ? Oa : ka), d.save(), i == 1 ? (a = o = 0, d.translate(p, Lo(je + Ne / 2)), d.rotate((n == 3 ? -Po : Po) / 2)) : (a = Lo(Ae + Me / 2), o = p);
				let m = Xo(t.label) ? t.label(r, e, u, f) : t.label;
				d.fillText(m, a, o), d.restore();
			}
			if (f == 0) continue;
			let p = b[t.scale], m = i == 0 ? Me : Ne, h = i == 0 ? Ae : je, _ = t._splits, v = p.distr == 2 ? _.map((e) => dt[e]) : _, x = p.distr == 2 ? dt[_[1]] - dt[_[0]] : u, S = t.ticks, C = t.border, w = S.show ? S.size : 0, T = Lo(w * Ya), E = Lo((t.alignTo == 2 ? t._size - w - t.gap : t.gap) * Ya), D = t._rotate * -Po / 180, O = g(t._pos * Ya), k = O + (T + E) * l;
			o = i == 0 ? k : 0, a = i == 1 ? k : 0;
			let ee = t.font[0];
			Et(ee, c, t.align == 1 ? Aa : t.align == 2 ? ja : D > 0 ? Aa : D < 0 ? ja : i == 0 ? "center" : n == 3 ? ja : Aa, D || i == 1 ? "middle" : n == 2 ? Oa : ka);
			let A = t.font[1] * t.lineGap, te = _.map((e) => g(s(e, p, m, h))), ne = t._values;
			for (let e = 0; e < ne.length; e++) {
				let t = ne[e];
				if (t != null) {
					i == 0 ? a = te[e] : o = te[e], t = "" + t;
					let n = t.indexOf("\n") == -1 ? [t] : t.split(/\n/gm);
					for (let e = 0; e < n.length; e++) {
						let t = n[e];
						D ? (d.save(), d.translate(a, o + e * A), d.rotate(D), d.fillText(t, 0, 0), d.restore()) : d.fillText(t, a, o + e * A);
					}
				}
			}
			S.show && Rt(te, S.filter(r, v, e, f, x), i, n, O, T, cs(S.width * Ya, 3), S.stroke(r, e), S.dash, S.cap);
			let re = t.grid;
			re.show && Rt(te, re.filter(r, v, e, f, x), i, i == 0 ? 2 : 1, i == 0 ? je : Ae, i == 0 ? Ne : Me, cs(re.width * Ya, 3), re.stroke(r, e), re.dash, re.cap), C.show && Rt([O], [1], +(i == 0), i == 0 ? 1 : 2, i == 1 ? je : Ae, i == 1 ? Ne : Me, cs(C.width * Ya, 3), C.stroke(r, e), C.dash, C.cap);
		}
		Yn("drawAxes");
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
		for (let e = 0; e < Gt.length; e++) Yn(...Gt[e]);
		Gt.length = 0;
	}
	function V() {
		Ut ||= (As(H), !0);
	}
	function qt(e, t = !1) {
		Ut = !0, Wt = t, e(r), H(), t && Gt.length > 0 && queueMicrotask(Kt);
	}
	r.batch = qt;
	function H() {
		if (Pe &&= (kt(), !1), Ie &&= (He(), !1), Fe) {
			if (eo(p, Aa, we), eo(p, Oa, Te), eo(p, Ea, I), eo(p, Da, L), eo(m, Aa, we), eo(m, Oa, Te), eo(m, Ea, I), eo(m, Da, L), eo(f, Ea, Se), eo(f, Da, Ce), u.width = Lo(Se * Ya), u.height = Lo(Ce * Ya), y.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
				if (e != null) {
					if (t) {
						let t = i === 3 || i === 0 ? n : 0, a = i % 2 == 1;
						eo(e, a ? "left" : "top", r - t), eo(e, a ? "width" : "height", n), eo(e, a ? "top" : "left", a ? Te : we), eo(e, a ? "height" : "width", a ? L : I), $a(e, ma);
					} else Qa(e, ma);
				}
			}), ht = gt = _t = yt = bt = xt = St = Ct = vt = null, wt = 1, Pn(!0), we != Ee || Te != De || I != Oe || L != ke) {
				Ht(!1);
				let e = I / Oe, t = L / ke;
				if (M && !Le && j.left >= 0) {
					j.left *= e, j.top *= t, Xt && io(Xt, Lo(j.left), 0, I, L), Zt && io(Zt, 0, Lo(j.top), I, L);
					for (let n = 0; n < Ze.length; n++) {
						let r = Ze[n];
						r != null && (Qe[n] *= e, $e[n] *= t, io(r, Ro(Qe[n]), Ro($e[n]), I, L));
					}
				}
				if (dn.show && !Re && dn.left >= 0 && dn.width > 0) {
					dn.left *= e, dn.width *= e, dn.top *= t, dn.height *= t;
					for (let e in Ln) eo(W, e, dn[e]);
				}
				Ee = we, De = Te, Oe = I, ke = L;
			}
			Yn("setSize"), Fe = !1;
		}
		Se > 0 && Ce > 0 && (d.clearRect(0, 0, u.width, u.height), Yn("drawClear"), w.forEach((e) => e()), Yn("draw")), dn.show && Re && (fn(dn), Re = !1), M && Le && (Mn(null, !0, !1), Le = !1), se.show && se.live && ze && (An(), ze = !1), c || (c = !0, r.status = 1, Yn("ready")), ft = !1, Ut = !1;
	}
	r.redraw = (e, t) => {
		Ie = t || !1, e === !1 ? V() : mn(S, D.min, D.max);
	};
	function U(e, n) {
		let i = b[e];
		if (i.from == null) {
			if (z == 0) {
				let t = i.range(r, n.min, n.max, e);
				n.min = t[0], n.max = t[1];
			}
			if (n.min > n.max) {
				let e = n.min;
				n.min = n.max, n.max = e;
			}
			if (z > 1 && n.min != null && n.max != null && n.max - n.min < 1e-16) return;
			e == S && i.distr == 2 && z > 0 && (n.min = mo(n.min, t[0]), n.max = mo(n.max, t[0]), n.min == n.max && n.max++), A[e] = n, Pe = !0, V();
		}
	}
	r.setScale = U;
	let Jt, Yt, Xt, Zt, Qt, $t, en, tn, nn, rn, an, on, sn = !1, cn = j.drag, ln = cn.x, un = cn.y;
	M && (j.x && (Jt = no(ga, m)), j.y && (Yt = no(_a, m)), D.ori == 0 ? (Xt = Jt, Zt = Yt) : (Xt = Yt, Zt = Jt), an = j.left, on = j.top);
	let dn = r.select = ws({
		show: !0,
		over: !0,
		left: 0,
		width: 0,
		top: 0,
		height: 0
	}, e.select), W = dn.show ? no(ha, dn.over ? m : p) : null;
	function fn(e, t) {
		if (dn.show) {
			for (let t in e) dn[t] = e[t], t in Ln && eo(W, t, e[t]);
			t !== !1 && Yn("setSelect");
		}
	}
	r.setSelect = fn;
	function pn(e) {
		if (v[e].show) ce && $a(pe[e], ma);
		else if (ce && Qa(pe[e], ma), M) {
			let t = Xe ? Ze[0] : Ze[e];
			t != null && io(t, -10, -10, I, L);
		}
	}
	function mn(e, t, n) {
		U(e, {
			min: t,
			max: n
		});
	}
	function hn(e, t, n, a) {
		t.focus != null && wn(e), t.show != null && v.forEach((n, r) => {
			r > 0 && (e == r || e == null) && (n.show = t.show, pn(r), i == 2 ? (mn(n.facets[0].scale, null, null), mn(n.facets[1].scale, null, null)) : mn(n.scale, null, null), V());
		}), n !== !1 && Yn("setSeries", e, t), a && er("setSeries", r, e, t);
	}
	r.setSeries = hn;
	function gn(e, t) {
		ws(x[e], t);
	}
	function _n(e, t) {
		e.fill = $(e.fill || null), e.dir = Oo(e.dir, -1), t ??= x.length, x.splice(t, 0, e);
	}
	function vn(e) {
		e == null ? x.length = 0 : x.splice(e, 1);
	}
	r.addBand = _n, r.setBand = gn, r.delBand = vn;
	function yn(e, t) {
		v[e].alpha = t, M && Ze[e] != null && (Ze[e].style.opacity = t), ce && pe[e] && (pe[e].style.opacity = t);
	}
	let bn, xn, Sn, Cn = { focus: !0 };
	function wn(e) {
		if (e != Sn) {
			let t = e == null, n = Je.alpha != 1;
			v.forEach((r, a) => {
				if (i == 1 || a > 0) {
					let i = t || a == 0 || a == e;
					r._focus = t ? null : i, n && yn(a, i ? 1 : Je.alpha);
				}
			}), Sn = e, n && V();
		}
	}
	ce && Ye && be(Ra, ue, (e) => {
		j._lock || (Ke(e), Sn != null && hn(null, Cn, !0, Zn.setSeries));
	});
	function Tn(e, t, n) {
		let r = b[t];
		n && (e = e / Ya - (r.ori == 1 ? Te : we));
		let i = I;
		r.ori == 1 && (i = L, e = i - e), r.dir == -1 && (e = i - e);
		let a = r._min, o = r._max, s = e / i, c = a + (o - a) * s, l = r.distr;
		return l == 3 ? Vo(10, c) : l == 4 ? Go(c, r.asinh) : l == 100 ? r.bwd(c) : c;
	}
	function En(e, n) {
		return mo(Tn(e, S, n), t[0], ct, lt);
	}
	r.valToIdx = (e) => mo(e, t[0]), r.posToIdx = En, r.posToVal = Tn, r.valToPos = (e, t, n) => b[t].ori == 0 ? a(e, b[t], n ? Me : I, n ? Ae : 0) : o(e, b[t], n ? Ne : L, n ? je : 0), r.setCursor = (e, t, n) => {
		an = e.left, on = e.top, Mn(null, t, n);
	};
	function Dn(e, t) {
		eo(W, Aa, dn.left = e), eo(W, Ea, dn.width = t);
	}
	function G(e, t) {
		eo(W, Oa, dn.top = e), eo(W, Da, dn.height = t);
	}
	let On = D.ori == 0 ? Dn : G, kn = D.ori == 1 ? Dn : G;
	function K() {
		if (ce && se.live) for (let e = +(i == 2); e < v.length; e++) {
			if (e == 0 && P) continue;
			let t = se.values[e], n = 0;
			for (let r in t) N[e][n++].firstChild.nodeValue = t[r];
		}
	}
	function An(e, t) {
		if (e != null && (e.idxs ? e.idxs.forEach((e, t) => {
			oe[t] = e;
		}) : _s(e.idx) || oe.fill(e.idx), se.idx = oe[0]), ce && se.live) {
			for (let e = 0; e < v.length; e++) (e > 0 || i == 1 && !P) && jn(e, oe[e]);
			K();
		}
		ze = !1, t !== !1 && Yn("setLegend");
	}
	r.setLegend = An;
	function jn(e, n) {
		let i = v[e], a = e == 0 && O == 2 ? dt : t[e], o;
		P ? o = i.values(r, e, n) ?? he : (o = i.value(r, n == null ? null : a[n], e, n), o = o == null ? he : { _: o }), se.values[e] = o;
	}
	function Mn(e, n, a) {
		nn = an, rn = on, [an, on] = j.move(r, an, on), j.left = an, j.top = on, M && (Xt && io(Xt, Lo(an), 0, I, L), Zt && io(Zt, 0, Lo(on), I, L));
		let o, s = ct > lt;
		bn = qo, xn = null;
		let c = D.ori == 0 ? I : L, l = D.ori == 1 ? I : L;
		if (an < 0 || z == 0 || s) {
			o = j.idx = null;
			for (let e = 0; e < v.length; e++) {
				let t = Ze[e];
				t != null && io(t, -10, -10, I, L);
			}
			Ye && hn(null, Cn, !0, e == null && Zn.setSeries), se.live && (oe.fill(o), ze = !0);
		} else {
			let e, n, a;
			i == 1 && (e = D.ori == 0 ? an : on, n = Tn(e, S), o = j.idx = mo(n, t[0], ct, lt), a = k(t[0][o], D, c, 0));
			let s = -10, u = -10, d = 0, f = 0, p = !0, m = "", h = "";
			for (let e = +(i == 2); e < v.length; e++) {
				let g = v[e], _ = oe[e], y = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_], x = j.dataIdx(r, e, o, n), S = x == null ? null : i == 1 ? t[e][x] : t[e][1][x];
				if (ze = ze || S != y || x != _, oe[e] = x, e > 0 && g.show) {
					let n = x == null ? -10 : x == o ? a : k(i == 1 ? t[0][x] : t[e][0][x], D, c, 0), _ = S == null ? -10 : ee(S, i == 1 ? b[g.scale] : b[g.facets[1].scale], l, 0);
					if (Ye && S != null) {
						let t = D.ori == 1 ? an : on, n = Fo(Je.dist(r, e, x, _, t));
						if (n < bn) {
							let r = Je.bias;
							if (r != 0) {
								let i = Tn(t, g.scale), a = S >= 0 ? 1 : -1, o = i >= 0 ? 1 : -1;
								o == a && (o == 1 ? r == 1 ? S >= i : S <= i : r == 1 ? S <= i : S >= i) && (bn = n, xn = e);
							} else bn = n, xn = e;
						}
					}
					if (ze || Xe) {
						let t, i;
						D.ori == 0 ? (t = n, i = _) : (t = _, i = n);
						let a, o, c, l, g, v, y = !0, b = qe.bbox;
						if (b != null) {
							y = !1;
							let t = b(r, e);
							c = t.left, l = t.top, a = t.width, o = t.height;
						} else c = t, l = i, a = o = qe.size(r, e);
						if (v = qe.fill(r, e), g = qe.stroke(r, e), Xe) e == xn && bn <= Je.prox && (s = c, u = l, d = a, f = o, p = y, m = v, h = g);
						else {
							let t = Ze[e];
							t != null && (Qe[e] = c, $e[e] = l, co(t, a, o, y), oo(t, v, g), io(t, Ro(c), Ro(l), I, L));
						}
					}
				}
			}
			if (Xe) {
				let e = Je.prox;
				if (ze || (Sn == null ? bn <= e : bn > e || xn != Sn)) {
					let e = Ze[0];
					e != null && (Qe[0] = s, $e[0] = u, co(e, d, f, p), oo(e, m, h), io(e, Ro(s), Ro(u), I, L));
				}
			}
		}
		if (dn.show && sn) {
			if (e != null) {
				let [t, n] = Zn.scales, [r, i] = Zn.match, [a, o] = e.cursor.sync.scales, s = e.cursor.drag;
				if (ln = s._x, un = s._y, ln || un) {
					let { left: s, top: u, width: d, height: f } = e.select, p = e.scales[a].ori, m = e.posToVal, h, g, _, v, y, x = t != null && r(t, a), S = n != null && i(n, o);
					x && ln ? (p == 0 ? (h = s, g = d) : (h = u, g = f), _ = b[t], v = k(m(h, a), _, c, 0), y = k(m(h + g, a), _, c, 0), On(zo(v, y), Fo(y - v))) : On(0, c), S && un ? (p == 1 ? (h = s, g = d) : (h = u, g = f), _ = b[n], v = ee(m(h, o), _, l, 0), y = ee(m(h + g, o), _, l, 0), kn(zo(v, y), Fo(y - v))) : kn(0, l);
				} else Rn();
			} else {
				let e = Fo(nn - Qt), t = Fo(rn - $t);
				if (D.ori == 1) {
					let n = e;
					e = t, t = n;
				}
				ln = cn.x && e >= cn.dist, un = cn.y && t >= cn.dist;
				let n = cn.uni;
				n == null ? cn.x && cn.y && (ln || un) && (ln = un = !0) : ln && un && (ln = e >= n, un = t >= n, !ln && !un && (t > e ? un = !0 : ln = !0));
				let r, i;
				ln && (D.ori == 0 ? (r = en, i = an) : (r = tn, i = on), On(zo(r, i), Fo(i - r)), un || kn(0, l)), un && (D.ori == 1 ? (r = en, i = an) : (r = tn, i = on), kn(zo(r, i), Fo(i - r)), ln || On(0, c)), !ln && !un && (On(0, 0), kn(0, 0));
			}
		}
		if (cn._x = ln, cn._y = un, e == null) {
			if (a) {
				if (Qn != null) {
					let [e, t] = Zn.scales;
					Zn.values[0] = e == null ? null : Tn(D.ori == 0 ? an : on, e), Zn.values[1] = t == null ? null : Tn(D.ori == 1 ? an : on, t);
				}
				er(Pa, r, an, on, I, L, o);
			}
			if (Ye) {
				let e = a && Zn.setSeries, t = Je.prox;
				Sn == null ? bn <= t && hn(xn, Cn, !0, e) : bn > t ? hn(null, Cn, !0, e) : xn != Sn && hn(xn, Cn, !0, e);
			}
		}
		ze && (se.idx = o, An()), n !== !1 && Yn("setCursor");
	}
	let Nn = null;
	Object.defineProperty(r, "rect", { get() {
		return Nn ?? Pn(!1), Nn;
	} });
	function Pn(e = !1) {
		e ? Nn = null : (Nn = m.getBoundingClientRect(), Yn("syncRect", Nn));
	}
	function Fn(e, t, n, r, i, a, o) {
		j._lock || sn && e != null && e.movementX == 0 && e.movementY == 0 || (In(e, t, n, r, i, a, o, !1, e != null), e == null ? Mn(t, !0, !1) : Mn(null, !0, !0));
	}
	function In(e, t, n, i, a, o, c, l, u) {
		if (Nn ?? Pn(!1), Ke(e), e != null) n = e.clientX - Nn.left, i = e.clientY - Nn.top;
		else {
			if (n < 0 || i < 0) {
				an = -10, on = -10;
				return;
			}
			let [e, r] = Zn.scales, c = t.cursor.sync, [l, u] = c.values, [d, f] = c.scales, [p, m] = Zn.match, h = t.axes[0].side % 2 == 1, g = D.ori == 0 ? I : L, _ = D.ori == 1 ? I : L, v = h ? o : a, y = h ? a : o, x = h ? i : n, S = h ? n : i;
			if (n = d == null ? x / v * g : p(e, d) ? s(l, b[e], g, 0) : -10, i = f == null ? S / y * _ : m(r, f) ? s(u, b[r], _, 0) : -10, D.ori == 1) {
				let e = n;
				n = i, i = e;
			}
		}
		u && (t == null || t.cursor.event.type == Pa) && ((n <= 1 || n >= I - 1) && (n = as(n, I)), (i <= 1 || i >= L - 1) && (i = as(i, L))), l ? (Qt = n, $t = i, [en, tn] = j.move(r, n, i)) : (an = n, on = i);
	}
	let Ln = {
		width: 0,
		height: 0,
		left: 0,
		top: 0
	};
	function Rn() {
		fn(Ln, !1);
	}
	let zn, Bn, Vn, Hn;
	function Un(e, t, n, i, a, o, s) {
		sn = !0, ln = un = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !0, !1), e != null && (be(Ia, Ka, Wn, !1), er(Fa, r, en, tn, I, L, null));
		let { left: c, top: l, width: u, height: d } = dn;
		zn = c, Bn = l, Vn = u, Hn = d;
	}
	function Wn(e, t, n, i, a, o, s) {
		sn = cn._x = cn._y = !1, In(e, t, n, i, a, o, s, !1, !0);
		let { left: c, top: l, width: u, height: d } = dn, f = u > 0 || d > 0, p = zn != c || Bn != l || Vn != u || Hn != d;
		if (f && p && fn(dn), cn.setScale && f && p) {
			let e = c, t = u, n = l, r = d;
			if (D.ori == 1 && (e = l, t = d, n = c, r = u), ln && mn(S, Tn(e, S), Tn(e + t, S)), un) for (let e in b) {
				let t = b[e];
				e != S && t.from == null && t.min != qo && mn(e, Tn(n + r, e), Tn(n, e));
			}
			Rn();
		} else j.lock && (j._lock = !j._lock, Mn(t, !0, e != null));
		e != null && (xe(Ia, Ka), er(Ia, r, an, on, I, L, null));
	}
	function Gn(e, t, n, r, i, a, o) {
		if (j._lock) return;
		Ke(e);
		let s = sn;
		if (sn) {
			let e = !0, t = !0, n, r;
			D.ori == 0 ? (n = ln, r = un) : (n = un, r = ln), n && r && (e = an <= 10 || an >= I - 10, t = on <= 10 || on >= L - 10), n && e && (an = an < en ? 0 : I), r && t && (on = on < tn ? 0 : L), Mn(null, !0, !0), sn = !1;
		}
		an = -10, on = -10, oe.fill(null), Mn(null, !0, !0), s && (sn = s);
	}
	function Kn(e, t, n, i, a, o, s) {
		j._lock || (Ke(e), mt(), Rn(), e != null && er(za, r, an, on, I, L, null));
	}
	function qn() {
		y.forEach(lu), Be(r.width, r.height, !0);
	}
	fo(Ua, qa, qn);
	let Jn = {};
	Jn.mousedown = Un, Jn.mousemove = Fn, Jn.mouseup = Wn, Jn.dblclick = Kn, Jn.setSeries = (e, t, n, i) => {
		let a = Zn.match[2];
		n = a(r, t, n), n != -1 && hn(n, i, !0, !1);
	}, M && (be(Fa, m, Un), be(Pa, m, Fn), be(La, m, (e) => {
		Ke(e), Pn(!1);
	}), be(Ra, m, Gn), be(za, m, Kn), ql.add(r), r.syncRect = Pn);
	let q = r.hooks = e.hooks || {};
	function Yn(e, t, n) {
		Wt ? Gt.push([
			e,
			t,
			n
		]) : e in q && q[e].forEach((e) => {
			e.call(null, r, t, n);
		});
	}
	(e.plugins || []).forEach((e) => {
		for (let t in e.hooks) q[t] = (q[t] || []).concat(e.hooks[t]);
	});
	let Xn = (e, t, n) => n, Zn = ws({
		key: null,
		setSeries: !1,
		filters: {
			pub: ts,
			sub: ts
		},
		scales: [S, v[1] ? v[1].scale : null],
		match: [
			ns,
			ns,
			Xn
		],
		values: [null, null]
	}, j.sync);
	Zn.match.length == 2 && Zn.match.push(Xn), j.sync = Zn;
	let Qn = Zn.key, $n = ml(Qn);
	function er(e, t, n, r, i, a, o) {
		Zn.filters.pub(e, t, n, r, i, a, o) && $n.pub(e, t, n, r, i, a, o);
	}
	$n.sub(r);
	function tr(e, t, n, r, i, a, o) {
		Zn.filters.sub(e, t, n, r, i, a, o) && Jn[e](null, t, n, r, i, a, o);
	}
	r.pub = tr;
	function nr() {
		$n.unsub(r), ql.delete(r), ye.clear(), po(Ua, qa, qn), l.remove(), ue?.remove(), Yn("destroy");
	}
	r.destroy = nr;
	function rr() {
		Yn("init", e, t), pt(t || e.data, !1), A[S] ? U(S, A[S]) : mt(), Re = dn.show && (dn.width > 0 || dn.height > 0), Le = ze = !0, Be(e.width, e.height);
	}
	return v.forEach(R), y.forEach(it), n ? n instanceof HTMLElement ? (n.appendChild(l), rr()) : n(r, rr) : rr(), r;
}
uu.assign = ws, uu.fmtNum = Mo, uu.rangeNum = Do, uu.rangeLog = xo, uu.rangeAsinh = So, uu.orient = _l, uu.pxRatio = Ya, uu.join = ks, uu.fmtDate = Hs, uu.tzDate = Ws, uu.sync = ml;
{
	uu.addGap = Sl, uu.clipGaps = xl;
	let e = uu.paths = { points: Il };
	e.linear = Bl, e.stepped = Vl, e.bars = Ul, e.spline = Gl;
}
// src/playground/CurveView.svelte
var du = /* @__PURE__ */ J("<span class=\"pinned svelte-1fb74g3\"> </span>"), fu = /* @__PURE__ */ J("<li> </li>"), pu = /* @__PURE__ */ J("<ul class=\"svelte-1fb74g3\"></ul>"), mu = /* @__PURE__ */ J("<section aria-labelledby=\"curve-title\"><h2 id=\"curve-title\"> </h2> <div class=\"curve svelte-1fb74g3\"></div> <p class=\"legend svelte-1fb74g3\"><span class=\"train svelte-1fb74g3\"> </span> <span class=\"held-out svelte-1fb74g3\"> </span> <!></p> <p class=\"hidden\"> </p> <!></section>"), hu = {
	hash: "svelte-1fb74g3",
	code: ".curve.svelte-1fb74g3 {width:100%;overflow:hidden;}.legend.svelte-1fb74g3 {display:flex;gap:1rem;margin:0;font-size:0.8rem;color:var(--muted);}.legend.svelte-1fb74g3 span:where(.svelte-1fb74g3)::before {content:\"\";display:inline-block;width:1.4rem;margin-right:0.3rem;vertical-align:middle;border-top:2px solid #0072b2;}.legend.svelte-1fb74g3 .held-out:where(.svelte-1fb74g3)::before {border-top:2px dashed #e69f00;}.legend.svelte-1fb74g3 .pinned:where(.svelte-1fb74g3)::before {border-top-color:#8a919b;}ul.svelte-1fb74g3 {margin:0.4rem 0 0;padding-left:1.1rem;font-size:0.85rem;color:var(--muted);}"
};
function gu(e, t) {
	Pe(t, !0), Vr(e, hu);
	let n, r, i = /* @__PURE__ */ R(() => t.lab.state?.marks ?? []), a = /* @__PURE__ */ R(() => t.lab.curve.at(-1));
	on(() => {
		let e = new uu({
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
	on(() => {
		let e = t.lab.curve, n = (e) => e !== null && e > 0 ? e : null, i = [
			e.map(({ step: e }) => e),
			e.map(({ train: e }) => n(e)),
			e.map(({ heldOut: e }) => n(e))
		], a = t.lab.pinned?.curve ?? [], o = [a.map(({ step: e }) => e), a.map(({ train: e, heldOut: t }) => n(t ?? e))];
		r?.setData(uu.join([i, o]));
	});
	var c = mu(), l = V(c), u = H(l, !0), d = U(l, 2);
	ci(d, (e) => n = e, () => n);
	var f = U(d, 2), p = V(f), m = H(p, !0), h = U(p, 2), g = H(h, !0), _ = U(h, 2), v = (e) => {
		var t = du(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned")]), Y(e, t);
	};
	kr(_, (e) => {
		t.lab.pinned && e(v);
	}), F(f);
	var y = U(f, 2), b = H(y, !0), x = U(y, 2), S = (e) => {
		var t = pu();
		Pr(t, 21, () => q(i).slice(-4), Ar, (e, t) => {
			var n = fu(), r = H(n, !0);
			W((e) => X(r, e), [() => Q("changed_at", {
				key: q(t).key,
				value: String(q(t).value),
				step: q(t).step
			})]), Y(e, n);
		}), F(t), Y(e, t);
	};
	kr(x, (e) => {
		q(i).length > 0 && e(S);
	}), F(c), W((e, t, n, r) => {
		X(u, e), X(m, t), X(g, n), X(b, r);
	}, [
		() => Q("curve"),
		() => Q("training"),
		() => Q("held_out"),
		() => Q("curve_text", {
			train: q(a)?.train?.toPrecision(3) ?? "–",
			held_out: q(a)?.heldOut?.toPrecision(3) ?? "–"
		})
	]), Y(e, c), Fe();
}
// src/draw/palette.ts
var _u = [
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
], vu = [
	230,
	159,
	0
], yu = [
	0,
	114,
	178
], bu = [
	255,
	255,
	255
], xu = ([e, t, n]) => `rgb(${e} ${t} ${n})`;
function Su(e, t, n) {
	let r = (r) => Math.round(e[r] + (t[r] - e[r]) * n);
	return [
		r(0),
		r(1),
		r(2)
	];
}
function Cu(e) {
	return e < 0 ? Su(bu, vu, -e) : Su(bu, yu, e);
}
var wu = (e) => _u[e % _u.length] ?? _u[0], Tu = /* @__PURE__ */ hr("<circle r=\"2\"></circle>"), Eu = /* @__PURE__ */ hr("<svg aria-hidden=\"true\" class=\"svelte-krn2u3\"></svg>"), Du = {
	hash: "svelte-krn2u3",
	code: "svg.svelte-krn2u3 {width:3rem;height:3rem;background:#fff;border-radius:4px;}"
};
function Ou(e, t) {
	Pe(t, !0), Vr(e, Du);
	let n = /* @__PURE__ */ R(() => {
		let e = t.points[0]?.length === 2, n = t.points.map((e) => e[0] ?? 0), r = t.points.map((e) => e[1] ?? 0), i = (e) => {
			let [t, n] = [Math.min(...e), Math.max(...e)];
			return (e) => 4 + 40 * (e - t) / (n - t || 1);
		}, [a, o] = [i(n), i(r)];
		return t.points.map((t, i) => ({
			x: a(n[i] ?? 0),
			y: 48 - o(r[i] ?? 0),
			colour: xu(wu(e ? 1 : t[2] ?? 0))
		}));
	});
	var r = Eu();
	Z(r, "viewBox", "0 0 48 48"), Pr(r, 21, () => q(n), Ar, (e, t) => {
		let n = () => q(t).x, r = () => q(t).y, i = () => q(t).colour;
		var a = Tu();
		W(() => {
			Z(a, "cx", n()), Z(a, "cy", r()), Z(a, "fill", i());
		}), Y(e, a);
	}), F(r), Y(e, r), Fe();
}
// src/playground/DataPanel.svelte
var ku = /* @__PURE__ */ J("<button class=\"svelte-1l34x8r\"><!> </button>"), Au = /* @__PURE__ */ J("<section aria-labelledby=\"data-title\"><h2 id=\"data-title\"> </h2> <div class=\"tiles svelte-1l34x8r\"></div> <div class=\"fields svelte-1l34x8r\"><!> <!> <!> <!></div> <button> </button> <p class=\"hint svelte-1l34x8r\"> </p></section>"), ju = {
	hash: "svelte-1l34x8r",
	code: ".tiles.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(5.5rem, 1fr));gap:0.4rem;margin:0.5rem 0;}.tiles.svelte-1l34x8r button:where(.svelte-1l34x8r) {display:grid;justify-items:center;gap:0.2rem;font-size:0.85rem;}.fields.svelte-1l34x8r {display:grid;grid-template-columns:repeat(auto-fill, minmax(7rem, 1fr));gap:0.5rem;margin:0.5rem 0;}.hint.svelte-1l34x8r {margin:0.3rem 0 0;font-size:0.8rem;color:var(--muted);}"
};
function Mu(e, t) {
	Pe(t, !0), Vr(e, ju);
	let n = ["spirals", "blobs"], r = 2 ** 31, i = /* @__PURE__ */ R(() => t.lab.state?.recipe ?? {}), a = /* @__PURE__ */ R(() => String(q(i).data ?? "")), o = /* @__PURE__ */ R(() => t.lab.welcome?.catalogue.data ?? []);
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
	var l = Au(), u = V(l), d = H(u, !0), f = U(u, 2);
	Pr(f, 21, () => q(o), ({ name: e, points: t }) => e, (e, t) => {
		let n = () => q(t).name, r = () => q(t).points;
		var i = ku(), o = V(i);
		Ou(o, { get points() {
			return r();
		} });
		var c = U(o);
		F(i), W((e) => {
			Z(i, "aria-pressed", q(a) === n()), X(c, ` ${e ?? ""}`);
		}, [() => Wi("data", n())]), ar("click", i, () => s(n())), Y(e, i);
	}), F(f);
	var p = U(f, 2), m = V(p);
	{
		let e = /* @__PURE__ */ R(() => q(i).points ?? 500);
		Zi(m, {
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
		let e = /* @__PURE__ */ R(() => Q("usual"));
		Zi(h, {
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
			let n = /* @__PURE__ */ R(() => q(i).classes ?? (q(a) === "blobs" ? 3 : 2));
			Zi(e, {
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
	}, v = /* @__PURE__ */ R(() => n.includes(q(a)));
	kr(g, (e) => {
		q(v) && e(_);
	});
	var y = U(g, 2);
	{
		let e = /* @__PURE__ */ R(() => q(i).validation ?? .3);
		Zi(y, {
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
	F(p);
	var b = U(p, 2), x = H(b, !0), S = H(U(b, 2), !0);
	F(l), W((e, t, n, r) => {
		X(d, e), Z(b, "title", t), X(x, n), X(S, r);
	}, [
		() => Q("data"),
		() => Q("new_points_hint"),
		() => Q("new_points"),
		() => Q("new_points_hint")
	]), ar("click", b, c), Y(e, l), Fe();
}
or(["click"]);
// src/playground/DivergedCard.svelte
var Nu = /* @__PURE__ */ J("<p class=\"svelte-1lobahv\"> </p>"), Pu = /* @__PURE__ */ J("<aside role=\"alert\" class=\"svelte-1lobahv\"><h2> </h2> <p class=\"svelte-1lobahv\"> </p> <!> <div class=\"svelte-1lobahv\"><button class=\"primary\"> </button> <button> </button> <a href=\"#/glass\"> </a></div></aside>"), Fu = {
	hash: "svelte-1lobahv",
	code: "aside.svelte-1lobahv {border:2px solid var(--warn);border-radius:8px;padding:0.8rem 1rem;}p.svelte-1lobahv {margin:0.4rem 0;}div.svelte-1lobahv {display:flex;flex-wrap:wrap;align-items:center;gap:0.5rem;}"
};
function Iu(e, t) {
	Pe(t, !0), Vr(e, Fu);
	let n = fi(t, "lab", 7);
	async function r() {
		await n().ask("mend").then(() => n().send("run"), (e) => n().refused = e);
	}
	var i = Pu(), a = V(i), o = H(a, !0), s = U(a, 2), c = H(s, !0), l = U(s, 2), u = (e) => {
		var n = _r();
		Pr(qt(n), 17, () => t.diverged.advice, Ar, (e, t) => {
			var n = Nu(), r = H(n, !0);
			W(() => X(r, q(t).seen)), Y(e, n);
		}), Y(e, n);
	}, d = /* @__PURE__ */ R(() => Hi() === "en"), f = (e) => {
		var n = Nu(), r = H(n, !0);
		W((e) => X(r, e), [() => Q("rate_too_high", { rate: t.diverged.rate })]), Y(e, n);
	}, p = /* @__PURE__ */ R(() => t.diverged.advice.some(({ kind: e }) => e === "rate too high"));
	kr(l, (e) => {
		q(d) ? e(u) : q(p) && e(f, 1);
	});
	var m = U(l, 2), h = V(m), g = H(h, !0), _ = U(h, 2), v = H(_, !0), y = H(U(_, 2), !0);
	F(m), F(i), W((e, t, n, r, i) => {
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
	]), ar("click", h, r), ar("click", _, () => n().send("rewind", { to: 0 })), Y(e, i), Fe();
}
or(["click"]);
// src/playground/Guess.svelte
var Lu = /* @__PURE__ */ J("<button> </button>"), Ru = /* @__PURE__ */ J("<p> </p> <div class=\"svelte-1vndivg\"></div>", 1), zu = /* @__PURE__ */ J("<p role=\"status\"><strong> </strong> </p> <button> </button>", 1), Bu = /* @__PURE__ */ J("<p role=\"status\"> </p>"), Vu = /* @__PURE__ */ J("<details class=\"svelte-1vndivg\"><summary class=\"svelte-1vndivg\"> </summary> <!></details>"), Hu = {
	hash: "svelte-1vndivg",
	code: "details.svelte-1vndivg {font-size:0.9rem;}summary.svelte-1vndivg {cursor:pointer;}div.svelte-1vndivg {display:flex;flex-wrap:wrap;gap:0.4rem;}"
};
function Uu(e, t) {
	Pe(t, !0), Vr(e, Hu);
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
	], r = /* @__PURE__ */ Ot(null), i = /* @__PURE__ */ Ot(0), a = /* @__PURE__ */ Ot(0), o = /* @__PURE__ */ R(() => t.lab.facts?.held_out?.loss ?? t.lab.facts?.train?.loss ?? null), s = /* @__PURE__ */ R(() => q(r) !== null && !t.lab.isRunning && ((t.lab.facts?.epoch ?? 0) >= q(a) || t.lab.diverged !== null)), c = /* @__PURE__ */ R(() => q(o) === null || q(o) > .95 * q(i) ? "not" : q(o) <= .5 * q(i) ? "much" : "little"), l = (e) => Q(n.find((t) => t.name === e)?.label ?? "guess_not");
	function u(e) {
		q(o) !== null && (B(i, q(o), !0), B(a, Math.floor(t.lab.facts?.epoch ?? 0) + 20), B(r, e, !0), t.lab.send("run", { epoch: q(a) }));
	}
	var d = Vu(), f = V(d), p = H(f, !0), m = U(f, 2), h = (e) => {
		var r = Ru(), i = qt(r), a = H(i, !0), s = U(i, 2);
		Pr(s, 21, () => n, (e) => e.name, (e, n) => {
			var r = Lu(), i = H(r, !0);
			W((e) => {
				r.disabled = q(o) === null || t.lab.isRunning, X(i, e);
			}, [() => Q(q(n).label)]), ar("click", r, () => u(q(n).name)), Y(e, r);
		}), F(s), W((e) => X(a, e), [() => Q("guess_question", {
			n: 20,
			loss: q(o)?.toPrecision(3) ?? "–"
		})]), Y(e, r);
	}, g = (e) => {
		var t = zu(), n = qt(t), a = V(n), s = H(a, !0), u = U(a);
		F(n);
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
		]), ar("click", d, () => B(r, null)), Y(e, t);
	}, _ = (e) => {
		var t = Bu(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("guess_waits", { guess: l(q(r)) })]), Y(e, t);
	};
	kr(m, (e) => {
		q(r) === null ? e(h) : q(s) ? e(g, 1) : e(_, -1);
	}), F(d), W((e) => X(p, e), [() => Q("guess")]), Y(e, d), Fe();
}
or(["click"]);
// src/playground/Limits.svelte
var Wu = /* @__PURE__ */ J("<dt> </dt> <dd class=\"svelte-s0yxod\"> </dd>", 1), Gu = /* @__PURE__ */ J("<details class=\"svelte-s0yxod\"><summary> </summary> <dl class=\"svelte-s0yxod\"><!> <dt> </dt> <dd class=\"svelte-s0yxod\"> </dd></dl></details>"), Ku = {
	hash: "svelte-s0yxod",
	code: "details.svelte-s0yxod {margin-top:0.8rem;font-size:0.85rem;color:var(--muted);}dl.svelte-s0yxod {display:grid;grid-template-columns:1fr max-content;gap:0.2rem 1rem;}dd.svelte-s0yxod {margin:0;text-align:right;font-variant-numeric:tabular-nums;}"
};
function qu(e, t) {
	Pe(t, !0), Vr(e, Ku);
	let n = [
		"depth",
		"credits",
		"message_bytes",
		"snapshot_bytes"
	], r = /* @__PURE__ */ R(() => Object.entries(t.lab.welcome?.limits ?? {}).filter(([e]) => !n.includes(e)));
	var i = Gu(), a = V(i), o = H(a, !0), s = U(a, 2), c = V(s);
	Pr(c, 17, () => q(r), ([e, t]) => e, (e, t) => {
		var n = /* @__PURE__ */ R(() => m(q(t), 2));
		let r = () => q(n)[0], i = () => q(n)[1];
		var a = Wu(), o = qt(a), s = H(o, !0), c = H(U(o, 2), !0);
		W((e, t) => {
			X(s, e), X(c, t);
		}, [() => Wi("limit", r()), () => i().toLocaleString(Hi())]), Y(e, a);
	});
	var l = U(c, 2), u = H(l, !0), d = H(U(l, 2), !0);
	F(s), F(i), W((e, t, n) => {
		X(o, e), X(u, t), X(d, n);
	}, [
		() => Q("limits"),
		() => Q("limit_now"),
		() => (t.lab.state?.parameters ?? 0).toLocaleString(Hi())
	]), Y(e, i), Fe();
}
// src/playground/ColumnBar.svelte
var Ju = /* @__PURE__ */ J("<button> </button>"), Yu = /* @__PURE__ */ J("<button class=\"add svelte-197pkvu\">+</button> <details class=\"svelte-197pkvu\"><summary class=\"svelte-197pkvu\"> </summary> <div class=\"units svelte-197pkvu\"><!> <!></div> <!> <!> <label class=\"check svelte-197pkvu\"><input type=\"checkbox\" class=\"svelte-197pkvu\"/> </label> <button> </button></details>", 1), Xu = /* @__PURE__ */ J("<div class=\"layer-bar svelte-197pkvu\"><!> <button> </button></div>"), Zu = {
	hash: "svelte-197pkvu",
	code: ".layer-bar.svelte-197pkvu {display:flex;flex-wrap:wrap;align-items:start;gap:0.4rem;margin:0.5rem 0;}details.svelte-197pkvu {padding:0.3rem 0.6rem;background:var(--surface);border-radius:6px;}summary.svelte-197pkvu {cursor:pointer;line-height:1.5rem;}.units.svelte-197pkvu {display:flex;align-items:end;gap:0.3rem;}.add.svelte-197pkvu {padding:0.3rem 0.5rem;}.check.svelte-197pkvu {display:flex;margin:0.4rem 0;font-size:0.85rem;color:var(--muted);align-items:center;gap:0.4rem;}.check.svelte-197pkvu input:where(.svelte-197pkvu) {min-height:0;}"
};
function Qu(e, t) {
	Pe(t, !0), Vr(e, Zu);
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
	], i = [-1, 1], a = /* @__PURE__ */ R(() => ea(t.lab.state?.layers ?? [])), o = /* @__PURE__ */ R(() => (t.lab.welcome?.catalogue.activation ?? []).map(({ name: e }) => e).filter((e) => e !== "softmax"));
	function s(e) {
		t.lab.change(ta(e, t.lab.outputs, t.lab.state?.recipe.initializer), "overlap");
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
	var u = Xu(), d = V(u);
	Pr(d, 17, () => q(a), Ar, (e, n, u) => {
		var d = Yu(), f = qt(d), p = U(f, 2), m = V(p), h = H(m, !0), g = U(m, 2), _ = V(g);
		Pr(_, 16, () => i, (e) => e, (e, t) => {
			var r = Ju(), i = H(r, !0);
			W((e) => {
				Z(r, "aria-label", e), r.disabled = q(n).units + t < 1, X(i, t < 0 ? "−" : "+");
			}, [() => Q(t < 0 ? "fewer_units" : "more_units", { n: u + 1 })]), ar("click", r, () => c(u, { units: q(n).units + t })), Y(e, r);
		});
		var v = U(_, 2);
		{
			let e = /* @__PURE__ */ R(() => t.lab.welcome?.limits.units ?? 2048);
			Zi(v, {
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
		F(g);
		var y = U(g, 2);
		Ji(y, {
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
		Ji(b, {
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
		ti(S);
		var C = U(S, 1, !0);
		F(x);
		var w = U(x, 2), T = H(w, !0);
		F(p), W((e, t, r, i) => {
			Z(f, "aria-label", e), X(h, t), ri(S, q(n).batchNorm), X(C, r), X(T, i);
		}, [
			() => Q("insert_layer", { n: u + 1 }),
			() => Q("layer_summary", {
				n: u + 1,
				units: q(n).units,
				activation: q(n).activation
			}),
			() => Q("batch_norm"),
			() => Q("remove_layer", { n: u + 1 })
		]), ar("click", f, () => l(u)), ar("change", S, (e) => c(u, { batchNorm: e.currentTarget.checked })), ar("click", w, () => s(q(a).filter((e, t) => t !== u))), Y(e, d);
	});
	var f = U(d, 2), p = H(f, !0);
	F(u), W((e) => X(p, e), [() => Q("add_layer")]), ar("click", f, () => l(q(a).length)), Y(e, u), Fe();
}
or(["click", "change"]);
// src/playground/structure.ts
function $u(e, t) {
	let n = 0, r = [];
	for (let { name: i, shape: a } of e) i.endsWith(t) && r.push({
		at: n,
		shape: a,
		name: i
	}), n += a.reduce((e, t) => e * t, 1);
	return r;
}
// src/draw/pictures.ts
function ed(e, t) {
	return rd(t, (t) => Cu(((e[t] ?? 128) - 128) / 127));
}
function td(e, t, n) {
	let r = n * n;
	return rd(n, (n) => {
		let i = 0;
		for (let a = 1; a < t; a++) (e[a * r + n] ?? 0) > (e[i * r + n] ?? 0) && (i = a);
		return Su(bu, wu(i), .15 + .7 * ((e[i * r + n] ?? 0) / 255));
	});
}
function nd(e, t) {
	return rd(t, (t) => Cu((e[t] ?? 128) / 255 * 2 - 1));
}
function rd(e, t) {
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
function id(e, t, n) {
	e.width = e.height = n;
	let r = new ImageData(new Uint8ClampedArray(t), n, n);
	e.getContext("2d")?.putImageData(r, 0, 0);
}
function ad(e, t, n) {
	let r = e.getContext("2d"), [i, a] = n;
	if (!r || !i || !a) return;
	r.clearRect(0, 0, e.width, e.height);
	let o = e.width / 110;
	for (let { x: n, y: s, hollow: c } of t) for (let t = 0; t < s.length; t++) {
		let l = od(n[2 * t] ?? 0, i) * e.width, u = (1 - od(n[2 * t + 1] ?? 0, a)) * e.height;
		r.beginPath(), r.arc(l, u, o, 0, 2 * Math.PI), r.fillStyle = c ? "rgb(255 255 255 / 80%)" : xu(wu(s[t] ?? 0)), r.strokeStyle = c ? xu(wu(s[t] ?? 0)) : "rgb(255 255 255 / 90%)", r.lineWidth = o / 2.5, r.fill(), r.stroke();
	}
}
var od = (e, [t, n]) => (e - t) / (n - t);
function sd(e, t, n, r) {
	let i = e.getContext("2d"), a = r[0];
	if (!i || !a) return;
	i.clearRect(0, 0, e.width, e.height);
	let o = Math.max(...n.flatMap(({ y: e }) => Array.from(e, Math.abs)), 1e-9), s = (t) => e.height * (.5 - t / (3 * o));
	for (let { x: t, y: r, hollow: o } of n) {
		i.fillStyle = o ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
		for (let n = 0; n < r.length; n++) {
			i.beginPath();
			let o = od(t[n] ?? 0, a) * e.width;
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
var cd = /* @__PURE__ */ J("<div role=\"img\" class=\"svelte-1o9cw55\"><canvas class=\"svelte-1o9cw55\"></canvas></div>"), ld = {
	hash: "svelte-1o9cw55",
	code: "div.svelte-1o9cw55,\n  canvas.svelte-1o9cw55 {display:block;width:100%;height:100%;image-rendering:auto;border-radius:5px;box-shadow:0 0 0 1px var(--line);}"
};
function ud(e, t) {
	Pe(t, !0), Vr(e, ld);
	let n;
	on(() => {
		if (t.values === void 0) return;
		let e = t.isPlane ? 1024 : 32, i = t.values.subarray(t.place * e, (t.place + 1) * e), a = t.isPlane ? i : r(i);
		a.length === 1024 && id(n, ed(a, 32), 32);
	});
	function r(e) {
		let t = /* @__PURE__ */ new Uint8Array(1024);
		for (let n = 0; n < 32; n++) t.set(e, n * 32);
		return t;
	}
	var i = cd(), a = V(i);
	Z(a, "width", 32), Z(a, "height", 32), ci(a, (e) => n = e, () => n), F(i), W(() => {
		Z(i, "aria-label", t.label), Z(i, "title", t.label);
	}), Y(e, i), Fe();
}
// src/playground/UnitPanel.svelte
var dd = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-1i86h9\"> </th><td class=\"svelte-1i86h9\"><input type=\"number\" step=\"0.1\" class=\"svelte-1i86h9\"/></td><td class=\"svelte-1i86h9\"> </td></tr>"), fd = /* @__PURE__ */ J("<section class=\"panel svelte-1i86h9\" aria-labelledby=\"unit-title\"><h3 id=\"unit-title\" class=\"svelte-1i86h9\"> </h3> <div class=\"picture svelte-1i86h9\"><!></div> <p class=\"svelte-1i86h9\"> </p> <table class=\"svelte-1i86h9\"><thead><tr><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th><th scope=\"col\" class=\"svelte-1i86h9\"> </th></tr></thead><tbody class=\"svelte-1i86h9\"></tbody></table> <div class=\"buttons svelte-1i86h9\"><button> </button> <button> </button></div> <p class=\"hint svelte-1i86h9\"> </p></section>"), pd = {
	hash: "svelte-1i86h9",
	code: ".panel.svelte-1i86h9 {margin-top:0.6rem;padding:0.6rem 0.8rem;border:1px solid var(--line);border-radius:8px;}h3.svelte-1i86h9 {margin:0 0 0.4rem;font-size:1rem;}.picture.svelte-1i86h9 {float:left;width:8rem;height:8rem;margin:0 0.8rem 0.4rem 0;}p.svelte-1i86h9 {margin:0 0 0.5rem;font-size:0.85rem;}table.svelte-1i86h9 {clear:both;width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}th.svelte-1i86h9,\n  td.svelte-1i86h9 {padding:0.15rem 0.3rem;text-align:right;}tbody.svelte-1i86h9 th:where(.svelte-1i86h9) {text-align:left;font-weight:normal;}input.svelte-1i86h9 {width:6.5rem;text-align:right;}.buttons.svelte-1i86h9 {display:flex;gap:0.4rem;margin-top:0.5rem;}.hint.svelte-1i86h9 {margin:0.4rem 0 0;color:var(--muted);}"
};
function md(e, t) {
	Pe(t, !0), Vr(e, pd);
	let n = /* @__PURE__ */ R(() => t.lab.frame.get("weights")?.values), r = /* @__PURE__ */ R(() => t.lab.frame.get("gradients")?.values), i = /* @__PURE__ */ R(() => $u(t.lab.state?.arrays ?? [], "dense.W")[t.unit.layer]), a = /* @__PURE__ */ R(() => $u(t.lab.state?.arrays ?? [], "dense.b")[t.unit.layer]), o = /* @__PURE__ */ R(() => (t.lab.state?.silenced ?? []).some(([e, n]) => e === t.unit.layer && n === t.unit.unit)), s = /* @__PURE__ */ R(() => t.lab.frame.get("unit_scales")?.values[t.place] ?? 0), c = /* @__PURE__ */ R(() => {
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
	}), l = (e) => Number((q(n)?.[e.at] ?? 0).toPrecision(4)), u = /* @__PURE__ */ Ot(null);
	function d({ tensor: e, index: n }, r) {
		let i = Number(r.value);
		r.value.trim() !== "" && Number.isFinite(i) && t.lab.send("edit", {
			tensor: e,
			index: n,
			value: i
		});
	}
	var f = fd(), p = V(f), m = H(p, !0), h = U(p, 2), g = V(h);
	{
		let e = /* @__PURE__ */ R(() => t.lab.frame.get("units")?.values), n = /* @__PURE__ */ R(() => Q("unit_picture"));
		ud(g, {
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
	F(h);
	var _ = U(h, 2), v = H(_, !0), y = U(_, 2), b = V(y), x = V(b), S = V(x), C = H(S, !0), w = U(S), T = H(w, !0), E = H(U(w), !0);
	F(x), F(b);
	var D = U(b);
	Pr(D, 21, () => q(c), (e) => e.tensor + String(e.index), (e, t) => {
		var n = dd(), i = V(n), a = H(i, !0), o = U(i), s = V(o);
		ti(s), F(o);
		var c = H(U(o), !0);
		F(n), W((e, n, r) => {
			X(a, q(t).name), Z(s, "aria-label", e), ni(s, n), X(c, r);
		}, [
			() => Q("unit_edit", { name: q(t).name }),
			() => q(u)?.at === q(t).at ? q(u).value : l(q(t)),
			() => q(r)?.[q(t).at]?.toPrecision(3) ?? "–"
		]), ir("focus", s, () => B(u, {
			at: q(t).at,
			value: l(q(t))
		})), ir("blur", s, () => B(u, null)), ar("change", s, (e) => d(q(t), e.currentTarget)), Y(e, n);
	}), F(D), F(y);
	var O = U(y, 2), k = V(O), ee = H(k, !0), A = U(k, 2), te = H(A, !0);
	F(O);
	var ne = H(U(O, 2), !0);
	F(f), W((e, t, n, r, i, a, s, c) => {
		X(m, e), X(v, t), X(C, n), X(T, r), X(E, i), Z(k, "aria-pressed", q(o)), X(ee, a), X(te, s), X(ne, c);
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
	]), ar("click", k, () => t.lab.send("silence", {
		...t.unit,
		on: !q(o)
	})), ar("click", A, function(...e) {
		t.close?.apply(this, e);
	}), Y(e, f), Fe();
}
or(["change", "click"]);
// src/playground/NetworkView.svelte
var hd = /* @__PURE__ */ hr("<path fill=\"none\"><title> </title></path>"), gd = /* @__PURE__ */ J("<button><!></button>"), _d = /* @__PURE__ */ J("<span class=\"end svelte-1cnw3n6\"> </span>"), vd = /* @__PURE__ */ hr("<foreignObject><!></foreignObject>"), yd = /* @__PURE__ */ hr("<text text-anchor=\"middle\" font-size=\"11\"> </text>"), bd = /* @__PURE__ */ hr("<!><!>", 1), xd = /* @__PURE__ */ J("<p class=\"hint svelte-1cnw3n6\"> </p>"), Sd = /* @__PURE__ */ J("<section aria-labelledby=\"network-title\"><h2 id=\"network-title\"> </h2> <!> <div class=\"scroll svelte-1cnw3n6\"><svg role=\"group\" class=\"svelte-1cnw3n6\"><!><!></svg></div> <!></section>"), Cd = {
	hash: "svelte-1cnw3n6",
	code: ".scroll.svelte-1cnw3n6 {overflow-x:auto;}svg.svelte-1cnw3n6 {display:block;max-width:none;fill:var(--muted);}.unit.svelte-1cnw3n6 {width:100%;height:100%;min-height:0;padding:0;border:0;}.unit.silent.svelte-1cnw3n6 {opacity:0.25;}.end.svelte-1cnw3n6 {display:grid;place-items:center;height:100%;font-size:0.75rem;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:6px;overflow:hidden;}.hint.svelte-1cnw3n6 {font-size:0.85rem;color:var(--muted);}"
};
function wd(e, t) {
	Pe(t, !0), Vr(e, Cd);
	let n = /* @__PURE__ */ Ot(null), r = /* @__PURE__ */ R(() => t.lab.state?.hidden ?? []), i = /* @__PURE__ */ R(() => t.lab.dataFacts?.columns ?? []), a = /* @__PURE__ */ R(() => t.lab.state?.arrays[0]?.shape[0] ?? q(i).length), o = /* @__PURE__ */ R(() => [
		q(a),
		...q(r),
		t.lab.outputs
	]), s = /* @__PURE__ */ R(() => q(o).map((e) => Math.min(e, 12))), c = /* @__PURE__ */ R(() => Math.max(...q(s), 1) * 50 + 10), l = /* @__PURE__ */ R(() => (q(o).length - 1) * 120 + 40), u = /* @__PURE__ */ R(() => t.lab.frame.get("weights")?.values), d = /* @__PURE__ */ R(() => t.lab.frame.get("gradients")?.values), f = /* @__PURE__ */ R(() => t.lab.frame.get("units")?.values), p = /* @__PURE__ */ R(() => t.lab.frame.get("units")?.shape.length === 3), m = /* @__PURE__ */ R(() => $u(t.lab.state?.arrays ?? [], "dense.W")), h = /* @__PURE__ */ R(() => $u(t.lab.state?.arrays ?? [], "dense.b")), g = /* @__PURE__ */ R(() => new Set((t.lab.state?.silenced ?? []).map(String))), _ = /* @__PURE__ */ R(() => q(n) !== null && q(n).unit < (q(r)[q(n).layer] ?? 0) ? q(n) : null), v = /* @__PURE__ */ R(() => {
		let e = [];
		return q(u) === void 0 ? e : (q(m).forEach(({ at: t, shape: n }, r) => {
			let [i = 0, a = 0] = n;
			for (let n = 0; n < Math.min(i, q(s)[r] ?? 0); n++) for (let i = 0; i < Math.min(a, q(s)[r + 1] ?? 0); i++) {
				let o = t + n * a + i, [s, c] = [[r, n], [r + 1, i]];
				s && c && e.push({
					from: s,
					to: c,
					value: q(u)[o] ?? 0,
					gradient: q(d)?.[o],
					layer: r
				});
			}
		}), e.slice(0, 1500));
	}), y = /* @__PURE__ */ R(() => Math.max(...q(v).map(({ value: e }) => Math.abs(e)), 1e-9)), b = (e) => e * 120 + 20, x = (e, t) => q(c) / 2 + (t - ((q(s)[e] ?? 1) - 1) / 2) * 50, S = (e, t) => q(r).slice(0, e - 1).reduce((e, t) => e + t, 0) + t, C = ({ from: e, to: t }) => {
		let [n, r] = [b(e[0]) + 20, b(t[0]) - 20], i = (n + r) / 2;
		return `M${n} ${x(...e)} C${i} ${x(...e)} ${i} ${x(...t)} ${r} ${x(...t)}`;
	}, w = (e) => q(i)[e] ?? `x${e + 1}`, T = ([e, t]) => e === 0 ? w(t) : `${Q("layer", { n: e })}.${t + 1}`, E = (e) => {
		let t = {
			from: T(e.from),
			to: T(e.to),
			value: e.value.toPrecision(3)
		};
		return e.gradient === void 0 ? Q("weight_text", t) : Q("weight_gradient_text", {
			...t,
			gradient: e.gradient.toPrecision(3)
		});
	};
	function D(e) {
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
	var O = Sd(), k = V(O), ee = H(k, !0), A = U(k, 2);
	Qu(A, { get lab() {
		return t.lab;
	} });
	var te = U(A, 2), ne = V(te), re = V(ne);
	Pr(re, 17, () => q(v), (e) => `${e.layer}-${e.from[1]}-${e.to[1]}`, (e, t) => {
		var n = hd(), r = H(V(n), !0);
		F(n), W((e, i, a, o, s) => {
			Z(n, "d", e), Z(n, "stroke", i), Z(n, "stroke-width", a), Z(n, "stroke-opacity", o), Z(n, "stroke-dasharray", q(t).value < 0 ? "6 3" : void 0), X(r, s);
		}, [
			() => C(q(t)),
			() => xu(q(t).value < 0 ? vu : yu),
			() => .4 + 5 * Math.abs(q(t).value) / q(y),
			() => .25 + .7 * Math.abs(q(t).value) / q(y),
			() => E(q(t))
		]), Y(e, n);
	}), Pr(U(re), 17, () => q(s), Ar, (e, n, r) => {
		var i = bd(), a = qt(i);
		Pr(a, 17, () => ({ length: q(n) }), Ar, (e, n, i) => {
			var a = vd();
			Z(a, "width", 40), Z(a, "height", 40);
			var o = V(a), c = (e) => {
				var t = gd();
				let n;
				var a = V(t);
				{
					let e = /* @__PURE__ */ R(() => S(r, i)), t = /* @__PURE__ */ R(() => Q("unit_text", {
						unit: i + 1,
						layer: r,
						bias: (q(u)?.[(q(h)[r - 1]?.at ?? 0) + i] ?? 0).toPrecision(3)
					}));
					ud(a, {
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
				F(t), W((e) => {
					n = Wr(t, 1, "unit svelte-1cnw3n6", null, n, { silent: e }), Z(t, "aria-pressed", q(_)?.layer === r - 1 && q(_).unit === i);
				}, [() => q(g).has(`${r - 1},${i}`)]), ar("click", t, () => D({
					layer: r - 1,
					unit: i
				})), Y(e, t);
			}, l = (e) => {
				var n = _d(), a = H(n, !0);
				W((e) => X(a, e), [() => r === 0 ? w(i) : t.lab.dataFacts?.classes[i] ?? Q("output")]), Y(e, n);
			};
			kr(o, (e) => {
				r > 0 && r < q(s).length - 1 ? e(c) : e(l, -1);
			}), F(a), W((e, t) => {
				Z(a, "x", e), Z(a, "y", t);
			}, [() => b(r) - 20, () => x(r, i) - 20]), Y(e, a);
		});
		var l = U(a), d = (e) => {
			var t = yd(), i = H(t, !0);
			W((e, n) => {
				Z(t, "x", e), Z(t, "y", q(c)), X(i, n);
			}, [() => b(r), () => Q("more_units_not_shown", { n: (q(o)[r] ?? 0) - q(n) })]), Y(e, t);
		};
		kr(l, (e) => {
			(q(o)[r] ?? 0) > q(n) && e(d);
		}), Y(e, i);
	}), F(ne), F(te);
	var ie = U(te, 2), ae = (e) => {
		{
			let n = /* @__PURE__ */ R(() => S(q(_).layer + 1, q(_).unit));
			md(e, {
				get lab() {
					return t.lab;
				},
				get unit() {
					return q(_);
				},
				get isPlane() {
					return q(p);
				},
				inputName: w,
				get place() {
					return q(n);
				},
				close: () => D(null)
			});
		}
	}, oe = (e) => {
		var t = xd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("network_hint", { first: w(0) })]), Y(e, t);
	};
	kr(ie, (e) => {
		q(_) ? e(ae) : e(oe, -1);
	}), F(O), W((e, t) => {
		X(ee, e), Z(ne, "viewBox", `0 0 ${q(l) ?? ""} ${q(c) ?? ""}`), Z(ne, "width", q(l)), Z(ne, "height", q(c)), Z(ne, "aria-label", t);
	}, [() => Q("network"), () => Q("network")]), Y(e, O), Fe();
}
or(["click"]);
// src/playground/ConfusionTable.svelte
var Td = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-41hqjx\"> </th>"), Ed = /* @__PURE__ */ J("<td> </td>"), Dd = /* @__PURE__ */ J("<tr><th scope=\"row\" class=\"svelte-41hqjx\"> </th><!></tr>"), Od = /* @__PURE__ */ J("<table class=\"svelte-41hqjx\"><caption class=\"svelte-41hqjx\"> </caption><thead><tr><th scope=\"col\" class=\"svelte-41hqjx\"> </th><!></tr></thead><tbody></tbody></table>"), kd = {
	hash: "svelte-41hqjx",
	code: "table.svelte-41hqjx {width:100%;border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums;}caption.svelte-41hqjx {text-align:left;color:var(--muted);}th.svelte-41hqjx,\n  td.svelte-41hqjx {padding:0.15rem 0.3rem;text-align:right;border:1px solid var(--line);}.right.svelte-41hqjx {font-weight:bold;background:var(--surface);}"
};
function Ad(e, t) {
	Pe(t, !0), Vr(e, kd);
	let n = /* @__PURE__ */ Ot([]), r = /* @__PURE__ */ Ot([]), i = /* @__PURE__ */ R(() => t.lab.dataFacts?.rows.held_out ? "held_out" : "train");
	on(() => {
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
	var a = Od(), o = V(a), s = H(o, !0), c = U(o), l = V(c), u = V(l), d = H(u, !0);
	Pr(U(u), 16, () => q(n), (e) => e, (e, t) => {
		var n = Td(), r = H(n, !0);
		W(() => X(r, t)), Y(e, n);
	}), F(l), F(c);
	var f = U(c);
	Pr(f, 21, () => q(r), Ar, (e, t, r) => {
		var i = Dd(), a = V(i), o = H(a, !0);
		Pr(U(a), 17, () => q(t), Ar, (e, t, n) => {
			var i = Ed();
			Wr(i, 1, "svelte-41hqjx", null, {}, { right: r === n });
			var a = H(i, !0);
			W(() => X(a, q(t))), Y(e, i);
		}), F(i), W(() => X(o, q(n)[r])), Y(e, i);
	}), F(f), F(a), W((e, t) => {
		X(s, e), X(d, t);
	}, [() => Q("confusion_caption", { part: Q(q(i) === "train" ? "training" : "held_out") }), () => Q("confusion_true")]), Y(e, a), Fe();
}
// src/playground/OutputView.svelte
var jd = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\"> </th>"), Md = /* @__PURE__ */ J("<th scope=\"col\" class=\"svelte-vwwk2l\">R²</th>"), Nd = /* @__PURE__ */ J("<td class=\"svelte-vwwk2l\"> </td>"), Pd = /* @__PURE__ */ J("<tr><th class=\"svelte-vwwk2l\"> </th><td class=\"svelte-vwwk2l\"> </td><!></tr>"), Fd = /* @__PURE__ */ J("<details class=\"svelte-vwwk2l\"><summary class=\"svelte-vwwk2l\"> </summary> <!></details>"), Id = /* @__PURE__ */ J("<section aria-labelledby=\"output-title\"><div class=\"title svelte-vwwk2l\"><h2 id=\"output-title\"> </h2> <button> </button></div> <div class=\"picture svelte-vwwk2l\" role=\"img\"><canvas class=\"svelte-vwwk2l\"></canvas> <canvas class=\"svelte-vwwk2l\"></canvas></div> <table class=\"svelte-vwwk2l\"><thead><tr><th class=\"svelte-vwwk2l\"></th><th class=\"svelte-vwwk2l\"> </th><!></tr></thead><tbody class=\"svelte-vwwk2l\"></tbody></table> <!></section>"), Ld = {
	hash: "svelte-vwwk2l",
	code: ".title.svelte-vwwk2l {display:flex;justify-content:space-between;align-items:center;}details.svelte-vwwk2l {margin-top:0.5rem;}summary.svelte-vwwk2l {cursor:pointer;}.picture.svelte-vwwk2l {position:relative;aspect-ratio:1;margin:0.5rem 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;}canvas.svelte-vwwk2l {position:absolute;inset:0;width:100%;height:100%;}table.svelte-vwwk2l {width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;}th.svelte-vwwk2l,\n  td.svelte-vwwk2l {padding:0.2rem 0.4rem;text-align:right;border-bottom:1px solid var(--line);}tbody.svelte-vwwk2l th:where(.svelte-vwwk2l) {text-align:left;font-weight:normal;color:var(--muted);}"
};
function Rd(e, t) {
	Pe(t, !0), Vr(e, Ld);
	let n, r, i = /* @__PURE__ */ R(() => t.lab.frame.get("output")), a = /* @__PURE__ */ R(() => t.lab.dataFacts?.edges ?? []), o = /* @__PURE__ */ R(() => q(a).length === 1), s = /* @__PURE__ */ R(() => {
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
	on(() => {
		if (q(i) === void 0) return;
		if (q(o)) {
			n.getContext("2d")?.clearRect(0, 0, 100, 100);
			return;
		}
		let e = q(i).shape[0] ?? 1, t = e === 1 ? nd(q(i).values, 100) : td(q(i).values, e, 100);
		id(n, t, 100);
	}), on(() => {
		q(o) && q(i) ? sd(r, q(i).values, q(s), q(a)) : ad(r, q(s), q(a));
	});
	let c = /* @__PURE__ */ R(() => {
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
	}), l = /* @__PURE__ */ Ot(!1), u = /* @__PURE__ */ R(() => t.lab.state?.task !== "regression");
	var d = Id(), f = V(d), p = V(f), m = H(p, !0), h = U(p, 2), g = H(h, !0);
	F(f);
	var _ = U(f, 2), v = V(_);
	Z(v, "width", 100), Z(v, "height", 100), ci(v, (e) => n = e, () => n);
	var y = U(v, 2);
	Z(y, "width", 600), Z(y, "height", 600), ci(y, (e) => r = e, () => r), F(_);
	var b = U(_, 2), x = V(b), S = V(x), C = U(V(S)), w = H(C, !0), T = U(C), E = (e) => {
		var t = jd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("accuracy")]), Y(e, t);
	}, D = (e) => {
		Y(e, Md());
	};
	kr(T, (e) => {
		q(u) ? e(E) : e(D, -1);
	}), F(S), F(x);
	var O = U(x);
	Pr(O, 21, () => q(c), (e) => e.name, (e, t) => {
		var n = Pd(), r = V(n), i = H(r, !0), a = U(r), o = H(a, !0), s = U(a), c = (e) => {
			var n = Nd(), r = H(n, !0);
			W(() => X(r, q(t).right)), Y(e, n);
		}, l = (e) => {
			var n = Nd(), r = H(n, !0);
			W(() => X(r, q(t).fit)), Y(e, n);
		};
		kr(s, (e) => {
			q(u) ? e(c) : e(l, -1);
		}), F(n), W(() => {
			X(i, q(t).name), X(o, q(t).loss);
		}), Y(e, n);
	}), F(O), F(b);
	var k = U(b, 2), ee = (e) => {
		var n = Fd(), r = V(n), i = H(r, !0), a = U(r, 2), o = (e) => {
			Ad(e, { get lab() {
				return t.lab;
			} });
		};
		kr(a, (e) => {
			q(l) && e(o);
		}), F(n), W((e) => X(i, e), [() => Q("confusion")]), li("open", "toggle", n, (e) => B(l, e), () => q(l)), Y(e, n);
	};
	kr(k, (e) => {
		q(u) && e(ee);
	}), F(d), W((e, n, r, i) => {
		X(m, e), h.disabled = !t.lab.facts, X(g, n), Z(_, "aria-label", r), X(w, i);
	}, [
		() => Q("output"),
		() => Q("pin"),
		() => Q("picture_text"),
		() => Q("loss")
	]), ar("click", h, () => t.lab.pin()), Y(e, d), Fe();
}
or(["click"]);
// src/playground/PinnedRun.svelte
var zd = /* @__PURE__ */ J("<div role=\"img\"><canvas class=\"svelte-i2vpmu\"></canvas></div>"), Bd = /* @__PURE__ */ J("<li> </li>"), Vd = /* @__PURE__ */ J("<ul class=\"svelte-i2vpmu\"></ul>"), Hd = /* @__PURE__ */ J("<p class=\"svelte-i2vpmu\"> </p>"), Ud = /* @__PURE__ */ J("<section aria-labelledby=\"pinned-title\"><h2 id=\"pinned-title\"> </h2> <!> <p class=\"svelte-i2vpmu\"> </p> <!> <button> </button></section>"), Wd = {
	hash: "svelte-i2vpmu",
	code: "canvas.svelte-i2vpmu {width:100%;max-width:10rem;aspect-ratio:1;border:1px solid var(--line);border-radius:6px;}p.svelte-i2vpmu,\n  ul.svelte-i2vpmu {margin:0.4rem 0;font-size:0.85rem;}ul.svelte-i2vpmu {padding-left:1.1rem;}"
};
function Gd(e, t) {
	Pe(t, !0), Vr(e, Wd);
	let n = fi(t, "lab", 7), r = /* @__PURE__ */ Ot(void 0), i = /* @__PURE__ */ R(() => t.pinned.output?.shape.length === 3);
	on(() => {
		let e = t.pinned.output;
		if (!q(r) || !e || !q(i)) return;
		let n = e.shape[0] ?? 1, a = n === 1 ? nd(e.values, 100) : td(e.values, n, 100);
		id(q(r), a, 100);
	});
	let a = (e) => (e?.held_out?.loss ?? e?.train?.loss)?.toPrecision(3) ?? "–", o = (e) => e == null ? Q("usual") : typeof e == "object" ? JSON.stringify(e) : String(e), s = /* @__PURE__ */ R(() => {
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
	var c = Ud(), l = V(c), u = H(l, !0), d = U(l, 2), f = (e) => {
		var t = zd(), n = V(t);
		Z(n, "width", 100), Z(n, "height", 100), ci(n, (e) => B(r, e), () => q(r)), F(t), W((e) => Z(t, "aria-label", e), [() => Q("pinned_picture")]), Y(e, t);
	};
	kr(d, (e) => {
		q(i) && e(f);
	});
	var p = U(d, 2), m = H(p, !0), h = U(p, 2), g = (e) => {
		var t = Vd();
		Pr(t, 21, () => q(s), ({ key: e, before: t, after: n }) => e, (e, t) => {
			let n = () => q(t).key, r = () => q(t).before, i = () => q(t).after;
			var a = Bd(), o = H(a, !0);
			W((e) => X(o, e), [() => Q("pinned_differs", {
				key: n(),
				before: r(),
				after: i()
			})]), Y(e, a);
		}), F(t), Y(e, t);
	}, _ = (e) => {
		var t = Hd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("pinned_same")]), Y(e, t);
	};
	kr(h, (e) => {
		q(s).length > 0 ? e(g) : e(_, -1);
	});
	var v = U(h, 2), y = H(v, !0);
	F(c), W((e, t, n) => {
		X(u, e), X(m, t), X(y, n);
	}, [
		() => Q("pinned"),
		() => Q("pinned_text", {
			step: t.pinned.facts.step,
			loss: a(t.pinned.facts),
			now: a(n().facts)
		}),
		() => Q("unpin")
	]), ar("click", v, () => n().pinned = null), Y(e, c), Fe();
}
or(["click"]);
// src/playground/Playground.svelte
var Kd = /* @__PURE__ */ J("<p class=\"refused svelte-1u5dzuy\" role=\"status\"> <!></p>"), qd = /* @__PURE__ */ J("<p class=\"refused svelte-1u5dzuy\" role=\"alert\"> </p>"), Jd = /* @__PURE__ */ J("<div class=\"top svelte-1u5dzuy\"><!> <!> <!> <!></div> <div class=\"columns svelte-1u5dzuy\"><div><!> <!></div> <!> <div class=\"results svelte-1u5dzuy\"><!> <!> <!> <!></div></div>", 1), Yd = {
	hash: "svelte-1u5dzuy",
	code: ".top.svelte-1u5dzuy {display:grid;gap:0.6rem;margin-bottom:1rem;}.refused.svelte-1u5dzuy {margin:0;padding:0.5rem 0.8rem;border-left:4px solid var(--warn);background:var(--surface);}.columns.svelte-1u5dzuy {display:grid;grid-template-columns:minmax(12rem, 15rem) minmax(0, 1fr) minmax(16rem, 20rem);gap:1.5rem;}.results.svelte-1u5dzuy {display:grid;gap:1rem;align-content:start;}\n  @media (max-width: 60rem) {.columns.svelte-1u5dzuy {grid-template-columns:minmax(0, 1fr);}\n  }"
};
function Xd(e, t) {
	Pe(t, !0), Vr(e, Yd);
	var n = Jd(), r = qt(n), i = V(r);
	ia(i, { get lab() {
		return t.lab;
	} });
	var a = U(i, 2), o = (e) => {
		Iu(e, {
			get lab() {
				return t.lab;
			},
			get diverged() {
				return t.lab.diverged;
			}
		});
	};
	kr(a, (e) => {
		t.lab.diverged && e(o);
	});
	var s = U(a, 2), c = (e) => {
		var n = Kd(), r = V(n), i = U(r), a = (e) => {
			var n = gr();
			W(() => X(n, t.lab.ended.reason)), Y(e, n);
		}, o = /* @__PURE__ */ R(() => Hi() === "en");
		kr(i, (e) => {
			q(o) && e(a);
		}), F(n), W((e) => X(r, `${e ?? ""} `), [() => Q("ended", { step: t.lab.ended.step })]), Y(e, n);
	};
	kr(s, (e) => {
		t.lab.ended && e(c);
	});
	var l = U(s, 2), u = (e) => {
		var n = qd(), r = H(n, !0);
		W(() => X(r, t.lab.refused.text)), Y(e, n);
	};
	kr(l, (e) => {
		t.lab.refused && e(u);
	}), F(r);
	var d = U(r, 2), f = V(d), p = V(f);
	Mu(p, { get lab() {
		return t.lab;
	} }), qu(U(p, 2), { get lab() {
		return t.lab;
	} }), F(f);
	var m = U(f, 2);
	wd(m, { get lab() {
		return t.lab;
	} });
	var h = U(m, 2), g = V(h);
	Rd(g, { get lab() {
		return t.lab;
	} });
	var _ = U(g, 2);
	gu(_, { get lab() {
		return t.lab;
	} });
	var v = U(_, 2);
	Uu(v, { get lab() {
		return t.lab;
	} });
	var y = U(v, 2), b = (e) => {
		Gd(e, {
			get lab() {
				return t.lab;
			},
			get pinned() {
				return t.lab.pinned;
			}
		});
	};
	kr(y, (e) => {
		t.lab.pinned && e(b);
	}), F(h), F(d), Y(e, n), Fe();
}
// src/widget/Widget.svelte
var Zd = /* @__PURE__ */ J("<p role=\"status\"> </p>"), Qd = /* @__PURE__ */ J("<div class=\"widget svelte-fpbx4k\"><!></div>"), $d = {
	hash: "svelte-fpbx4k",
	code: ".widget.svelte-fpbx4k {padding:0.8rem;color:var(--ink);background:var(--paper);}"
};
function ef(e, t) {
	Pe(t, !0), Vr(e, $d);
	let n = { playground: Xd }, r = /* @__PURE__ */ R(() => n[t.page] ?? Xd);
	var i = Qd(), a = V(i), o = (e) => {
		var n = _r();
		Br(qt(n), () => q(r), (e, n) => {
			n(e, { get lab() {
				return t.lab;
			} });
		}), Y(e, n);
	}, s = (e) => {
		var t = Zd(), n = H(t, !0);
		W((e) => X(n, e), [() => Q("connecting")]), Y(e, t);
	};
	kr(a, (e) => {
		t.lab.state ? e(o) : e(s, -1);
	}), F(i), Y(e, i), Fe();
}
// src/widget/widget.ts
var tf = "frame";
function nf(e) {
	return (t) => (e.on("msg:custom", (e, n) => {
		let [r] = n;
		if (e !== tf || r === void 0) t.received(e);
		else {
			let e = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
			t.received(e.slice().buffer);
		}
	}), queueMicrotask(() => t.opened()), {
		send: (t) => e.send(t),
		close: () => void 0
	});
}
function rf({ model: e, el: t }) {
	let n = t.attachShadow({ mode: "open" });
	n.adoptedStyleSheets = [mi, pi].map((e) => {
		let t = new CSSStyleSheet();
		return t.replaceSync(e), t;
	}), matchMedia("(prefers-color-scheme: dark)").matches && (t.dataset.theme = "dark"), Ui(e.get("language") === "vi" ? "vi" : "en");
	let r = Cr(ef, {
		target: n,
		props: {
			lab: new ji("playground", String(e.get("link")), nf(e)),
			page: String(e.get("page"))
		}
	});
	return () => void Dr(r);
}
var af = { render: rf };
export { af as default };
