package dashwright.lab.slack.workspace;

import java.util.List;

/**
 * People who are named together.
 *
 * @param id Slack's id, as in {@code S…}
 * @param handle what is typed after {@code @}
 * @param users ids of those in it
 */
public record UserGroup(String id, String handle, List<String> users) {
    public UserGroup {
        users = List.copyOf(users);
    }
}
