-- The language a form is filled in (FHIR: QuestionnaireResponse.language), the one its patient is written to in (FHIR:
-- Patient.communication; null while nobody has told), and the one a mail that waits is written in.
alter table questionnaire_response add language text not null default 'en' check (language in ('en', 'fr'));
alter table patient add language text check (language in ('en', 'fr'));
alter table communication add language text not null default 'en' check (language in ('en', 'fr'));
