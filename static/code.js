// A link carries its code behind "#", which browsers never send anywhere. It goes into the form, and out of the address.
// On the way through the sign-in, which has no field for it, this tab keeps it.
const kept = "hanse-code";
const field = document.getElementById("code");
const code = decodeURIComponent(location.hash.slice(1)) || (field && sessionStorage.getItem(kept)) || "";
// Another link opened in the same tab changes nothing but what stands behind "#": its code counts, not the one before.
addEventListener("hashchange", () => location.hash.length > 1 && location.reload());
if (code) {
  history.replaceState(null, "", location.pathname + location.search);
  if (field) {
    field.value = code;
    sessionStorage.removeItem(kept);
    document.querySelector("input:not([type=hidden]):not(#code)")?.focus();
  } else {
    sessionStorage.setItem(kept, code);
  }
}
