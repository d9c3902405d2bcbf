package clinic.anteroom.directory;

import java.time.Instant;

/**
 * One change of a setting.
 *
 * @param setting never null
 * @param was     null where the deployment's value was in force
 * @param becomes null where the deployment's value is in force from now on
 * @param at      when
 * @param by      the name of who changed it, as colleagues read it
 */
public record SettingChange(Setting setting, String was, String becomes, Instant at, String by) {
}
