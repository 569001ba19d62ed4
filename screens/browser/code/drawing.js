// Shows a drawing that the server made, as it is. It is read as a picture's own language, never as a page, so nothing
// in it can run; the letters are those of the page.

export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector(".drawing")
  const drawn = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement
  if (drawn.nodeName !== "svg") return
  drawn.setAttribute("width", "100%")
  drawn.removeAttribute("height")
  frame.replaceChildren(document.importNode(drawn, true))
}
