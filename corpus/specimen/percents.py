"""Which shares a whole number of a base can give."""

from decimal import ROUND_FLOOR, Decimal

from corpus.specimen.truth import share

FAR = 6  # steps of the last place that an impossible share may be from the true one
WHOLE = 100


def fits(percent: Decimal, base: Decimal, decimals: int) -> bool:
    """Whether some whole number of the base gives this share, rounded half up or cut off."""
    step = Decimal(1).scaleb(-decimals)
    shares = [100 * Decimal(n) / base for n in range(int(base) + 1)]
    return any(exact.quantize(step, ROUND_FLOOR) == percent or abs(exact - percent) <= step / 2 for exact in shares)


def impossible(true: Decimal, base: Decimal, decimals: int) -> Decimal | None:
    """The nearest share that no whole number of the base gives."""
    near = sorted((true + n * Decimal(1).scaleb(-decimals) for n in range(-FAR, FAR + 1)), key=lambda found: abs(found - true))
    return next((found for found in near if 0 < found < WHOLE and base and not fits(found, base, decimals)), None)


def nearest(percent: Decimal, base: Decimal, decimals: int) -> str:
    """The possible shares next to one that is not."""
    below = int(percent * base / 100)
    return " or ".join(f"{share(Decimal(n), base, decimals)}% ({n} of {base})" for n in (below, below + 1))
