"""Refuses what CPython and MicroPython do not both know, or do differently, in the modules that run in the page.

Read from the syntax tree; annotations are skipped, since MicroPython does not evaluate them. What a text does not
show (the type of a value in an f-string) the comparison of both engines over a grid of values finds.
"""

import ast
import builtins
from pathlib import Path

MODULES = {"math", "json", "typing"}
MATH = {
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "ceil",
    "copysign",
    "cos",
    "cosh",
    "degrees",
    "e",
    "erf",
    "erfc",
    "exp",
    "expm1",
    "fabs",
    "factorial",
    "floor",
    "fmod",
    "gamma",
    "inf",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "ldexp",
    "lgamma",
    "log",
    "log10",
    "log2",
    "modf",
    "pi",
    "pow",
    "radians",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "tau",
    "trunc",
}
BUILTINS = {
    "abs",
    "all",
    "any",
    "bool",
    "dict",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "int",
    "isinstance",
    "len",
    "list",
    "map",
    "max",
    "min",
    "pow",
    "range",
    "reversed",
    "sorted",
    "str",
    "sum",
    "tuple",
    "zip",
    "ArithmeticError",
    "Exception",
    "IndexError",
    "KeyError",
    "TypeError",
    "ValueError",
    "ZeroDivisionError",
}
METHODS = {
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "sort",
    "index",
    "count",
    "reverse",
    "clear",
    "copy",
    "get",
    "setdefault",
    "join",
    "split",
    "strip",
    "lstrip",
    "rstrip",
    "replace",
    "startswith",
    "endswith",
    "find",
    "lower",
    "upper",
    "isdigit",
}
REMEDIES = {
    "round": "use dutch.rounded: the engines round differently",
    "items": "keep a list of pairs: MicroPython does not keep the order of a dict",
    "keys": "keep a list of names: MicroPython does not keep the order of a dict",
    "values": "keep a list: MicroPython does not keep the order of a dict",
    "format": "use book.facts.dutch: MicroPython formats numbers differently",
    "set": "keep a list: the order of a set differs",
    "print": "return what there is to tell",
}
SYNTAX = {
    ast.Match: "`match`; use if and elif",
    ast.AsyncFunctionDef: "`async`",
    ast.Await: "`await`",
    ast.Set: "a set display; keep a list, the order of a set differs",
    ast.SetComp: "a set comprehension; keep a list, the order of a set differs",
    ast.ClassDef: "a class; use functions and dicts",
    ast.Lambda: "a lambda; define a function",
}


def faults(path: Path, own_modules: set[str]) -> list[str]:
    """Return a sentence `file:line: ...` for each thing in the module that is outside the subset."""
    checker = _Checker(own_modules)
    checker.visit(ast.parse(path.read_text("utf-8"), str(path)))
    return [f"{path}:{line}: {fault}" for line, fault in sorted(checker.found)]


class _Checker(ast.NodeVisitor):
    """Collects (line, sentence) of every fault."""

    def __init__(self, own_modules: set[str]):
        self.modules = MODULES | own_modules
        self.imported: set[str] = set()
        self.found: list[tuple[int, str]] = []

    def refuse(self, node: ast.AST, sentence: str) -> None:
        self.found.append((node.lineno, sentence))

    def generic_visit(self, node: ast.AST) -> None:
        """Visit the children; refuse what the syntax itself shows."""
        if type(node) in SYNTAX:
            self.refuse(node, f"MicroPython lacks it or does it differently: {SYNTAX[type(node)]}")
        super().generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self._import(node, [alias.name for alias in node.names])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        whole = node.module in self.modules
        self._import(node, [node.module if whole else f"{node.module}.{alias.name}" for alias in node.names])

    def _import(self, node: ast.Import | ast.ImportFrom, asked: list[str]) -> None:
        self.imported.update(alias.asname or alias.name for alias in node.names)
        for name in asked:
            if name not in self.modules:
                self.refuse(
                    node, f"'{name}' cannot be imported in the page; it knows {', '.join(sorted(self.modules))}"
                )

    def visit_arg(self, node: ast.arg) -> None:
        """Skip the annotation."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.args.posonlyargs:
            self.refuse(node, "MicroPython lacks positional-only parameters; leave out the slash")
        node.returns = None
        self.generic_visit(node)

    def visit_List(self, node: ast.List | ast.Tuple) -> None:
        if isinstance(node.ctx, ast.Load) and any(isinstance(item, ast.Starred) for item in node.elts):
            self.refuse(node, "MicroPython lacks a star in a list; add the lists")
        self.generic_visit(node)

    visit_Tuple = visit_List

    def visit_Dict(self, node: ast.Dict) -> None:
        if None in node.keys:
            self.refuse(node, "MicroPython lacks ** in a dict; copy it and set the keys")
        self.generic_visit(node)

    def visit_FormattedValue(self, node: ast.FormattedValue) -> None:
        if node.format_spec or node.conversion != -1:
            self.refuse(node, "MicroPython formats numbers differently; use book.facts.dutch")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
            self.refuse(node, "MicroPython formats numbers differently; use book.facts.dutch")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "zip" and node.keywords:
            self.refuse(node, "MicroPython's zip takes no keywords")
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load) and hasattr(builtins, node.id) and node.id not in BUILTINS:
            self._refuse_name(node, node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        if owner == "math" and node.attr not in MATH:
            self.refuse(node, f"MicroPython's math has no '{node.attr}'")
        elif owner not in self.imported and node.attr not in METHODS:
            self._refuse_name(node, node.attr)
        self.generic_visit(node)

    def _refuse_name(self, node: ast.AST, name: str) -> None:
        remedy = REMEDIES.get(name, "book/simulations/subset.py lists what can be used")
        self.refuse(node, f"'{name}' lacks or differs in MicroPython; {remedy}")
