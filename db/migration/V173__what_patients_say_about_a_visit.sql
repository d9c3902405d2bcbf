-- What a patient asked for before choosing a time; the desk reads it with the visit.
create table visit_need (
    appointment_id uuid primary key references appointment,
    language       text check (language ~ '^[a-z]{2,3}$'),
    interpreter    boolean not null,
    companion      boolean not null,
    wheelchair     boolean not null,
    help           boolean not null,
    words          text check (length(words) between 1 and 500)
);

-- Steps of a preparation sheet that were done, and who said so.
create table preparation_tick (
    appointment_id uuid        not null references appointment,
    sheet          text        not null check (sheet ~ '^[A-Z][A-Z_]{1,39}$'),
    step           text        not null check (step ~ '^[a-z][a-z_]{1,39}$'),
    done_at        timestamptz not null,
    primary key (appointment_id, sheet, step)
);

-- The safety answers of the form, looked at again near the date. A later word replaces none: rows are added.
create table safety_confirmation (
    id             uuid primary key,
    appointment_id uuid        not null references appointment,
    still_true     boolean     not null,
    words          text check (length(words) between 1 and 1000),
    said_at        timestamptz not null,
    check (still_true or words is not null)
);
create index safety_confirmation_by_visit on safety_confirmation (appointment_id, said_at desc);

-- What a patient said, or what happened to a letter, that somebody has to look at.
create table patient_task (
    id             uuid primary key,
    kind           text        not null check (kind in ('BOUNCED', 'SAFETY_CHANGED', 'WORSE', 'MESSAGE')),
    patient_id     uuid        not null references patient,
    appointment_id uuid references appointment,
    about_id       uuid,
    urgent         boolean     not null default false,
    raised_at      timestamptz not null,
    done_by        text,
    done_at        timestamptz,
    done_words     text check (length(done_words) between 1 and 500),
    check ((done_by is null) = (done_at is null))
);
create index patient_task_open on patient_task (urgent desc, raised_at) where done_at is null;
create unique index patient_task_bounced_once on patient_task (patient_id) where kind = 'BOUNCED' and done_at is null;

-- Messages between a patient and the clinic.
create table visit_message (
    id             uuid primary key,
    patient_id     uuid        not null references patient,
    appointment_id uuid references appointment,
    topic          text        not null check (topic in ('TIME', 'PREPARATION', 'RESULT', 'OTHER', 'QUESTION')),
    from_patient   boolean     not null,
    author         text        not null,
    words          text        not null check (length(words) between 1 and 2000),
    written_at     timestamptz not null,
    read_at        timestamptz
);
create index visit_message_by_patient on visit_message (patient_id, written_at desc);

-- The diary between form and visit. It moves no booking; what it changes is a task.
create table diary_entry (
    id          uuid primary key,
    patient_id  uuid        not null references patient,
    response_id uuid references questionnaire_response,
    on_date     date        not null,
    episodes    smallint check (episodes between 0 and 999),
    strongest   smallint check (strongest between 0 and 10),
    news        text        not null default '' check (news ~ '^([A-Z_]+( [A-Z_]+)*)?$'),
    words       text check (length(words) between 1 and 1000),
    before      text,
    after       text,
    written_at  timestamptz not null
);
create index diary_entry_by_patient on diary_entry (patient_id, on_date desc, written_at desc);

-- Which form and which tests stand behind a visit.
create view visit_form as
    select l.appointment_id, r.response_id, r.code as test
    from appointment_request l join service_request r on r.id = l.service_request_id
    where r.response_id is not null;
