// Groups of nodes that hang together more than with the rest, found in what is shown: each node takes the group that
// most of its neighbours have, until none changes (label propagation; Raghavan, Albert and Kumara 2007, in a fixed
// order, so that the same drawing has the same groups).

const ROUNDS = 20;
export const COLOURED = 10; // the largest groups; the rest share one colour

// A group's number by node id, largest group first.
export function clusters(nodes, edges) {
  const around = new Map(nodes.map(({ id }) => [id, []]));
  for (const { head, tail } of edges) if (around.has(head) && around.has(tail)) { around.get(head).push(tail); around.get(tail).push(head); }
  const label = new Map(nodes.map(({ id }, at) => [id, at]));
  const order = [...around.keys()].sort((a, b) => around.get(b).length - around.get(a).length);
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const id of order) {
      const wanted = commonest(around.get(id).map((other) => label.get(other)), label.get(id));
      if (wanted !== label.get(id)) { label.set(id, wanted); changed = true; }
    }
  }
  return numbered(label);
}

function commonest(labels, own) {
  if (!labels.length) return own;
  const counts = new Map();
  for (const each of labels) counts.set(each, (counts.get(each) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return counts.get(own) === most ? own : Math.min(...[...counts].filter(([, count]) => count === most).map(([each]) => each));
}

function numbered(label) {
  const sizes = new Map();
  for (const each of label.values()) sizes.set(each, (sizes.get(each) ?? 0) + 1);
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([each], at) => [each, Math.min(at, COLOURED - 1)]));
  return new Map([...label].map(([id, each]) => [id, order.get(each)]));
}
