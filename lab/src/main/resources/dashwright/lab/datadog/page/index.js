import { element } from "./dom.js";

const host = document.getElementById("boards");
const response = await fetch("/lab/boards");
const { boards } = await response.json();

if (boards.length === 0) {
  host.append(element("p", {}, "No dashboard has been published yet."));
}
for (const board of boards.reverse()) {
  host.append(
    element("a", { class: "entry", href: board.url },
      element("strong", {}, board.title),
      element("span", { class: "description" }, board.description ?? ""),
      element("span", { class: "meta" },
        `${board.widgets} widgets · ${board.author_handle} · changed ${board.modified_at.slice(0, 16).replace("T", " ")} UTC`)));
}
