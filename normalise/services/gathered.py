"""What speaks for each id that a printed name may mean, as it is gathered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Features = dict[str, float]
"""What speaks for an id, 0 to 1 each; the names are those of `weights.toml`."""


@dataclass(slots=True)
class Evidence:
    """What speaks for each id: feature -> how much."""

    of: defaultdict[str, Features] = field(default_factory=lambda: defaultdict(dict))

    def add(self, ids: Iterable[str], feature: str, amount: float = 1.0) -> None:
        """Something speaks for some ids; what speaks more for one of them counts."""
        for service_id in ids:
            self.of[service_id][feature] = max(amount, self.of[service_id].get(feature, 0.0))

    def most(self, *features: str) -> float:
        """The most that any id has of some features."""
        return max((found.get(name, 0.0) for found in self.of.values() for name in features), default=0.0)
