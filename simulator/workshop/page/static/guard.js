// A question before the page is left while something unsent is being written.

let unsent = false;

export function guard() {
  addEventListener("beforeunload", (event) => {
    if (!unsent) return;
    event.preventDefault();
    event.returnValue = "";
  });
}

export function draft(is) {
  unsent = is === true;
}
