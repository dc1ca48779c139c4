"""The stock as it should be: plain numbers, told what was done and never asking the database."""

from collections import Counter
from dataclasses import dataclass, field

from shop.order_status import TRANSITIONS
from shop.positions import CONSUMED, HELD, position


@dataclass
class OrderModel:
    id: int
    product: int
    pieces: int
    promised: Counter[int]
    status: str = "new"
    cut: Counter[int] = field(default_factory=Counter)

    def may_become(self, new: str, model: "Model") -> bool:
        """By a person. An order that is picked up may be handed over at once."""
        if new == self.status:
            return True
        if new not in TRANSITIONS[self.status]:
            return False
        if position(new) != CONSUMED or position(self.status) == CONSUMED:
            return True
        return all(count <= self._obtainable(item, model) for item, count in self._claim(model).items())

    def becomes(self, new: str, model: "Model") -> None:
        if new == "cancelled":
            if self.status != "delivered":
                self.cut.clear()
            self.promised.clear()
        elif position(new) == CONSUMED and position(self.status) == HELD:
            self.cut += self._claim(model)
            self.promised.clear()
        self.status = new

    def _claim(self, model: "Model") -> Counter[int]:
        """What it takes off the shelf when it is cut: by the recipe, where nothing is promised to it any more."""
        if self.cut:
            return Counter()
        return Counter(self.promised) or model.need(self.product, self.pieces)

    def _obtainable(self, item: int, model: "Model") -> int:
        own, there = self.promised[item], model.balances[item]
        return max(there - (model.promised(item) - own), min(own, there))


@dataclass
class CheckModel:
    id: int
    differences: dict[int, int]
    pending: bool = True

    def may_be_applied(self, model: "Model") -> bool:
        return self.pending and all(model.balances[item] + n >= 0 for item, n in self.differences.items())

    def applied_to(self, model: "Model") -> None:
        assert self.pending, "a check was applied twice"
        self.pending = False
        for item, difference in self.differences.items():
            model.own[item] += difference


@dataclass
class Model:
    """`items` and `products` are the ids in the database; a recipe is {item: pieces}."""

    shop_id: int
    items: list[int]
    products: list[int]
    recipes: list[Counter[int]]
    own: Counter[int]  # balances, as if nothing had been cut for orders
    orders: list[OrderModel] = field(default_factory=list)
    checks: list[CheckModel] = field(default_factory=list)

    @property
    def balances(self) -> dict[int, int]:
        cut = sum((order.cut for order in self.orders), Counter())
        return {item: self.own[item] - cut[item] for item in self.items}

    def promised(self, item: int) -> int:
        return sum(order.promised[item] for order in self.orders)

    def free(self, item: int) -> int:
        return max(self.balances[item] - self.promised(item), 0)

    def need(self, product: int, pieces: int) -> Counter[int]:
        return Counter({item: count * pieces for item, count in self.recipes[product].items()})

    def order(self, number: int) -> OrderModel | None:
        return self.orders[number % len(self.orders)] if self.orders else None

    def check(self, number: int) -> CheckModel | None:
        return self.checks[number % len(self.checks)] if self.checks else None

    def shift(self, item: int, pieces: int) -> None:
        self.own[self.items[item]] += pieces

    def placed(self, order_id: int, product: int, pieces: int) -> None:
        self.orders.append(OrderModel(order_id, product, pieces, self.need(product, pieces)))

    def moved(self, order_id: int, old: str, new: str) -> None:
        (order,) = [order for order in self.orders if order.id == order_id]
        assert order.status == old, "the history has a gap"
        order.becomes(new, self)

    def released_stale(self) -> None:
        for order in self.orders:
            if order.status == "new":
                order.promised.clear()
