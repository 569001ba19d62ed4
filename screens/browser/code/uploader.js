// Sends files to an address of our own, one after the other, and says how far each is, to the eye alone: read out, it
// would never end. The session hears when one is kept. A button with nothing to do for a while keeps the keyboard.

export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button")
  const input = parentElement.querySelector("input")
  const line = parentElement.querySelector("[role=status]")
  button.textContent = data.label
  button.hidden = false
  input.accept = data.accept
  input.multiple = true
  button.onclick = () => button.ariaDisabled || input.click()
  input.onchange = async () => {
    const files = [...input.files]
    input.value = ""
    button.ariaDisabled = "true"
    line.ariaLive = "off"
    const refusals = []
    for (const file of files) {
      const refusal = await send(file, data, line)
      if (refusal) refusals.push(refusal)
      else setTriggerValue("kept", { at: Date.now() })
    }
    line.ariaLive = "polite"
    line.textContent = refusals.join(" ")
    button.ariaDisabled = null
  }
}

// What is wrong with a file, or nothing once it is kept.
function send(file, { url, limit, too_large, failed, sending }, line) {
  if (file.size > limit) return Promise.resolve(too_large)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open("POST", url)
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total }) => {
      const share = total ? Math.floor((100 * loaded) / total) : 0
      line.textContent = sending.replace("{name}", file.name).replace("{share}", share)
    }
    request.onload = () => resolve(request.status === 201 ? null : (message(request) ?? failed))
    request.onerror = () => resolve(failed)
    request.send(file)
  })
}

function message(request) {
  try {
    return JSON.parse(request.responseText).message
  } catch {
    return null
  }
}
