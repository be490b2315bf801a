"""A list in which a click marks and a second one opens, as on the shelf; what is disabled in it is a heading."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import ListItem, ListView

from simulator.language.catalogue import template


class MarkedList(ListView, inherit_bindings=False):
    """One item is marked. Enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", template("Choose"), key_display="↑↓"),
        Binding("up", "cursor_up", "", show=False),
    ]

    def on_resize(self) -> None:
        """What stands below may have grown, and must not push the mark out of sight."""
        if self.highlighted_child is not None:
            self.call_after_refresh(self.scroll_to_widget, self.highlighted_child, animate=False)

    def _on_list_item__child_clicked(self, event: ListItem._ChildClicked) -> None:
        event.stop()
        event.prevent_default()
        self.focus()
        place = list(self.children).index(event.item)
        if self.index == place:
            self.action_select_cursor()
        elif not event.item.disabled:
            self.index = place
