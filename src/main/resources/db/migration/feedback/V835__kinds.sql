alter table feedback.questions
  drop constraint questions_kind_check,
  add constraint questions_kind_check check (kind in ('short_text', 'long_text', 'single_choice', 'several_choices', 'yes_no', 'number',
    'date', 'email', 'phone'));
