package dashwright.dashboards.check;

/** A rule about one widget. */
interface WidgetRule {
    void check(Widget widget, Findings findings);
}
