package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An element in some blocks.
 *
 * @param block the id of the block that it is in
 * @param element the element
 */
record Found(String block, ObjectNode element) {}
