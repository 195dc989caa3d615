-- The columns an import made, by the codes of their periods: they go with it when it is taken back.

alter table intake add column if not exists periods varchar(4000) default '' not null;
