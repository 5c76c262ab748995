package dashwright.dashboards.check;

/** Groups hold widgets but no groups. */
final class WidgetPlaces implements WidgetRule {
    @Override
    public void check(Widget widget, Findings findings) {
        if (widget.isGroup() && !widget.parent().isEmpty()) {
            findings.add(
                    Code.GROUP_IN_GROUP,
                    widget,
                    "this group stands inside " + widget.parent(),
                    "move it beside that group, or its widgets into it");
        }
    }
}
