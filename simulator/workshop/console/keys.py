"""The console's keys: what each does is said where it is done; which of them are the room's, and which only read."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from simulator.language.catalogue import template

ROOM_ACTIONS = frozenset(
    ("pause", "resume", "start", "go_on", "hint", "extend", "write_inject", "ask", "next_run", "rotate", "close_room")
)
"""What is done to the room, whichever tab is open."""

READ_ONLY = frozenset(
    ("filter_seats", "sort_seats", "find_seat", "pick_question", "sort_skill", "rate", "turn_owner", "toggle_names")
)
"""Of the tabs' actions those that change nothing in the room; an observer rates besides."""

KEYS: tuple[BindingType, ...] = (
    Binding("enter", "open_debrief", template("Debrief"), key_display="Enter"),
    Binding("enter", "send_inject", template("Bring in"), key_display="Enter"),
    Binding("enter", "ask_as", template("Ask"), key_display="Enter"),
    Binding("enter", "rate", template("Rate"), key_display="Enter"),
    Binding("enter", "reply", template("Reply"), key_display="Enter"),
    Binding("enter", "edit_question", template("Edit"), key_display="Enter"),
    Binding("l,L", "show_links", template("Links"), key_display="L"),
    Binding("n,N", "start", template("Start"), key_display="N"),
    Binding("n,N", "go_on", template("Go on"), key_display="N"),
    Binding("p,P", "pause", template("Pause"), key_display="P"),
    Binding("p,P", "resume", template("Resume"), key_display="P"),
    Binding("space", "mark_seat", template("Tick"), key_display="␣"),
    Binding("h,H", "hint", template("Hint"), key_display="H"),
    Binding("i,I", "write_inject", template("News"), key_display="I"),
    Binding("a,A", "ask", template("Ask"), key_display="A"),
    Binding("e,E", "extend", template("More time"), key_display="E"),
    Binding("o,O", "override", template("Verdict"), key_display="O"),
    Binding("w,W", "toggle_names", template("Names"), key_display="W"),
    Binding("q,Q", "pick_question", template("Question"), key_display="Q"),
    Binding("v,V", "show_ratings", template("Show ratings"), key_display="V"),
    Binding("k,K", "choose_speaker", template("Speaker"), key_display="K"),
    Binding("s,S", "send_hot_wash", template("Put them"), key_display="S"),
    Binding("s,S", "sort_seats", template("Sort"), key_display="S"),
    Binding("s,S", "sort_skill", template("Sort"), key_display="S"),
    Binding("f,F", "filter_seats", template("Filter"), key_display="F"),
    Binding("slash", "find_seat", template("Find"), key_display="/"),
    Binding("l,L", "show_link", template("PIN and link"), key_display="L"),
    Binding("r,R", "remove", template("Remove"), key_display="R"),
    Binding("r,R", "restore", template("Restore"), key_display="R"),
    Binding("full_stop", "turn_owner(1)", template("Next session"), key_display="."),
    Binding("comma", "turn_owner(-1)", "", show=False),
    Binding("t,T", "rotate", template("Rotate roles"), key_display="T"),
    Binding("x,X", "next_run", template("Next scenario"), key_display="X"),
    Binding("c,C", "close_room", template("Close room"), key_display="C"),
    Binding("left", "turn(-1)", "", show=False),
    Binding("right", "turn(1)", template("Tabs"), key_display="←→"),
    Binding("pagedown", "scroll(8)", "", show=False),
    Binding("pageup", "scroll(-8)", "", show=False),
    *(Binding(str(number), f"open_tab({number})", "", show=False) for number in range(1, 10)),
)
