-- Each change of a setting, with what stood there before; null where the deployment's value was or is in force.
create table clinic_setting_change (
    id         uuid primary key,
    name       text not null,
    was        text,
    becomes    text,
    changed_at timestamptz not null,
    changed_by text not null
);
create index clinic_setting_change_newest on clinic_setting_change (changed_at desc);
create trigger intake_rows_are_written_once before update or delete on clinic_setting_change
    for each row execute function intake_rows_are_written_once();
