
(() => {
  "use strict";
  const MANY = 45; // edges above which their names are left to the tooltips
  const { nodes, edges } = JSON.parse(document.getElementById("data").textContent);
  const stage = document.getElementById("drawing");
  const card = document.getElementById("card");
  const hidden = new Set();

  const colour = (name) => {
    const probe = document.createElement("span");
    if (name.startsWith("--")) probe.style.color = `var(${name})`;
    else probe.className = name;
    document.body.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    return computed;
  };

  // A title given as an element is shown as it is; its words are text, whatever they hold.
  const words = (text) => {
    const box = document.createElement("div");
    box.textContent = text;
    return box;
  };

  const degree = new Map();
  for (const edge of edges) for (const end of [edge.from, edge.to]) degree.set(end, (degree.get(end) || 0) + 1);
  const text = { color: colour("--text"), strokeColor: colour("--surface"), strokeWidth: 4, size: 13 };
  const drawnNodes = new vis.DataSet(nodes.map((node) => ({
    id: node.id, label: node.label, title: words(node.title), shape: "dot", size: 9 + Math.min(13, 2.6 * Math.sqrt(degree.get(node.id) || 0)),
    color: { background: colour(`type-${node.place}`), border: colour("--surface"), highlight: { background: colour(`type-${node.place}`), border: colour("--lit") } }, font: text,
  })));
  const drawnEdges = new vis.DataSet(edges.map((edge, n) => ({
    id: n, from: edge.from, to: edge.to, title: words(edge.title), label: edges.length > MANY ? "" : edge.label,
    color: { color: colour("--edge"), highlight: colour("--lit") }, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, font: { ...text, color: colour("--muted"), size: 10.5 },
  })));

  const network = new vis.Network(stage, { nodes: drawnNodes, edges: drawnEdges }, {
    interaction: { hover: true }, layout: { randomSeed: 7, improvedLayout: false },
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -70, springLength: 110, avoidOverlap: 0.5, damping: 0.55 }, stabilization: { iterations: 250 } },
  });
  network.once("stabilizationIterationsDone", () => { network.setOptions({ physics: false }); network.fit(); });
  network.on("click", ({ nodes: [id] }) => {
    const node = nodes.find((each) => each.id === id);
    card.hidden = !node;
    card.textContent = node ? node.title : "";
  });
  document.getElementById("fit").addEventListener("click", () => network.fit({ animation: true }));

  for (const button of document.querySelectorAll("[data-type]")) button.addEventListener("click", () => {
    const type = button.dataset.type;
    if (!hidden.delete(type)) hidden.add(type);
    button.setAttribute("aria-pressed", String(!hidden.has(type)));
    drawnNodes.update(nodes.map((node) => ({ id: node.id, hidden: hidden.has(node.group) })));
  });
})();
