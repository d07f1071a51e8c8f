"""Texts that would run a script if a page took them for HTML, an address or code.

Written for these tests after the kinds that OWASP's cheat sheet on cross-site scripting names.
"""

CALL = "window.executed=1"

ELEMENTS = [
    f"<script>{CALL}</script>",
    f"<script src=data:text/javascript,{CALL}></script>",
    f"<img src=x onerror={CALL}>",
    f"<img src=x onerror='{CALL}'>",
    f'<img src="x" onerror="{CALL}">',
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    f"<body onload={CALL}>",
    "<iframe srcdoc='<script>parent.executed=1</script>'></iframe>",
    f"<iframe src=javascript:parent.{CALL}></iframe>",
    f"<a href=javascript:{CALL}>x</a>",
    f"<details open ontoggle={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f"<object data=javascript:{CALL}></object>",
    f"<embed src=javascript:{CALL}>",
    f"<math><mtext><script>{CALL}</script></mtext></math>",
    f"<style>@import 'javascript:{CALL}';</style>",
    f"<link rel=stylesheet href=javascript:{CALL}>",
    f"<form action=javascript:{CALL}><button>x</button></form>",
    f"<base href=javascript:{CALL}//>",
    f"<meta http-equiv=refresh content='0;url=javascript:{CALL}'>",
    f"<template><script>{CALL}</script></template>",
]
BROKEN_OUT_OF = ["'>", '">', "`>", "</title>", "</textarea>", "</svg>", "</table>", "-->", "]]>"]
CODE = [
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f"java\tscript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"${{{CALL}}}",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"{{@html '<img src=x onerror={CALL}>'}}",
    f"';{CALL};'",
    f'";{CALL};"',
    f"\\u003cscript\\u003e{CALL}\\u003c/script\\u003e",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
    f"%3Cscript%3E{CALL}%3C/script%3E",
    f"\x00<script>{CALL}</script>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    f"<<script>{CALL}//<</script>",
    f"<ſcript>{CALL}</ſcript>",
    f"\u202e<script>{CALL}</script>",
    f"=cmd|'/c {CALL}'!A1",
]
PAYLOADS = [*ELEMENTS, *(start + ELEMENTS[2] for start in BROKEN_OUT_OF), *CODE]
PAYLOADS += [start + ELEMENTS[5] for start in BROKEN_OUT_OF]
assert len(set(PAYLOADS)) >= 60
