"""The pages say the same in both languages."""

import ast
import re

import pytest

from contracts.test_docs import FENCE, PAGES, ROOT, blocks, page_name, shown_commands

TRANSLATED = [page for page in PAGES if page.name.endswith(".vi.md")]


class Wordless(ast.NodeTransformer):
    """Code without its words: strings are emptied; what an f-string computes stays."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.JoinedStr:
        self.generic_visit(node)
        node.values = [value for value in node.values if isinstance(value, ast.FormattedValue)]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


@pytest.fixture(params=TRANSLATED, ids=page_name)
def pair(request) -> list[str]:
    """The texts of a translated page and of its English original."""
    english = request.param.with_name(request.param.name.replace(".vi.md", ".md"))
    return [path.read_text(encoding="utf-8") for path in (request.param, english)]


def wordless(text: str) -> list[str]:
    return [ast.unparse(Wordless().visit(ast.parse(b.text))) for b in blocks(text, "python")]


def test_the_translation_has_the_same_code_commands_and_pictures(pair):
    ours, theirs = pair
    assert wordless(ours) == wordless(theirs)
    assert shown_commands(ours) == shown_commands(theirs)
    pictures = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
    assert [p.replace(".vi.", ".") for p in pictures.findall(ours)] == pictures.findall(theirs)
    assert len(re.findall("^#+ ", ours, re.M)) == len(re.findall("^#+ ", theirs, re.M))
    formulas = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
    assert [re.sub(r"\\text\{.*?\}|\s", "", f) for f in formulas.findall(ours)] == [
        re.sub(r"\\text\{.*?\}|\s", "", f) for f in formulas.findall(theirs)
    ]


def link_targets(text: str) -> list[str]:
    """Where the links go, in order of their names; the language and the chapter are left out."""
    targets = re.findall(r"\]\(<?([^)#>\s]+)", FENCE.sub("", text))
    return sorted(target.replace(".vi.", ".") for target in targets)


def table_rows(text: str) -> list[int]:
    """The bars in each row of each table, but of a list of English words and their translations."""
    paragraphs = FENCE.sub("", text).split("\n\n")
    ours = [line for p in paragraphs if "| tiếng Anh |" not in p for line in p.splitlines()]
    return [line.count("|") for line in ours if line.startswith("|")]


def figures(text: str) -> list[list[str]]:
    """The numbers with decimals of each output, which test_docs.py lets stand for others."""
    shown = [block.output or "" for block in blocks(text, "python")]
    return [re.findall(r"\d+\.\d+", output) for output in shown]


def test_the_translation_has_the_same_rows_links_and_figures(pair):
    ours, theirs = pair
    assert link_targets(ours) == link_targets(theirs)
    assert table_rows(ours) == table_rows(theirs)
    assert figures(ours) == figures(theirs)


def test_each_readme_and_tutorial_leads_to_the_other_language():
    for name, other in (("README", "README"), ("docs/tutorial", "tutorial")):
        for one, two in ((".md", ".vi.md"), (".vi.md", ".md")):
            top = (ROOT / f"{name}{one}").read_text(encoding="utf-8")[:300]
            assert f"({other}{two})" in top


def test_words_may_differ_and_code_may_not():
    assert wordless('```python\nprint("one", f"{x:.2f} a")  # c\n```') == wordless(
        '```python\nprint("một", f"b {x:.2f}")  # d\n```'
    )
    assert wordless("```python\nf(x, 1)\n```") != wordless("```python\nf(x, 2)\n```")
