"""Slips of the hand in typing a number: one digit, two digits swapped, a sign, a moved decimal point."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from string import digits

MISTYPED = "one wrong digit", "two digits swapped"
"""The slips that leave a number as long as it was."""


def slip(printed: Decimal, meant: Decimal) -> str:
    """What slip turns the number meant into the printed one, in words; empty if none does."""
    if printed == -meant and printed:
        return "a wrong sign"
    one, other = f"{abs(printed):f}", f"{abs(meant):f}"
    same_sign = (printed < 0) == (meant < 0) and one != other
    return next((name for name, is_it in SLIPS if same_sign and is_it(one, other)), "")


def one_digit(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits of one are swapped in the other, the decimal point staying where it is."""
    if one.find(".") != other.find("."):
        return False
    left, right = one.replace(".", ""), other.replace(".", "")
    return any(left[:n] + left[n + 1] + left[n] + left[n + 2 :] == right for n in range(len(left) - 1))


def moved_point(one: str, other: str) -> bool:
    """Whether two numbers have the same digits, noughts at the ends apart."""
    return one.replace(".", "").strip("0") == other.replace(".", "").strip("0")


def one_more(one: str, other: str) -> bool:
    """Whether one number has a digit more than the other."""
    return any(one[:n] + one[n + 1 :] == other for n in range(len(one)))


def meant(printed: Decimal) -> Iterator[Decimal]:
    """The numbers of which a slip of one digit, two swapped digits, a moved point, or a digit too many or too few made the printed one."""
    text = f"{abs(printed):f}"
    found = {text[:n] + digit + text[n + 1 :] for n, sign in enumerate(text) if sign.isdigit() for digit in digits}
    found |= {text[:n] + text[n + 1] + text[n] + text[n + 2 :] for n in range(len(text) - 1) if text[n : n + 2].isdigit()}
    found |= {text[:n] + digit + text[n:] for n in range(len(text) + 1) for digit in digits}
    found |= {text[:n] + text[n + 1 :] for n, sign in enumerate(text) if sign.isdigit() and len(text) > 1}
    moved = (abs(printed).scaleb(places) for places in (-2, -1, 1, 2))
    written = (number for each in found if f"{(number := Decimal(each)):f}" == each)
    numbers = {*written, *moved} - {abs(printed)}
    yield from (number.copy_sign(printed) for number in sorted(numbers) if number or printed > 0)


SLIPS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    (MISTYPED[0], one_digit),
    (MISTYPED[1], swapped),
    ("a moved decimal point", moved_point),
    ("a digit too many", one_more),
    ("a digit left out", lambda one, other: one_more(other, one)),
)
