-- What the officer says a target asks for, where it is not what follows from targets and baseline;
-- how far a last value may miss its target, as a fraction, where it may; how old a figure may be to
-- be judged, where the rhythm of reporting does not say it.

alter table indicator add column if not exists demand varchar(20);
alter table plan add column if not exists rule_nearly_met decimal(37, 12);
alter table plan add column if not exists rule_figure_age varchar(20);
alter table plan add column if not exists binding_rule_nearly_met decimal(37, 12);
alter table plan add column if not exists binding_rule_figure_age varchar(20);
