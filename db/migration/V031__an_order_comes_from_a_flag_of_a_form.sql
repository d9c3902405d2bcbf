alter table service_request
    add foreign key (response_id) references questionnaire_response,
    add foreign key (test_flag_id) references test_flag;
