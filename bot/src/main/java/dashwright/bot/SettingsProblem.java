package dashwright.bot;

/**
 * Something wrong with a setting.
 *
 * @param setting the setting's name, or the file's
 * @param message what is wrong; never holds a secret
 * @param fix what to do
 */
public record SettingsProblem(String setting, String message, String fix) {
    @Override
    public String toString() {
        return setting + ": " + message + ". " + fix;
    }
}
