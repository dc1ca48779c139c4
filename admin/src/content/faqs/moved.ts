interface Placed {
  id: number;
  position: number;
}

/**
 * Which rows get another place when the one at `from` moves to `to`. Places may repeat or have gaps before; after it
 * they count on from `first`, the number of rows on the pages before.
 */
export const moved = <Row extends Placed>(rows: readonly Row[], from: number, to: number, first = 0): [Row, number][] => {
  const order = [...rows];
  const [row] = order.splice(from, 1);
  if (!row || to < 0 || to >= rows.length) return [];
  order.splice(to, 0, row);
  return order.flatMap((each, i): [Row, number][] => (each.position === first + i ? [] : [[each, first + i]]));
};
