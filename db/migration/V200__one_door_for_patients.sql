-- Patients book through one door: the right to book (booking_right) and the links and codes of my visit.
drop table booking_invitation;
