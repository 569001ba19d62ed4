// A link carries its code behind "#", which browsers never send anywhere. It goes into the form, and out of the address.
const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  const field = document.getElementById("code");
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
  document.querySelector("input:not([type=hidden]):not(#code)")?.focus();
}
