"""Sums behind derived figures, such as `productcodes-2015 / gemeenten-2015`.

Operands are ids of figures (`tekort-jeugd-2023`), points of series (`gemeenten@2015`) and plain numbers;
operators are + - * / and brackets. An id may hold hyphens, so a minus sign stands between spaces.
Values count in the unit in which the register states them.
"""

import ast
import operator
import re
from collections.abc import Callable

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:@[0-9][0-9A-Z-]*)?")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def ids(expression: str) -> list[str]:
    """The ids in a sum, in order of appearance."""
    return ID.findall(expression)


def evaluate(expression: str, value_of: Callable[[str], float]) -> float:
    """Compute a sum. `value_of` gives the value of an id.

    Raises ValueError when the expression holds anything but ids, numbers, + - * / and brackets.
    """
    names: dict[str, str] = {}

    def placeholder(match: re.Match[str]) -> str:
        name = f"x{len(names)}"
        names[name] = match.group()
        return name

    source = ID.sub(placeholder, expression)
    try:
        tree = ast.parse(source, mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"cannot read the sum '{expression}'") from error

    def compute(node: ast.expr) -> float:
        if isinstance(node, ast.Name) and node.id in names:
            return value_of(names[node.id])
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            return node.value
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            return OPERATORS[type(node.op)](compute(node.left), compute(node.right))
        raise ValueError(f"only ids, numbers, + - * / and brackets may stand in a sum: '{expression}'")

    return compute(tree)
