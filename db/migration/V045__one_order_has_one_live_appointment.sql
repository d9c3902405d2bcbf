-- Which orders a visit answers (FHIR: Appointment.basedOn).
create table appointment_request (
    appointment_id     uuid    not null,
    service_request_id uuid    not null references service_request,
    live               boolean not null,
    primary key (appointment_id, service_request_id),
    foreign key (appointment_id, live) references appointment (id, live) on update cascade
);
create unique index order_has_one_live_appointment on appointment_request (service_request_id) where live;
