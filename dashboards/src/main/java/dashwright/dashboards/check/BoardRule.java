package dashwright.dashboards.check;

/** A rule about a board as a whole. */
interface BoardRule {
    void check(Board board, Findings findings);
}
