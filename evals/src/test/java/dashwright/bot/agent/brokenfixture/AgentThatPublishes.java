package dashwright.bot.agent.brokenfixture;

import dashwright.bot.publish.Publisher;

/** What the model must never get near. */
public record AgentThatPublishes(Publisher publisher) {}
