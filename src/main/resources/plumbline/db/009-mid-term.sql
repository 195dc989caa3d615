-- The day of the mid-term evaluation, where it is not the one on which half of the plan is over.

alter table plan add column if not exists mid_term date;
