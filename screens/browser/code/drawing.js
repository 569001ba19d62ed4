// Shows a drawing that the server made, as it is. It is read as a picture's own language, never as a page, so nothing
// in it can run; the letters are those of the page. Where the column is too narrow for letters that can be read, the
// drawing keeps its size and is moved sideways, with the keyboard too.

const READABLE = 1.1

export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector(".drawing")
  const drawn = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement
  if (drawn.nodeName !== "svg") return
  drawn.setAttribute("width", "100%")
  drawn.removeAttribute("height")
  const shown = document.importNode(drawn, true)
  shown.style.minWidth = `${READABLE * shown.viewBox.baseVal.width}px`
  frame.replaceChildren(shown)
  if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0
}
