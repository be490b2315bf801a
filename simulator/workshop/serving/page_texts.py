"""The texts of the browser's pages by the names that the pages know them by; the pages fill in their {places}."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template

PAGE_TEXTS: Mapping[str, str] = {
    # head and join form
    "page_title": template("Podium press room"),
    "join_heading": template("Enter the press room"),
    "join_lead": template("Enter the room code given by your facilitator and your name."),
    "join_code": template("Room code"),
    "join_code_hint": template("6 letters and digits, capitals do not matter"),
    "join_name": template("Name or alias"),
    "join_name_hint": template("The facilitator and your table see this name."),
    "join_pin": template("PIN of the seat"),
    "join_pin_hint": template("4 digits, shown at the seat when you first came in"),
    "join_button": template("Enter"),
    "join_wait": template("Entering…"),
    "join_need_code": template("The room code has 6 letters and digits."),
    "join_need_name": template("Please enter a name."),
    "join_need_pin": template("Please enter the 4-digit PIN."),
    "join_wrong_code": template("This room code is not right. Please check it with the facilitator."),
    "join_wrong_pin": template("This PIN does not belong to this name."),
    "join_taken": template(
        "This name is in use. If it is you, enter the PIN of your seat; if not, choose another name."
    ),
    "join_too_many": template("Too many attempts. Please wait {s} seconds and try again."),
    "join_closed": template("The room is closed or full. Please ask the facilitator."),
    "join_invalid": template("The code or the name cannot be used. Please look at them again."),
    "join_failed": template("The server cannot be reached. Please check the network and try again."),
    "join_noscript": template("This page needs JavaScript. You can also join in a terminal: podium join"),
    # seat page: state of the connection
    "link_connecting": template("Connecting…"),
    "link_lost": template("Connection lost, reconnecting…"),
    "link_mute": template("No answer from the server; what you type is sent as soon as it can be."),
    "link_attempt": template("attempt {n}"),
    "link_next": template("next attempt in {s} s"),
    "link_kept": template("What has been sent is kept on the server."),
    "link_back": template("Connected again."),
    "link_now": template("Reconnect now"),
    "link_ended": template("The session has ended."),
    "link_refused": template("The server does not accept this seat. Please join again."),
    "link_superseded": template("This seat has been opened on another device."),
    "link_reload": template("Load the page again"),
    "link_rejoin": template("To the join page"),
    "link_take_back": template("Bring it back here"),
    "occupied_heading": template("The seat is open on another device"),
    "occupied_ask": template("Move the seat to this device? The other device will stop; the draft stays as it is."),
    "occupied_take": template("Move it here"),
    "occupied_leave": template("No, leave it"),
    "occupied_left": template("The seat stays on the other device."),
    "place_pin": template("PIN {pin}"),
    "place_pin_hint": template("With this PIN you come back to your seat from another device."),
    # seat page: settings bar (labels of buttons and what is read aloud)
    "settings_label": template("Display settings (Shift+F6 from the screen)"),
    "settings_smaller": template("Smaller text"),
    "settings_larger": template("Larger text"),
    "settings_size": template("Text size {n}, {cols} columns"),
    "settings_contrast": template("High contrast"),
    "settings_reader": template("Screen reader"),
    "settings_full": template("Full screen"),
    "settings_on": template("on"),
    "settings_off": template("off"),
    "settings_keyboard": template("Keyboard"),
    # seat page: key bar of touch devices and the terminal
    "keys_label": template("On-screen keys"),
    "key_escape": template("Escape"),
    "key_tab": template("Next field (Tab)"),
    "key_back": template("Previous field (Shift+Tab)"),
    "key_up": template("Up"),
    "key_down": template("Down"),
    "key_enter": template("Confirm (Enter)"),
    "key_page_up": template("Page up"),
    "key_page_down": template("Page down"),
    "key_function": template("Key {name}"),
    "key_speak": template("Speak"),
    "terminal_label": template("Press room screen"),
    "said_label": template("Announcements"),
    "paste_long": template("The pasted text is too long; only the first {n} characters were sent."),
}
