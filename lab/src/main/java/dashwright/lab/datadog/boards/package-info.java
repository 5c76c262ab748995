/** Dashboards and dashboard lists, with Datadog's own rejections. */
@NullMarked
package dashwright.lab.datadog.boards;

import org.jspecify.annotations.NullMarked;
