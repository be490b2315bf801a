// Text that is typed, by whatever input method, reaches the terminal as the difference between what stands in the
// browser's text area and what has been sent: so many characters back, then these. Unikey's backspaces, the marks that
// a phone's keyboard puts on letters already there, composition and correction all come out as the text that is seen.

const DELETE = "\x7f";
const LONGEST = 400;
const LONGEST_PASTE = 100_000;
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

export class Typing {
  constructor(terminal, host, tooLong) {
    this.terminal = terminal;
    this.area = terminal.textarea;
    this.tooLong = tooLong;
    this.sent = [];
    this.stood = "";
    this.composing = false;
    const on = (kind, duty) => host.addEventListener(kind, (event) => duty.call(this, event), { capture: true });
    on("keydown", this.#keydown);
    on("keypress", (event) => event.stopPropagation());
    on("beforeinput", (event) => event.stopPropagation());
    on("input", this.#input);
    on("compositionstart", this.#composition);
    on("compositionupdate", this.#composition);
    on("compositionend", this.#composition);
    on("paste", this.#paste);
    on("blur", () => this.forget());
    on("mousedown", (event) => event.button === 0 && this.forget());
  }

  /** The cursor goes elsewhere: what stands in the text area has nothing to do with what comes now. */
  forget() {
    this.area.value = "";
    this.stood = "";
    this.sent = [];
  }

  paste(text) {
    const whole = text.normalize("NFC");
    if (whole.length > LONGEST_PASTE) this.tooLong(LONGEST_PASTE);
    this.forget();
    this.terminal.paste(whole.slice(0, LONGEST_PASTE));
  }

  #keydown(event) {
    if (event.isComposing || event.keyCode === 229 || ["Dead", "Process", "Unidentified"].includes(event.key)) {
      event.stopPropagation();
    } else if (isText(event) || (isPlainBackspace(event) && this.area.value && this.area.value === this.stood)) {
      this.#standing();
      event.stopPropagation();
    } else if (!["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"].includes(event.key)) {
      this.forget();
    }
  }

  /** The browser's own menu fills the text area with the selection: that was never typed. */
  #standing() {
    if (!this.composing && this.area.value !== this.stood) this.forget();
  }

  #input(event) {
    event.stopPropagation();
    this.#compare();
  }

  #composition(event) {
    event.stopPropagation();
    this.composing = event.type !== "compositionend";
    if (!this.composing) setTimeout(() => this.#compare(), 0);
  }

  #paste(event) {
    event.stopPropagation();
    event.preventDefault();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text) this.paste(text);
  }

  #compare() {
    const stands = this.area.value;
    if (stands === this.stood) return;
    const now = [...stands.normalize("NFC")];
    let same = 0;
    while (same < now.length && now[same] === this.sent[same]) same += 1;
    const back = DELETE.repeat(this.sent.length - same);
    const added = now.slice(same).join("");
    this.stood = stands;
    this.sent = now;
    this.#write(back, added);
    if (now.length > LONGEST && !this.composing) this.forget();
  }

  #write(back, added) {
    const lines = added.includes("\n");
    if (!lines) return this.terminal.input(back + added, true);
    if (back) this.terminal.input(back, true);
    if (added.trim()) this.terminal.paste(added);
    else this.terminal.input("\r", true);
    this.forget();
  }
}

function isText(event) {
  if ([...event.key].length !== 1 || event.metaKey) return false;
  if (event.getModifierState("AltGraph")) return true;
  return !event.ctrlKey && (!event.altKey || MAC);
}

function isPlainBackspace(event) {
  return event.key === "Backspace" && !event.ctrlKey && !event.altKey && !event.metaKey;
}
