/** What a search found, as a person is shown it: variants of one thing together, its tags, and the reasons in words. */
@NullMarked
package dashwright.catalog.answer;

import org.jspecify.annotations.NullMarked;
