/** A simulated model service that speaks the OpenAI chat-completions protocol and plays a script, and gives vectors of texts. */
@NullMarked
package dashwright.lab.model;

import org.jspecify.annotations.NullMarked;
