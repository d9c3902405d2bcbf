package clinic.anteroom.directory;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps what the clinic has set and who set it. Whether a value makes sense is decided by the feature it is for. */
@Stateless
public class SettingService {

    private static final int NEWEST = 20;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private SessionContext session;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /** What is set; a name without a value means that the deployment's value is in force. */
    @PermitAll // Everybody may read them on the pages anyway.
    public Map<Setting, String> values() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Rows.of(entities.createNativeQuery("select name, value from clinic_setting"))
                .forEach(row -> values.put(Setting.valueOf((String) row[0]), (String) row[1]));
        return values;
    }

    /**
     * Sets several at once; what does not change leaves no trace.
     *
     * @param wanted null takes a value back, so that the deployment's is in force again
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(Map<Setting, String> wanted) {
        Map<Setting, String> before = values();
        wanted.forEach((setting, value) -> {
            if (note(setting, before.get(setting), value)) {
                write(setting, value);
            }
        });
    }

    /**
     * Leaves a trace of a change that another feature keeps in a table of its own.
     *
     * @return false if nothing changes, and then nothing is written
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean note(Setting setting, String was, String becomes) {
        if (Objects.equals(was, becomes)) {
            return false;
        }
        entities.createNativeQuery("""
                insert into clinic_setting_change (id, name, was, becomes, changed_at, changed_by) values (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, NewId.next()).setParameter(2, setting.name()).setParameter(3, was).setParameter(4, becomes)
                .setParameter(5, time.now().atOffset(ZoneOffset.UTC)).setParameter(6, session.getCallerPrincipal().getName()).executeUpdate();
        audit.record(AuditedAction.UPDATE, "Organization", null, null);
        return true;
    }

    /** The newest changes, at most 20, the last one first. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<SettingChange> changes() {
        return Rows.of(entities.createNativeQuery("""
                select c.name, c.was, c.becomes, c.changed_at, coalesce(a.display_name, c.changed_by) from clinic_setting_change c
                left join staff_account a on a.username = c.changed_by order by c.changed_at desc, c.id desc limit ?1""")
                .setParameter(1, NEWEST)).stream()
                .map(row -> new SettingChange(Setting.valueOf((String) row[0]), (String) row[1], (String) row[2], Rows.instant(row[3]), (String) row[4]))
                .toList();
    }

    private void write(Setting setting, String value) {
        entities.createNativeQuery("delete from clinic_setting where name = ?1").setParameter(1, setting.name()).executeUpdate();
        if (value != null) {
            entities.createNativeQuery("insert into clinic_setting (name, value, changed_at) values (?1, ?2, ?3)").setParameter(1, setting.name())
                    .setParameter(2, value).setParameter(3, time.now().atOffset(ZoneOffset.UTC)).executeUpdate();
        }
    }
}
