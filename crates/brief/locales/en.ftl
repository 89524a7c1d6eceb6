# The words of a brief in English.
#
# A sentence is one message. Variables that name states take a form by function: { $state } with its
# article, { OF($state) } and { TO($state) } after a preposition, { BARE($state) } without an article,
# { UPPER($state) } at the front of a sentence. Counts are numbers and choose a plural; years are text.

## Numbers

number-decimal = .
number-group = ,
# Numbers of fewer digits have no separators.
number-grouped-from = 4
percent = { $value }%
percent-under = under { $value }%
percent-over = over { $value }%
ratio = { $value } : 1
billions = { $value } bn
millions = { $value } m
thousands = { $value } k
no-record = no record
thin = thin

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }
date-month = { $month } { $year }
number-range = { $from }–{ $until }
date-range-days = { $from }–{ $until }
date-range-months = { $day } { $month } – { $until }
date-range = { $from } – { $until }
as-of = as of { $date }

## Lists and sentences

list-comma = {", "}
# $begins is the sound with which the last item begins.
list-and = { $begins ->
   *[other] { $first } and { $last }
}
stopped = { $words }.
quoted = “{ $words }”

## States

# $state is the English name in lower case with hyphens.
state-the = { $state ->
    [united-states] the { $name }
    [united-kingdom] the { $name }
    [bahamas] the { $name }
    [dominican-republic] the { $name }
    [netherlands] the { $name }
    [federal-republic-of-germany] the { $name }
    [german-democratic-republic] the { $name }
    [papal-states] the { $name }
    [gambia] the { $name }
    [central-african-republic] the { $name }
    [central-african-empire] the { $name }
    [republic-of-the-congo] the { $name }
    [democratic-republic-of-the-congo] the { $name }
    [comoros] the { $name }
    [yemen-arab-republic] the { $name }
    [yemen-people-s-republic] the { $name }
    [united-arab-emirates] the { $name }
    [united-arab-republic] the { $name }
    [maldives] the { $name }
    [republic-of-vietnam] the { $name }
    [philippines] the { $name }
    [solomon-islands] the { $name }
    [marshall-islands] the { $name }
    [czech-republic] the { $name }
    [soviet-union] the { $name }
    [malagasy-republic] the { $name }
    [ottoman-empire] the { $name }
    [khmer-republic] the { $name }
    [kingdom-of-serbs-croats-and-slovenes] the { $name }
    [ivory-coast] the { $name }
   *[other] { $name }
}
state-of = of { state-the }
state-to = to { state-the }

## Headings and labels

contents = Contents
bottom-line = Bottom line
annex = Annex
figure-data = The figures drawn
language-tag = en-GB
footnote-several = Selections, methods and caveats: notes
footnote-more = Method and caveat: note { $note }.
notes = Notes
sources = Sources
title-coincidence = Voting coincidence in the General Assembly
title-contacts = Contacts
title-between = Missions, trade and speeches
title-displacement = Displacement between and through
title-power = Power asymmetry
title-ties = Ties
title-council = Security Council
title-governments = Who governs
title-horizon = How far the evidence reaches
column-issue = Issue
column-share = share
column-calls = calls
column-session-number = no.
column-change = change
column-years = Years
column-year = year
column-state = State
column-leader = Leader
column-since = In office since
column-last-vote = Last vote
column-table = Table
column-reaches = Reaches to
column-publisher = Publisher
column-route = From → in
column-origin = Origin
column-hosted = hosted
column-applied = applied
note-label-selection = Selection
note-label-method = Method
note-label-caveat = Caveat
note-label-tables = { $count ->
    [one] Table
   *[other] Tables
}
label-and-words = { $label }: { $words }
note-back = Back to reference { $place } to note { $note }
trend-years = { $from } to { $to }
trend-pooled = ({ $sessions ->
    [one] one session a block
   *[other] { $sessions } sessions a block
})
trend-described = { $first } in session { $from } ({ $from_year }), { $last } in session { $to } ({ $to_year })
trend-too-few = too few joint votes in every session

## Bottom line

roll-calls = { $calls ->
    [one] { $calls } roll call
   *[other] { $calls } roll calls
}
share-over = { $share } over { $calls ->
    [one] { $calls } roll call
   *[other] { $calls } roll calls
}
share-thin = { $share } (thin: { $calls ->
    [one] { $calls } roll call
   *[other] { $calls } roll calls
})
bottom-no-votes = No roll call of the General Assembly on which both { $pair } voted is on record by { $date }.
bottom-only-pair = In the General Assembly only { $pair } both voted on record: last five sessions pooled ({ $share }).
bottom-pairs = In the General Assembly, over the last five sessions on record for each pair, { $closest } ({ $most }) coincided most and { $furthest } ({ $least }) least.
bottom-pair-latest = In the General Assembly the voting coincidence { OF($pair) } on whole texts was { $latest } in session { $session } (opened { $opened }), the latest on record.
bottom-pair = In the General Assembly the voting coincidence { OF($pair) } on whole texts was { $latest } in session { $session } (opened { $opened }), the latest on record, and { $pooled } in the five sessions up to it{ $direction ->
    [level] , level with the ten sessions before.
    [above] , { $points ->
        [one] { $points } point
       *[other] { $points } points
    } above the ten sessions before.
    [below] , { $points ->
        [one] { $points } point
       *[other] { $points } points
    } below the ten sessions before.
   *[unknown] .
}
bottom-issues = By issue, over the last five sessions with roll calls on it, coincidence was greatest on { $closest_issue } ({ $most }) and least on { $furthest_issue } ({ $least }).
bottom-issues-pairs = By issue, over the last five sessions with roll calls on it, coincidence was greatest between { $closest } on { $closest_issue } ({ $most }) and least between { $furthest } on { $furthest_issue } ({ $least }).
bottom-contact = The last contact of leaders on record is { $journey }
bottom-contact-occasion = The last contact of leaders on record is { $journey } (“{ $occasion }”)
bottom-no-contact = No contact of leaders is on record between them
bottom-contact-silent-pair = { $contact }; the record is silent on { $pair }, which is not a record of no contact.
bottom-contact-silent-pairs = { $contact }; the record is silent on the { $pairs ->
    [one] pair
   *[other] { $pairs } pairs
} without the United States, which is not a record of no contact.
bottom-silent-pair = The record of contacts is the United States' own and is silent on { $pair }, which is not a record of no contact.
bottom-silent-pairs = The record of contacts is the United States' own and is silent on these pairs, which is not a record of no contact.
bottom-power = By material capabilities (CINC) { $stronger } had { $times } times the share { OF($weaker) } in { $year }.
bottom-power-shares = By material capabilities (CINC) { $stronger } had { $times } times the share { OF($weaker) } in { $year } ({ $stronger_share } and { $weaker_share } of the world's).
bottom-no-seat = No party holds a seat on the Security Council, or is on record as elected to one.
bottom-seats = On the Security Council { $seats }.
bottom-seat-open = { $state } sits
bottom-seat-now = { $state } sits until { $until }
bottom-seat-ahead = { $state } is elected from { $from } to { $until }
bottom-seats-permanent = { $count ->
    [one] { $states } has a permanent seat
   *[other] { $states } have permanent seats
}
bottom-item = { $name } ({ $chance })
bottom-shortlist = What could move soonest, by { $until }: { $items }; in brackets the probability of being among the first three, whatever the criteria weigh.
bottom-machinery = { $known ->
    [0] How the { $mechanisms ->
        [one] one declared mechanism stands
       *[other] { $mechanisms } declared mechanisms stand
    } on this date is not known, for the record has ended
   *[other] Of { $mechanisms ->
        [one] one declared mechanism
       *[other] { $mechanisms } declared mechanisms
    } { $alive ->
        [0] none meets at its
        [one] one meets at its
       *[other] { $alive } meet at their
    } cadence or one meeting late, { $lapsed ->
        [0] none has
        [one] one has
       *[other] { $lapsed } have
    } lapsed{ $never ->
        [0] {""}
        [one] {" "}and one has not met yet
       *[other] {" "}and { $never } have not met yet
    }{ $unknown ->
        [0] {""}
        [one] ; how one stands on this date is not known, for its record has ended
       *[other] ; how { $unknown } stand on this date is not known, for their record has ended
    }
}; { $met ->
    [yes] { $unknown ->
        [0] the leaders last met on { $last }
       *[other] the last meeting of the leaders on record was on { $last }
    }
   *[no] no meeting of the leaders is on record
}.
bottom-window-open = Open until { $until }: { $why }{ $more ->
    [yes] {"; "}{ $then }
   *[no] {""}
}.
bottom-window-then = better still { $when }: { $why }
bottom-window-ahead = The next window opens { $when }: { $why }.
bottom-hosted = { UPPER($asylum) } hosted { $persons ->
    [one] { $persons } refugee, asylum-seeker or other person in need of protection
   *[other] { $persons } refugees, asylum-seekers and others in need of protection
} from { $origin } at the end of { $year }{ $figures ->
    [0] .
    [1] .
   *[other] , the most of { $figures } such figures between the parties.
}

bottom-commitments = Of { $counted ->
    [one] one commitment
   *[other] { $counted } commitments
} between them { $open ->
    [0] none is open
    [one] one is open
   *[other] { $open } are open
}{ $late ->
    [0] {""}
    [one] , one past its day
   *[other] , { $late } past their day
}; { $assessed ->
    [yes] what was assessed was kept to { $percent }
   *[no] nobody has assessed how they were kept
}.

## Issues

issue-all = All roll calls
issue-me = Palestinian conflict
issue-nu = Nuclear weapons
issue-di = Arms control
issue-hr = Human rights
issue-co = Colonialism
issue-ec = Economic development
issue-all-prose = all roll calls
issue-me-prose = the Palestinian conflict
issue-nu-prose = nuclear weapons
issue-di-prose = arms control
issue-hr-prose = human rights
issue-co-prose = colonialism
issue-ec-prose = economic development

## Voting coincidence

coincidence-none = No roll call on which both { $pair } voted is on record by { $date }.
coincidence-caption = Voting coincidence on whole texts, 0 to 1, and the roll calls on which both voted: the latest session on record, the five sessions up to it pooled, the ten before those pooled; change from the ten to the five in points, from unrounded shares
coincidence-latest = latest session
coincidence-recent = last five
coincidence-before = ten before
coincidence-thin = Thin: { $which }.
coincidence-thin-one = { $calls ->
    [one] { $calls } roll call
   *[other] { $calls } roll calls
} on { $issue } { $when ->
    [latest] in the latest session
    [recent] in the last five
   *[before] in the ten before
}
coincidence-older = On { $issues } the latest session on record is { $session }: the five sessions are { $from } to { $session }, not those of all roll calls.
coincidence-none-before = No joint votes are on record in the ten sessions before.
coincidence-none-before-on = No joint votes are on record in the ten sessions before on { $issues }.
coincidence-never = No roll call on which both voted is on record on { $issues }.
coincidence-trend = Voting coincidence by issue, session by session, on a scale from 0 to 1; left blank or shaded where fewer than { $least } joint votes are on record

## Votes to expect

title-outlook = Votes to expect
title-questions = Divergences worth fixing, agreements worth using
interval = { $low } to { $high }
outlook-record = last on record
outlook-expected = expected
outlook-interval = 90% interval
outlook-caption = Voting coincidence expected in session { $session } ({ $stage ->
    [ahead] opens on { $opens }
    [recorded] under way since { $opens }; its votes so far are not used
   *[silent] under way since { $opens }; none of its votes is on record
}), with the interval that should hold nine times in ten, against the last session on record
outlook-too-far = No session is forecast: the votes on record end with session { $session }, and session { $now } is under way. How far a forecast misses is known only for the session that follows on the record.
outlook-no-votes = No recorded vote is to be expected on { $issues }: what is on record of the last sessions has none.
questions-apart = Worth fixing: one step apart when last voted on; the likeliest, with the probability that they come back:
questions-apart-none = Worth fixing: no question likely to come back on which the two parted by one step.
questions-alike = Worth using: the same vote in a divided Assembly; the likeliest, with the probability that they come back:
questions-alike-none = Worth using: no question likely to come back on which the two voted alike and the Assembly was divided.
title-forecast = The forecast in figures
title-returning = Questions likely to come back
questions-apart-caption = Worth fixing: the { $shown } likeliest of { $count } questions more likely than not to come back on which the two parted by one step, one abstaining, when last they voted
questions-alike-caption = Worth using: the { $shown } likeliest of { $count } questions more likely than not to come back on which the two voted alike and a tenth of the votes or more differed from the rest
questions-question = Question
questions-symbol = Last resolution
questions-returns = comes back
questions-line = { $symbol }, “{ $title }”: { $first } { $vote_1 }, { $second } { $vote_2 }; { $returns }
vote-yes = yes
vote-no = no
vote-abstain = abstained

## Contacts

contacts-silent = The record of contacts is the United States' own and is silent on { $pair }: this is not a record of no contact.
contacts-none = No contact of any state is on record by the date.
contacts-last = Last at the level of { $level ->
    [leaders] leaders
   *[ministers] ministers
}: { $journey }.
contacts-last-occasion = Last at the level of { $level ->
    [leaders] leaders
   *[ministers] ministers
}: { $journey }: “{ $occasion }”.
contacts-none-of-level = At the level of { $level ->
    [leaders] leaders
   *[ministers] ministers
} none is on record from { $first } to { $last }.
contacts-recent = The most recent, latest first, with the occasion in the publisher's words:
contacts-leaders = leaders
contacts-ministers = ministers
contacts-to-us = to the U.S.
contacts-from-us = from the U.S.
contacts-caption = Contacts of leaders and of foreign ministers, by the year in which they began
contacts-no-occasion = occasion not recorded
contacts-line = { $when }: { $person }{ $level ->
    [other] {" "}(neither leader nor minister)
   *[high] {""}
}, { $place }: { $about }
journey-visit = the visit of { $person } { TO($state) }, { $when }
journey-to-place = the journey of { $person } { TO($state) } ({ $place }), { $when }
journey-to-state = the journey of { $person } { TO($state) }, { $when }

## Displacement

hosted-never = No record of persons hosted reaches { $date }: no year before it is in the table.
applications-never = No record of asylum applications reaches { $date }: no year before it is in the table.
hosted-refugees = refugees
hosted-asylum-seekers = asylum-seekers
hosted-others = others in need
hosted-caption = Persons at the end of { $year }, from the first state in the second
hosted-caption-others = Persons at the end of { $year }, from the first state in the second; others in need of international protection
hosted-none = No record of persons at the end of { $year }: { $routes }.
applications-caption = New applications for asylum by people of the first state in the second, in the units in which they were reported
applications-none = No record of applications { $first }–{ $last }: { $routes }.
applications-row = { $route }, { $unit ->
    [cases] cases
   *[persons] persons
}
in-cases = { $cases } c
persons-between = { $least } to { $most }
through-none = No origin outside the parties has people on record in all of them.
through-caption = Through the parties: people of other origins whom all of them hosted at the end of { $year }
through-caption-applied = Through the parties: people of other origins whom all of them hosted at the end of { $year }; new applications for asylum in { $applied } (persons; c: cases)

## Power

power-none = No capabilities of the parties are on record by { $date }.
power-no-ratio = { $pair }: no ratio, for want of a year in which both are on record.
power-ratio = { $stronger } to { $weaker }: { $ratio } in { $year } by CINC; { $before } ten years before.
power-ratio-now = { $stronger } to { $weaker }: { $ratio } in { $year } by CINC; ten years before, no record.
power-caption = Material capabilities in the last year on record: share of the world's (CINC), military expenditure in current US dollars, military personnel, population (k thousand, m million, bn billion)
power-share = share
power-earlier = ten yrs earlier
power-military = military
power-budget = budget, $
power-personnel = personnel
power-people = people

## Ties

between-mission = Mission { OF($of) } in { $in_state }: { $chief }{ $since ->
    [known] {" "}(since { $day })
   *[unknown] {""}
}{ $told ->
    [ended] ; not known since { $ends }.
   *[now] .
}
between-share = { $flow ->
    [exports] Exports
   *[imports] Imports
} of goods { OF($of) }{ $dated ->
    [yes] {" "}in { $year }
   *[no] {""}
}: { $named ->
    [yes] { $share } { $flow ->
        [exports] went { TO($partner) }
       *[imports] came from { $partner }
    }.
   *[no] { $partner } is not among the partners named.
}
between-organisations = Organisations that listed both as members on { $day }: { $count }.
between-naming = { UPPER($by) } { $times ->
    [0] did not name { $named }
    [one] named { $named } once
   *[other] named { $named } { $times } times
} in its speeches in the General Debate of { $years } ({ $spoke ->
    [one] one speech
   *[other] { $spoke } speeches
}){ $ranked ->
    [yes] , { NUMBER($rank, type: "ordinal") ->
        [one] { $rank }st
        [two] { $rank }nd
        [few] { $rank }rd
       *[other] { $rank }th
    } among those it named.
   *[no] .
}
ties-igos-none = Joint memberships of intergovernmental organisations: no record by the date.
ties-igos = Joint members of { $count ->
    [one] { $count } intergovernmental organisation
   *[other] { $count } intergovernmental organisations
} in { $year }.
ties-igos-ranks = Joint members of { $count ->
    [one] { $count } intergovernmental organisation
   *[other] { $count } intergovernmental organisations
} in { $year }; { $ranks }.
ties-igos-rank = { $partner } is { NUMBER($rank, type: "ordinal") ->
    [one] { $rank }st
    [two] { $rank }nd
    [few] { $rank }rd
   *[other] { $rank }th
} among the partners { OF($of) }
ties-pacts-never = Alliance obligations: no record by the date.
ties-pacts-none = Alliance obligations between the two: none in force in { $year }.
ties-pacts-mutual = Alliance obligations, each bound to the other: { $kinds } (in force in { $year }, terms since { $since }).
ties-pacts-single = Alliance obligations, { $from } bound { TO($to) }: { $kinds } (in force in { $year }, terms since { $since }).
pact-defence = defence
pact-offence = offence
pact-neutrality = neutrality
pact-nonaggression = nonaggression
pact-consultation = consultation
contiguous-land = Contiguous by land or river
contiguous-water = Contiguous across up to { $miles } miles of water
contiguous-not = No contiguity on record, by land or across up to 400 miles of water
distance-touching = borders touching ({ $year })
distance-km = { $km } km at the nearest ({ $year })
distance-none = distance: no record
ties-place = { $contiguity }; { $distance }.
ties-bodies = Bodies of which all parties are members on the date: { $bodies }.
ties-no-bodies = No body of which all parties are members is on the list.

## Security Council

council-none = No party holds a seat, or is on record as elected to one.
council-permanent = { $state }: permanent seat since { $from }.
council-open = { $state }: elected seat from { $from }.
council-now = { $state }: elected seat from { $from } to { $until }.
council-ahead = { $state }: elected to a seat from { $from } to { $until }.
council-never = { $state }: no earlier term.
council-earlier = { $state }, earlier terms: { $terms }.

## Governments

governments-caption = Leaders as the list writes their names, and the last election or referendum held
governments-held = { $day } ({ $kinds }{ $changed ->
    [yes] ; the leader changed
    [no] ; the leader did not change
   *[unknown] {""}
})
governments-over-by-rule = By rule { $state } voted on { $day } ({ $kinds }); the outcome is not on record.
governments-planned = Expected as the list stands, { $state }: { $votes }.
governments-not-known = { $leader }, not known since { $since }
governments-end = The list has nobody come or go after { $date }: whoever it names last may have left since, and later votes may not be in it.
vote-executive = executive
vote-legislature = legislature
vote-referendum = referendum

## Evidence and sources

horizon-nothing = nothing by the date
horizon-unstated = not stated
horizon-caption = The last day of which each table tells, read as of the date
source-numbered = S{ $number }. { $source }.
source-licence = { $citation } Licence: { $licence }.
table-votes = Votes of states in the UN General Assembly
table-roll-calls = Roll calls of the UN General Assembly
table-roll-call-issues = Coded issues of roll calls
table-capitals = Capital cities
table-event-counts = Coded events between states, by year and class
table-contacts = Visits to the United States and travels of its presidents and secretaries of state
table-population = Persons of concern to UNHCR at the end of a year
table-asylum-applications = Asylum applications lodged in a year
table-capabilities = National material capabilities and CINC
table-joint-igos = Intergovernmental organisations of which both states are members
table-alliances = Alliance obligations, consultation pacts among them
table-contiguity = Direct contiguity by land and water
table-distances = Minimum distance between states
table-leaders = Leaders in office
table-debate-mentions = States named in the General Debate
table-participations = Organisations in which states take part
table-trade-partners = Shares of trading partners
table-chiefs-of-mission = Chiefs of mission in and of the United States
table-office-holders = Chiefs of state and heads of government
table-election-notices = Last and next elections, as expected on a day
table-elections = National elections and referendums, held and planned

## Shortlist

item-parts = { $parts }
item-issue = { $issue ->
    [me] the Palestinian conflict
    [nu] nuclear weapons
    [di] arms control
    [hr] human rights
    [co] colonialism
   *[ec] economic development
}
item-coincidence-forecast = forecast coincidence { $share } in session { $session } on { $issues }
item-coincidence-votes = coincidence { $share } in { $calls ->
    [one] one roll call
   *[other] { $calls } roll calls
} of the last five sessions{ $earlier ->
    [0] {""}
   *[other] {" "}({ $earlier } of them under a government that has left, counted half)
}
item-coincidence-unknown = no votes and no declared positions of all parties
item-declared = { BARE($state) } { $stance } ({ $words })
item-stake = { BARE($state) } { $stake } ({ $parts })
item-stake-unknown = nothing on record or declared for every party
item-priority = priority { $level } of 4: { $words }
item-applications = { $persons } new asylum applications in { $year }
item-hosted = hosts { $persons } persons, { $year }
item-events = { $share } of its coded events, { $from }–{ $to }
item-meetings = { $meetings ->
    [one] one meeting
   *[other] { $meetings } meetings
} of leaders or ministers in { $years } years
item-voted = { $calls } of the recent roll calls ({ $share })
item-carrier = { $carrier }, probability { $probability }{ $when ->
    [about] {", about "}{ $day }
    [on] {", "}{ $day }
    [year] {", "}{ $day }, day not announced
   *[any] {""}
}
item-carrier-unknown = no carrier is declared
item-window = an opportunity is open on { $open } of the days ahead, { $closed } lie before a vote or in a transition; occasion { $occasion }
item-acceptance = both sides' veto players leave room for an agreement with a probability of { $probability }{ $opposed ->
    [yes] {"; against it: "}{ $against }
   *[no] {""}
}{ $untold ->
    [0] {""}
   *[other] {"; no declared position "}{ OF($silent) }
}
item-against = { BARE($state) }: { $actors }
shortlist-reason-coincidence = coincidence
shortlist-reason-stake = mutual stake
shortlist-reason-carrier = carrier
shortlist-reason-window = window
shortlist-reason-acceptance = acceptance at home

carrier-assembly = the General Assembly
carrier-council = the Security Council
carrier-leaders = contact of leaders
carrier-ministers = contact of foreign ministers
carrier-named = { $name }
carrier-body = { $body }

## Windows

window-term = term of office, { BARE($state) } ({ $years } years)
window-leader = { $leader }, { BARE($state) }, { $known ->
    [yes] in office
   *[no] last known in office, not known since { $since }
}
window-vote = { $kind ->
    [legislature] legislature
   *[executive] head of the executive
}
window-election = election, { BARE($state) }: { $of }{ $when ->
    [within] , on a day within
   *[day] {""}
}
window-transition = transition, { BARE($state) }{ $to ->
    [known] {": to "}{ $leader }
    [open] , if the leader changes
   *[elected] {""}
}
window-council = { $seat ->
    [permanent] permanent seat
   *[elected] elected seat
} on the Security Council, { BARE($state) }
window-assembly = General Assembly, session { $session }
window-debate = general debate of session { $session } of the General Assembly
window-summit = { $series ->
    [G20] { $ordinal } G20 summit
    [APEC] APEC leaders' meeting of { $year }
    [SOA] { $ordinal } Summit of the Americas
    [BRICS] { $ordinal } BRICS summit
    [NATO] { $key ->
        [extraordinary-nato-summit-of-february-2022] extraordinary NATO summit of February { $year }
        [extraordinary-nato-summit-of-march-2022] extraordinary NATO summit of March { $year }
        [nato-leaders-meeting-of-2017] NATO leaders' meeting of { $year }
        [nato-leaders-meeting-of-2019] NATO leaders' meeting of { $year }
       *[other] NATO summit of { $year }
    }
    [IBERO] { $ordinal } Ibero-American Summit
    [EU-CELAC] { $ordinal } EU-CELAC summit
    [AU] { $ordinal } ordinary session of the Assembly of the African Union
    [ASEAN] { $ordinal } ASEAN { $several ->
        [yes] summits
       *[no] summit
    }
    [CHOGM] { $ordinal } Commonwealth Heads of Government Meeting
   *[G7] G7 summit of { $year }
}{ $placed ->
    [yes] , { $city }
   *[no] {""}
}
# $series and $roman are for languages that count some series in Roman figures.
summit-ordinal = { $number }{ NUMBER($number, type: "ordinal") ->
    [one] st
    [two] nd
    [few] rd
   *[other] th
}{ $second ->
    [0] {""}
   *[other] {" and "}{ $second }{ NUMBER($second, type: "ordinal") ->
        [one] st
        [two] nd
        [few] rd
       *[other] th
    }
}
# $key is the city's English name in lower case with hyphens.
city = { $key ->
   *[other] { $city }
}
window-meeting = { $mechanism }{ $which ->
    [next] , the next by its cadence
   *[held] {""}
}{ $placed ->
    [yes] , { $place }
   *[no] {""}
}
window-coincidence = new terms { $days ->
    [one] one day
   *[other] { $days } days
} apart: { BARE($first) } { $begins_1 }, { BARE($second) } { $begins_2 }
window-opportunity = { $conditions }
condition-new = all governments in the first year of a term
condition-council = { BARE($state) } on the Security Council (to { $until })
condition-summit = { $first ->
    [yes] within six months of
   *[no] of
} the { $summit } ({ $day })

## Claims

claim-verdict-supported = supported
claim-verdict-mixed = mixed
claim-verdict-contradicted = contradicted
claim-verdict-not-testable = not testable
claim-told = { $why }
claim-coincidence = Voting coincidence of { $pair }, { $first } against { $second }: { $sets }
claim-set = { $issue ->
    [me] the Palestinian conflict
    [nu] nuclear weapons
    [di] arms control
    [hr] human rights
    [co] colonialism
    [ec] economic development
   *[all] all roll calls
} { $before } to { $after }{ $sure ->
    [no] {" "}(too close to tell)
   *[yes] {""}
}
claim-no-votes = { UPPER($pair) } did not vote together in both { $first } and { $second }, as far as the record reaches
claim-vote = { UPPER($state) } voted { $cast ->
    [yes] yes
    [no] no
    [abstain] to abstain
   *[absent] not at all
} on { $resolution } on { $day }
claim-no-roll-call = No roll call on { $resolution } is on record by the date
claim-no-vote = No vote { OF($state) } on { $resolution } is on record
claim-nearer = Nearness { TO($to) }, { $years }, by { $by ->
    [coincidence] voting coincidence
   *[ideal-point] ideal points
}: { UPPER($state) } is { $leads }
claim-lead = { $way ->
    [nearer] nearer than { $other } by { $lead }
    [farther] farther than { $other } by { $lead }
   *[alike] as near as { $other } within what can be told
}
claim-nowhere = No { $by ->
    [coincidence] votes
   *[ideal-point] ideal points
} { OF($state) } and { $to } to compare in { $years }
claim-rank = { UPPER($state) } is number { $place } of { $of } among { $among } in nearness { TO($to) }, { $years } (between { $best } and { $worst }; claimed: { $at-most } or better), by { $by ->
    [coincidence] voting coincidence
   *[ideal-point] ideal points
}
claim-cycle = New terms { OF($pair) } come round together every { $every } years; next in { $next }, { $gap ->
    [one] a day
   *[other] { $gap } days
} apart
claim-cycle-never = New terms { OF($pair) } do not begin within four months of each other in the next sixty years
claim-no-rules = No rules of terms are on record for both { $pair }
claim-council = { UPPER($state) } sat on the Security Council in { $held } of the { $all ->
    [one] one year
   *[other] { $all } years
} { $years }
claim-council-open = Who sits on the Security Council in { $years } was not known on the date
claim-contiguous = { $touch ->
    [yes] { UPPER($pair) } share a border on land or along a river
   *[no] { UPPER($pair) } share no border on land
}
claim-members = { $body }: { $members ->
    [0] none of these is a member
   *[other] member: { BARE($inside) }
}{ $others ->
    [0] {""}
   *[other] {"; not a member: "}{ BARE($outside) }
}
claim-asymmetry = The composite capability { OF($first) } was { $times } times that { OF($second) } in { $year }
claim-no-capabilities = No year with capabilities { OF($pair) } is on record
claim-contact = { $level ->
    [leader] Leaders
   *[minister] Ministers
} { OF($pair) } met { $before ->
    [one] once
   *[other] { $before } times
} in { $before-years } covered years of { $first }, { $after ->
    [one] once
   *[other] { $after } times
} in { $after-years } of { $second }; the rate fell with a probability of { $lower }
claim-no-contact-record = No record of contact of { $level ->
    [leader] leaders
   *[minister] ministers
} { OF($pair) } covers both { $first } and { $second }
claim-no-contact = No meeting of { $level ->
    [leader] leaders
   *[minister] ministers
} { OF($pair) } is on record from { $from } to { $until }
claim-contact-met = { $level ->
    [leader] Leaders
   *[minister] Ministers
} { OF($pair) } met on { $day }, between { $from } and { $until }
claim-no-contact-days = The record of contact of { $level ->
    [leader] leaders
   *[minister] ministers
} { OF($pair) } does not cover { $from } to { $until }
claim-decline = { $series ->
    [leader-contact] Contact of leaders { OF($pair) }
    [minister-contact] Contact of ministers { OF($pair) }
    [web] All meetings { OF($pair) } together
   *[other] { $series }
}: the rate fell with a probability of { $decline }; the likeliest change is in { $year }, from { $before } to { $after } a year (claimed: { $years })
claim-no-series = { $series ->
    [leader-contact] Contact of leaders { OF($pair) }
    [minister-contact] Contact of ministers { OF($pair) }
    [web] All meetings { OF($pair) } together
   *[other] { $series }
}: no record long enough to find a change in { $years }
claim-standing = { $mechanism }: { $status ->
    [on-cadence] on cadence
    [late] late
    [lapsed] lapsed
    [dormant] dormant
   *[never-met] never met
}{ $met ->
    [yes] {", last met on "}{ $last }, { $missed ->
        [0] none missed
        [one] one meeting missed since
       *[other] { $missed } meetings missed since
    }
   *[no] {""}
}
claim-record-ends = The record of { $mechanism } ends on { $day }: how it stands now is not known
claim-meetings = { $mechanism } { $met ->
    [0] did not meet
    [one] met once
   *[other] met { $met } times
} in { $years }{ $whole ->
    [yes] {""}
   *[no] {", as far as the record covers them"}
}
claim-no-mechanism = No meetings of { $mechanism } can be counted: it is not declared, or no record covers it
claim-applications = New asylum applications from { $origins } in { $host }: { $before } in { $from }, { $after } in { $to } ({ $times } times as many)
claim-no-applications = No asylum applications from { $origins } in { $host } are on record for both { $from } and { $to }
claim-events = Of the coded events from { $from } towards { $to }, { $class ->
    [cooperation] cooperation
   *[conflict] conflict
} was { $before } in { $first } and { $after } in { $second }
claim-no-events = No coded events from { $from } towards { $to } are on record for both { $first } and { $second }

## Shortlist, machinery, windows, constraints: the brief

title-shortlist = What could move now
title-agenda = The whole shortlist
shortlist-lead = Of { $items ->
    [one] one agenda item
   *[other] { $items } agenda items
} of the dossier these could move most readily by { $until }, whatever the five criteria weigh. Rank: mean, and the ranks that hold nine times in ten.
shortlist-item = { $name }: rank { $rank } ({ $low } to { $high }), in the first three with probability { $first }.
shortlist-reasons = For it: { $strongest }; against it: { $weakest }.
shortlist-reasons-for = For it: { $strongest }; nothing stands out against it.
shortlist-reasons-against = Against it: { $weakest }; nothing stands out for it.
shortlist-reasons-none = Nothing stands out for or against it.
shortlist-carrier = Through: { $carrier }.
shortlist-step = First step: { $step }.
shortlist-why = What the first of them rest on, criterion by criterion, each from 0 to 1 with its 90% interval:
shortlist-place = { $place }. { $name }
shortlist-criterion = { $criterion } { $value } ({ $low } to { $high }): { $words }.
shortlist-strength = { $criterion ->
    [coincidence] the parties stand close
    [stake] much at stake for both
    [carrier] a sure carrier
    [window] a good moment
   *[acceptance] room at home on both sides
}
shortlist-weakness = { $criterion ->
    [coincidence] the parties stand apart
    [stake] little at stake for one of them
    [carrier] no sure carrier
    [window] a poor moment
   *[acceptance] little room at home
}
shortlist-caption = Agenda items by expected rank, with the ranks that hold nine times in ten, the probability of the first three, and the five criteria from 0 to 1; ? is not known and drawn from anything
shortlist-item-head = Item
shortlist-rank = rank
shortlist-criteria = criteria
shortlist-expected = mean
shortlist-interval = 90%
shortlist-top = top 3
shortlist-head = { $criterion ->
    [coincidence] coin.
    [stake] stake
    [carrier] carrier
    [window] window
   *[acceptance] accept.
}
declared-sources = Sources: { $sources }.
title-machinery = Through what: mechanisms and contact
title-traction = Traction of the mechanisms
mechanism-status = { $status ->
    [on-cadence] on cadence
    [late] late
    [lapsed] lapsed
    [dormant] dormant
   *[never-met] never met
}
mechanism-not-known = not known since { $since } ({ $then } then)
machinery-of-status = { $status ->
    [on-cadence] On cadence
    [late] Late
    [lapsed] Lapsed
    [dormant] Dormant
   *[never-met] Never met
} ({ $count }): { $mechanisms }.
machinery-met = { $name } (last met { $last })
machinery-contact-name = { $level ->
    [leader-contact] Contact of leaders
   *[minister-contact] Contact of foreign ministers
}
machinery-contact = { $level ->
    [leader-contact] Contact of leaders
   *[minister-contact] Contact of foreign ministers
}: { $status }, last { $last }.
machinery-contact-few = { $level ->
    [leader-contact] Contact of leaders
   *[minister-contact] Contact of foreign ministers
}: too few meetings for a cadence of its own, last { $last }.
machinery-contact-none = { $level ->
    [leader-contact] Contact of leaders
   *[minister-contact] Contact of foreign ministers
}: none on record that counts.
machinery-not-known = Not known on this date, because the record has ended ({ $count }); the last meeting on record in brackets: { $mechanisms }.
machinery-met-not-known = { $name } ({ $met ->
    [yes] { $last }
   *[no] none
})
machinery-none = No mechanism is declared, and no record of contact speaks of the pair: that is no record of no contact.
machinery-web = All meetings together: { $change }.
machinery-series = { $name }: { $change }.
machinery-note = { $name }: { $note }
machinery-change = the rate fell with probability { $decline } and rose with { $rise }; if it changed, most likely in { $year }, from { $before } to { $after }
machinery-rate = { $mean } a year ({ $low } to { $high })
machinery-caption = Each series against its cadence: status, last meeting, when the next is or was due, meetings a year of late and over the covered time, and the probability that the rate fell
machinery-mechanism = Mechanism
machinery-status = status
machinery-last = last met
machinery-due = due
machinery-rates = a year
machinery-recent = of late
machinery-history = ever
machinery-decline = fell
title-windows = When: windows ahead
title-calendar = The calendar
windows-no-opportunity = No opportunity is in sight: the governments are not new together, no party sits on the Security Council by election, and no summit of all of them with announced days lies ahead.
windows-open-now = Open now, until { $until }: { $why }.
windows-open-without-end = Open now: { $why }.
windows-opportunity = { $when }: { $why }.
windows-from = from { $from }
windows-year = { $year }, day not announced
windows-line = { $when }: { $what }{ $certainty ->
    [by-rule] {" "}(by rule)
    [announced] {" "}(announced)
    [expected] {" "}(not announced)
    [year] {""}
   *[on-record] {""}
}.
windows-more = { $more ->
    [one] One more stands
   *[other] { $more } more stand
} in the calendar of the annex.
windows-certainty = { $certainty ->
    [by-rule] by rule
    [announced] announced
    [expected] by cadence
    [not-known] not known
   *[on-record] on record
}
windows-caption = Every window open on some day to { $until }, by first day
windows-when = When
windows-who = Who
windows-what = What
windows-known = Known
windows-cycle = Terms { OF($first) } last { $years_1 ->
    [one] one year
   *[other] { $years_1 } years
} and terms { OF($second) } { $years_2 ->
    [one] one year
   *[other] { $years_2 } years
}, so that new ones of { $pair } stand to each other as before every { $every } years; next near each other in { $next }, { $days ->
    [one] a day
   *[other] { $days } days
} apart.
windows-cycle-never = New terms { OF($pair) } do not begin within four months of each other in the next 25 years.
title-constraints = Constraints and risks
declared-lead = As the dossier declares, each with its sources (S1 and so on, at the end):
constraints-shared = Both sides
constraints-line = { $actor }, through { $instrument }: { $stance ->
    [strongly-against] strongly against
    [against] against
    [for] for
    [strongly-for] strongly for
   *[neutral] neither for nor against
}{ $veto ->
    [yes] , and nothing passes without it
   *[no] {""}
}. Bears on: { $items }.{ $noted ->
    [yes] {" "}{ $note }.
   *[no] {""}
} ({ $sources })
constraints-all-items = every item
constraints-risk = Risk: { $text } ({ $sources }).
title-precedents = Precedents and opportunities
precedent-line = Precedent: { $text } ({ $sources }).
opportunity-line = Opportunity: { $text } ({ $sources }).
title-weather = The weather between the parties
weather-line = { $day }, { $state }: { $text } (weight { $weight } on a scale from −1 to +1; { $sources }).
title-claims = Claims put to the evidence
claims-lead = Of { $claims ->
    [one] one claim
   *[other] { $claims } claims
}: { $tally }. A claim is its author's; the verdict is the evidence's.
claims-count = { $count } { $verdict }
claims-line = { $verdict }: { $text }. Evidence: { $found }.
title-movement = How the parties moved
movement-gap = The ideal points { OF($pair) } stood { $gap } apart in session { $session }, and { $before } in session { $earlier }.
movement-gap-now = The ideal points { OF($pair) } stood { $gap } apart in session { $session }.
movement-caption = Ideal points with 90% intervals by session (year of its opening), the parties first, then their neighbours
movement-sessions = session (year of opening)
movement-session = { $session } ({ $year })
movement-position = { $point } ({ $low } to { $high })
title-world = How the world votes with one of them
world-named = { $state } ({ $share })
world-ends = In sessions { $from } to { $to } those that coincided most { TO($state) } were { $most }; least, { $least }.
world-place = { UPPER($party) } stood at place { $place } of { $of }, with { $share }.
machinery-lead = Each declared mechanism against its cadence, and contact against its own:
windows-lead = When something can be moved, and the days to know:
world-caption = Voting coincidence { TO($state) } in sessions { $from } to { $to }
axis-opposed = always opposed
axis-alike = always alike
axis-far = further from them
axis-near = nearer to the votes of the United States
mark-expected = expected
mark-nine-in-ten = 9 in 10
mark-one-in-two = 1 in 2
mark-record = last session on record
mark-rank = Mean rank, and the ranks that hold nine times in ten
mark-top-three = In the first three
mark-first = first
mark-last = last
mark-thin = fewer than { $least } joint votes
mark-small = state too small for an outline
mark-leaders = Leaders
mark-ministers = Foreign ministers
mark-met = the two met as two
mark-other = gathering, ceremony, private visit or stop
mark-found = meeting in the contact record
mark-entered = entered from another source
mark-silent = not covered by the record
calendar-opportunities = Opportunities
calendar-coincidences = Terms that begin together
calendar-elections = Elections
calendar-transitions = Transitions
calendar-debates = General debate of the Assembly
calendar-summits = Summits
calendar-meetings = Meetings of mechanisms
figure-outlook = For each issue a dot at the coincidence expected in session { $session }, bars for the intervals that should hold nine times in ten and one time in two, and a hollow mark at the last session on record{ $pairs ->
    [one] {""}
   *[other] {"; one panel for each pair"}
}. The figures stand in { $table ->
    [apart] a table in the annex
   *[beside] the table
}.
figure-ranks = For each of { $items } items a dot at its mean rank with the ranks that hold nine times in ten, and a bar for the probability of the first three. The figures stand in the table.
figure-multiples = One panel for each issue with the voting coincidence { OF($pair) } from { $first } to { $last }; lighter where few joint votes are on record.
figure-movement = Lines of the ideal points of { $states }, { $first } to { $last }, the parties with 90% bands, and who governed them below. Positions every five sessions stand in the table.
figure-world = A map of the world in an equal-area projection, { $states } states in shades from low to high coincidence; every figure stands in the table behind it.
figure-machinery = Years from left to right: who governed { $pair }, contacts of leaders and ministers as bars, meetings of each mechanism as dots. Last meetings and rates stand in the table.
figure-calendar = A calendar from { $from } to { $until } with a span for each window, filled where it is on record or by rule, hatched where announced, hollow where only expected. Every window stands in the table.

## One side's brief

title-side-objectives = Our objectives for this meeting
title-side-arguments = Arguments to use, and where they are weak
title-side-theirs = Their likely objectives
title-side-responses = The response to expect, and an answer
title-side-avoid = Points not to raise
title-side-arising = Points sure, possible and unlikely to arise
title-side-press = Press line
title-side-background = Background
side-title = { $parties }: for the delegation { OF($state) }
side-as-of = as of { $date }; not a joint paper
side-priority = priority { $level } of 4, { $words } ({ $sources })
side-position = stance { $stance }, { $words } ({ $sources })
side-actor = { $actor }, through { $instrument } ({ $stance ->
    [strongly-against] strongly against
    [against] against
    [for] for
    [strongly-for] strongly for
   *[neutral] neither for nor against
}{ $veto ->
    [yes] , with a veto
   *[no] {""}
})
side-objectives-lead = What { $state } should bring home, in the order of its own priorities. Stances run from −2 to +2; places are those of the shortlist to { $until }, with the places that hold nine times in ten.
side-objectives-none = No agenda item that { $state } puts high, or is for, can be taken up now.
side-objective = { $name }. { $stepped ->
    [yes] { $aim ->
        [obtain] To obtain
       *[prepare] To prepare
    }: { $step }.
   *[no] { $aim ->
        [obtain] To obtain: a first step, which is still to be named.
       *[prepare] To prepare: a first step, which is still to be named.
    }
}{ $carried ->
    [yes] {" "}Through: { $carrier }.
   *[no] {""}
}{ $said ->
    [yes] {" "}Our word: { $words }.
   *[no] {" "}We have declared nothing on it.
} Place { $place } of { $of } ({ $low } to { $high }); among the first three with probability { $chance }.
side-questions-them = To ask for: questions more likely than not to come back on which they abstained and we did not, so that one step brings them to our vote; the likeliest first.
side-questions-them-none = To ask for: no question likely to come back on which they abstained and we did not.
side-questions-both = To use: questions more likely than not to come back on which both voted alike while a tenth of the votes or more differed from the rest.
side-questions-both-none = To use: no question likely to come back on which both voted alike and the Assembly was divided.
side-questions-us = They may ask us for a step: questions more likely than not to come back on which we abstained and they did not.
side-questions-us-none = No agenda item is declared, and no question is likely to come back on which we abstained and they did not.
side-question = { $symbol }, “{ $title }”: { $state } { $theirs }, we { $ours }; comes back with probability { $returns }
side-arguments-lead = Each with what it rests on. What is called weak is what the other side can say against it.
side-arguments-general = Whatever the point
side-argument = { $words }.{ $weak ->
    [yes] {" "}Weak: { $weakness }.
   *[no] {""}
}
side-argument-position = The position { OF($state) } since { $day }: { $words } ({ $sources })
side-argument-priority = A priority { OF($state) } ({ $level } of 4) since { $day }: { $words } ({ $sources })
side-argument-vote = As we did, { $state } voted { $vote } on { $symbol }, “{ $title }” ({ $day })
side-argument-precedent = It has been done: { $text } ({ $sources })
side-argument-stakes = At stake. { $figures }
side-figures = { $state }: { $figures }
side-argument-window = The time is { $when }: { $what }
side-argument-election = Better before { $day }: { $what }
side-argument-alike = On { $issue } we vote most like { $state }: coincidence { $share } over { $calls ->
    [one] one roll call
   *[other] { $calls } roll calls
} of the last five sessions
side-argument-contact = The leaders met on { $day }, the last time on record ({ BARE($state) })
side-weak-earlier = that was before { $day }, when the present government came in
side-weak-ended = that ended on { $day }
side-weak-old = some of these figures end in { $year }
side-weak-criterion = { $criterion } ({ $value }, farthest below the median of the items)
side-weak-untold = nothing is known of { $criterion }
side-weak-home = on our own side { $actor }, through { $instrument }
side-weak-vote = { $state } { $theirs }, we { $ours } on { $symbol }, “{ $title }” ({ $day })
side-weak-issue = on { $issue } we vote least like { $state } ({ $share } over { $calls ->
    [one] one roll call
   *[other] { $calls } roll calls
})
side-weak-contact = { $state }: { $recorded ->
    [yes] no contact of leaders is on record
   *[no] the record of contacts does not speak of us two, which is not a record of no contact
}
side-case-weak = { $count ->
    [one] Weak point
   *[other] Weak points
} of the case: { $points }.
side-theirs-count = { $count } { $common ->
    [shared] shared with us
    [compatible] compatible with what we want
    [at-odds] at odds with it
   *[unknown] not to be told
}
side-theirs-tally = { $all ->
    [0] No item is declared a high priority { OF($state) }.
    [one] One item is a declared high priority { OF($state) }: { $counts }.
   *[other] { $all } items are declared high priorities { OF($state) }: { $counts }.
}
side-theirs-kind = { $common ->
    [shared] Shared with us
    [compatible] Compatible with what we want
    [at-odds] At odds with it
   *[unknown] Not to be told
}
side-their-objective = { $name } ({ $level } of 4), { $words } ({ $sources }).{ $avoid ->
    [yes] {" "}Not for us to raise.
   *[no] {""}
}
side-response-everything = Whatever the point, reckon with { $players }.
side-response = { $item }. Expect of { $state } { $expected ->
    [welcome] a welcome
    [reserved] a welcome with reserve
    [hesitant] hesitation
    [refusal] a refusal
   *[unknown] nothing that could be foretold: no position is declared
}.{ $against ->
    [yes] {" "}To reckon with: { $players }.
   *[no] {""}
}{ $answered ->
    [build] {" "}Build on it: { $answers }.
    [yes] {" "}Answer: { $answers }.
   *[no] {""}
}
side-answer-opportunity = { $text } ({ $sources })
side-answer-precedent = it has been done: { $text } ({ $sources })
side-answer-take-up = a lesser step, to take it up through { $carrier } and settle nothing else yet
side-avoid = { $name }: { $reasons }.{ $raised ->
    [yes] {" "}They may raise it: a high priority { OF($parties) }.
   *[no] {""}
}
side-avoid-room = no room in sight ({ $room } of 1){ $declared ->
    [yes] , declared against: { BARE($parties) }
   *[no] {""}
}{ $opposed ->
    [yes] {"; "}{ $actors }
   *[no] {""}
}
side-avoid-veto = nothing passes on our own side: { $actor }
side-avoid-votes = we vote against each other (coincidence { $share })
side-avoid-none = Nothing on record rules an item out.
side-acts-lead = What can be held against us, the latest first; no cause to bring it up:
side-act = { $day }: { $text } ({ $sources })
side-arising = { $likelihood ->
    [sure] Sure
    [possible] Possible
   *[unlikely] Unlikely
}{ $why ->
    [both] , high on both sides
    [dated] , for their day comes soon
    [high] , high for { $parties }
    [could-move] , for they could move
   *[none] {""}
}: { $items }.
side-arising-item = { $name }{ $dated ->
    [yes] {" "}({ $day })
   *[no] {""}
}{ $avoid ->
    [yes] {" "}(not from us)
   *[no] {""}
}
side-arising-questions = { $likelihood ->
    [sure] Sure to come back
    [possible] Likely to come back
   *[unlikely] Unlikely to come back
} in the next session: { $symbols }.
side-arising-none = Nothing on record says what will arise.
side-press-shared = { UPPER($parties) } have each declared these to be priorities: { $items }.
side-press-last = { $level ->
    [leaders] The leaders
   *[ministers] The ministers
} last met on { $day }.
side-press-next = The next occasion is the { $what } on { $day }.
side-press-nothing = The public record holds nothing for a line.
side-background-government = { $state }: { $leader }, in office since { $since }{ $known ->
    [yes] {""}
   *[no] {"; "}not known since { $end }
}.
side-background-mechanism = { $day }: last meeting, { $name } ({ $status }).
side-background-votes = Session { $session } of the General Assembly: voting coincidence { OF($pair) } { $share } over { $calls ->
    [one] one roll call
   *[other] { $calls } roll calls
}.
side-background-act = { $day }, { $state }: { $text } ({ $sources }).
side-bottom-objectives = For { $state } this meeting should bring { $some ->
    [yes] a first step on { $obtain }{ $more ->
        [yes] {"; "}and prepare { $prepare }
       *[no] {""}
    }
   *[no] nothing yet but prepare { $prepare }
}.
side-bottom-questions = In the General Assembly { $state } can { $them ->
    [0] ask for no vote that is one step away
    [one] ask for one vote that is one step away
   *[other] ask for { $them } votes that are one step away
}, { $both ->
    [0] use none on which both voted alike
    [one] use one on which both voted alike
   *[other] use { $both } on which both voted alike
}, and be asked for { $us ->
    [0] none
    [one] one
   *[other] { $us }
}.
side-bottom-limits = Not to raise: { $some ->
    [yes] { $quiet }{ $more ->
        [yes] {"; "}have an answer ready on { $coming }, which we should not raise either but which is sure to arise
       *[no] {""}
    }
   *[no] { $coming }, but have an answer ready, for it is sure to arise
}.
note-side-objectives-selection = agenda items of the shortlist as one party sees them; where there are none, questions of the General Assembly more likely than not to come back
note-side-objectives-method = ours: items with a declared priority of 3 or 4, and those among the first five that we are for, without those that we are against or had better not raise; the highest priority first, then by place, six at most; to obtain in the first half of the shortlist, to prepare in the second. Theirs: items with a declared priority of 3 or 4. Shared where both lean the same way (a stance beyond ¼ on the scale from −2 to 2) and the item's coincidence is not below 0.4; at odds where one is for and the other against; compatible otherwise. Where a stance is missing the coincidence decides: shared from 0.6, at odds below 0.4. Of questions put to the vote: where they abstained and we did not it is ours, where we abstained and they did not it is theirs
note-side-objectives-caveat = a declared priority is what was said in public; a delegation may want something else.
note-side-arguments-selection = for each objective what the others have said and how they voted, what is at stake, precedents and seats that end; in general the votes of the last five sessions on record, the last contact of leaders, the calendar
note-side-arguments-method = refusal is expected where the other is against it, or somebody without whom nothing passes; reserve where it is for it and somebody at home who bears on the item by name is not; hesitation where it is neither, or silent while such a one is against. The answer is an opportunity that names the item, else a precedent, else, unless a welcome is expected, the lesser step of taking it up through its carrier
note-side-arguments-caveat = stances are the dossier's reading of its sources. An argument has a weak point where it was said or voted before the present government, where what it points to has ended, or where a figure is more than two years old; none named is not a proof of strength.
note-side-limits-selection = agenda items of the shortlist, and our own unfriendly acts of the last two years
note-side-limits-method = not to be raised by us: items for which acceptance at home on both sides leaves less than 0.05, items against which a veto player of ours stands at −1 or below, items on which the coincidence of votes is below 0.25
note-side-limits-caveat = not to raise is not to have no answer: the others may raise it.
note-side-arising-selection = agenda items of the shortlist; where there are none, questions of the General Assembly more likely than not to come back
note-side-arising-method = sure: we and another party put it high (priority 3 or 4), or its carrier meets within the first quarter of the time looked at; possible: one side puts it high, or it stands in the first half of the shortlist; unlikely: the rest. Of questions put to the vote: sure from a probability of 0.8 that they come back
note-side-arising-caveat = a rule, not a forecast: either side can raise whatever it likes.
note-side-press-selection = public facts only: items that all parties have declared a priority and stand for, the last contact on record, the next occasion that is announced or fixed by rule
note-side-press-method = nothing of the assessment, no probability and no place on a list enters
note-side-press-caveat = to be cleared by the press office like any other line.

## Commitments

title-commitments = What was promised and is owed
title-owed = Everything that is owed
commitments-none = The ledger holds no commitment between them made by { $date }.
commitments-lead = Of { $counted ->
    [one] one commitment
   *[other] { $counted } commitments
} between them, { $done ->
    [0] none is done
    [one] one is done
   *[other] { $done } are done
} and { $open ->
    [0] none is open
    [one] one is open
   *[other] { $open } are open
}{ $late ->
    [0] {""}
    [one] , one of them past its day
   *[other] , { $late } of them past their day
}.
commitments-unassessed = Nobody has assessed how they were kept.
commitments-kept = What was assessed ({ $assessed } of { $pairs } promises, each party's counted by itself) was kept to { $percent } on the scale of the G20 Research Group: { $parties }.
commitments-party = { $state } { $percent } over { $assessed }
commitments-first = Owed, what serves the first items before the rest:
commitments-line = { $standing ->
    [late] Due by { $due }, and past it
    [ahead] Due by { $due }
   *[undated] Without a day, made on { $made }
}: { $text } ({ $who }; { $scores }).{ $served ->
    [yes] {" "}Serves: { $item }.
   *[no] {""}
}
commitments-score = { $state } { $score }{ $stage ->
    [interim] {" "}(interim)
   *[final] {""}
}
commitments-not-assessed = not assessed
commitments-no-day = no day
commitments-party-head = Party
commitments-head = { $of ->
    [made] made
    [assessed] assessed
    [full] in full
    [partial] in part
    [none] not kept
    [mean] mean
   *[percent] kept
}
commitments-kept-caption = Compliance by party: commitments made and assessed, those assessed as +1, between, and −1, the mean score, and the percentage
commitments-open-caption = Open commitments on { $date }, the longest due first
commitments-due = Due
commitments-by = By
commitments-what = What is to be done
commitments-scores = Scores

## Pack of a consultation

pack-title = { $title }: { $parties }
pack-as-of = agenda pack, as of { $date }; a joint paper
pack-as-of-own = agenda pack, as of { $date }; for the delegation { OF($state) } only, not a joint paper
title-pack-meeting = The meeting
title-pack-agenda = Agenda
title-pack-left = Left from last time
title-pack-last = What came out of the last meeting
title-pack-next = Windows until the next meeting
pack-when = { $title }, { $status ->
    [held] held
   *[planned] planned for
} { $when }{ $placed ->
    [yes] , { $place }
   *[no] {""}
}.
pack-no-day = a day not yet set
pack-office = { $state }: { $office }
pack-no-agenda = Nothing is on the agenda yet.
pack-entry = { $place }. { $name }{ $carried ->
    [yes] {" "}(carried over)
   *[no] {""}
}
pack-leads = Led by { $leads }.
pack-owed = Owed on this item{ $more ->
    [yes] {" "}({ $owed }, of which the first { $told } here)
   *[no] {""}
}:
pack-own = Position of the delegation { OF($state) }, in this pack only:
pack-position = { $part ->
    [aim] Aim
    [fallback] Fallback
    [red-line] Red line
   *[note] Note
}: { $text }.
pack-left = Not reached at the last meeting, and not on this agenda:
pack-last = { $title }, { $when }: { $outcomes ->
    [0] no statement or decision is on record.
    [one] one statement or decision is on record.
   *[other] { $outcomes } statements and decisions are on record.
}
pack-made = Commitments made there: { $made }{ $more ->
    [yes] , of which the first { $told } here
   *[no] {""}
}.
pack-outcome = { $text } ({ $source }).
pack-next = To { $until }{ $planned ->
    [yes] , the day of the next meeting:
   *[no] ; no next meeting is planned, so a cadence ahead is looked at:
}

## How a note was computed

explanation-title = How note { $note } was computed: { $states }, as of { $date }
explanation-note = The note
explanation-formulas = The formulas, with the figures put in
explanation-rows = The rows
explanation-formula = { $meaning }: { $formula }
explanation-of = of
explanation-figures = with the figures
explanation-result = result
explanation-none = { $rows }: none on record.
explanation-no-rows = This note has no rows of its own: it says how to read figures whose rows stand under other notes.

formula-coincidence = Voting coincidence, of s roll calls on which both voted alike, p on which exactly one abstained, and n on which both voted
formula-hosted = Persons hosted: r refugees, a asylum-seekers, o others in need of international protection (0 where none are recorded)
formula-cinc = CINC, from the state's share of the world's military expenditure, military personnel, iron and steel, energy, total and urban population; the index as published stands among the rows
formula-ratio = Ratio of the published CINC of the first, x, to that of the second, y
formula-rank = Rank among all partners, m of which have more organisations in common
formula-gap = Distance of two ideal points, x and y
formula-expected = Expected coincidence: expected score S over expected joint votes B of what may come back (1), of the roll calls of ten sessions (2) and of those among them that began a series (3); x and y are the weights that served best in the ten sessions before (single precision)
formula-quantile = End of the interval: expected coincidence e, spread w of single outcomes, and k, a quantile of past errors in units of that spread
formula-missed = Meetings missed in a row, with g days since the last and a cadence of c days
formula-cadence = Cadence of contact in days, with L days over the last k intervals between meetings
formula-recent = Meetings a year of late: W is the sum of the meetings' weights, h the days in which a weight halves (two cadences), D the covered days
formula-history = Meetings a year over the covered time: n meetings in D covered days
formula-changed = Probability that the rate changed: C is the sum of the weights of all turns of the year, U the weight of no change
formula-declined = Probability that the rate changed and is lower since: K is the sum of the weights of all turns, each times the probability of a decline there
formula-rate = Meetings a year on one side of the likeliest turn: n meetings in e covered years, N in E over the whole series
formula-compliance = Mean score, of n pairs of a commitment and a party that were assessed, with s the sum of their scores
formula-compliance-percent = The mean score S as a percentage
formula-top-three = Probability of one of the first three ranks, from those of the first, second and third
formula-half = The end of the first half of n items
formula-quarter = Days in the first quarter of the D days looked ahead
worked-half = The first half of the shortlist
worked-quarter = The first quarter of the time looked at

worked-issue = { $pair } on { $issue }, { $one ->
    [yes] session { $to }
   *[no] sessions { $from } to { $to }
}
worked-state = { BARE($state) }
worked-state-year = { BARE($state) }, { $year }
worked-pair-year = { $pair }, { $year }
worked-pair-session = { $pair }, session { $session }
worked-route = { $origin } → { $asylum }
worked-route-from = { $origin } → { $asylum }
worked-rank = { $state } among the partners { OF($of) }
worked-expected = { $pair } on { $issue }, expected
worked-low = { $pair } on { $issue }, lower end
worked-high = { $pair } on { $issue }, upper end
worked-last = { $pair } on { $issue }, last on record
worked-series = { $series ->
    [leader-contact] Contact of leaders, { $pair }
    [minister-contact] Contact of foreign ministers, { $pair }
   *[other] { $name }
}
worked-web = All meetings { OF($pair) }
worked-side = { $what }, { $side ->
    [before] before { $year }
   *[after] from { $year } on
}
worked-all-parties = All parties
worked-item = { $place }. { $name }

rows-roll-calls = Roll calls of the sessions that the figures { OF($pair) } take, with the issues for whose figures each counts
rows-sessions = Every session of every issue, { $pair }
rows-days = Roll calls by session: how many have no day of their own, and the day from which the last was known
rows-states = Every state that voted with { $state } in these sessions
rows-own-votes = The roll calls of these sessions, with the vote { OF($state) }
rows-contacts = Every record of a visit or a stop, { $pair }, the latest first
rows-contact-years = The same by the year in which they began, { $pair }
rows-population = Persons at the end of the year in the parties, by origin
rows-applications = New applications in the parties of people of whom the brief speaks
rows-components = Components of capability, with the world's total
rows-cinc = The index as published
rows-missions = Chiefs of mission by wording, { $pair }
rows-partner-shares = Partners named in the trade of either, { $pair }
rows-organisations-today = Organisations that list both, { $pair }
rows-speeches = Whom either named, { $pair }
rows-organisations = Joint memberships of either with every partner, { $pair }
rows-pacts = Spells of obligations of either to the other, { $pair }
rows-contiguity = Spells of contiguity, { $pair }
rows-distance = Spells of the minimum distance, { $pair }
rows-bodies = Memberships of the parties
rows-seats = Terms of the parties on the Security Council
rows-leaders = Leaders in office
rows-elections = Votes held by the date, and those planned after it
rows-ideal-points = Ideal points of the parties and their neighbours, with the votes on roll calls that divide
rows-questions = Questions more likely than not to come back, { $pair }, with the last vote of each
rows-mixes = What the forecasts { OF($pair) } are mixed of
rows-last-session = Roll calls of the last session in which both voted, { $pair }
rows-meetings = Meetings of every series, and attendance that counts in none, { $pair }
rows-records = The records from which these were merged
rows-third-places = Meetings on the ground of a third state, or at one gathering, { $pair }
rows-days-met = Last days of the meetings that count, { $pair }
rows-standing = How each series stands, { $pair }
rows-years = Meetings by year, with the part of the year that is covered, { $pair }
rows-turns = What speaks for a change at each turn of the year, { $pair }
rows-mechanisms = Mechanisms as declared, with the words by which their meetings are found
rows-mechanism-meetings = Their meetings
rows-windows = Windows, with the rule, the law or the list on which each rests
rows-cycles = Terms that begin together
rows-criteria = What each item has by each criterion
rows-ranks = The probability of every rank
rows-settings = How the draws were made, and the season
rows-tests = Every test of every claim
rows-figures = The figures behind the tests
rows-constraints = Constraints
rows-circumstances = Risks, opportunities and precedents
rows-acts = Goodwill and unfriendly acts
rows-commitments = Every pair of a commitment and a party, with what the assessors say together
rows-scores = The scores that stand
rows-open-commitments = What is owed
rows-sources = Sources
rows-declared-on-items = What each party last declared on every item, and the item's coincidence where it rests on something
rows-objectives = Our objectives
rows-their-objectives = Theirs
rows-side-questions = Questions of the General Assembly, with both last votes
rows-limits = Every item with what could rule it out: room at home, the stance of our veto player farthest against it, coincidence
rows-own-acts = Our unfriendly acts that are remembered
rows-arising = Every item with the day of its carrier, and how likely it is to arise
rows-press = What enters the press line
rows-arguments = Arguments, item by item
rows-weak-points = Weak points of each case
rows-responses = Responses to expect, with the constraints that bear on them and what is answered

worked-column = { $column ->
    [absent] absent
    [acceptance] room at home
    [actor] who
    [address] address
    [after] meetings after
    [age] days since
    [aim] aim
    [all_parties] all parties
    [answers] answers
    [applied] applied
    [asylum] in
    [asylum_seekers] asylum-seekers
    [avoided] not to raise
    [basis] basis
    [because] because
    [before] meetings before
    [body] body
    [both_vote] both vote
    [cadence] cadence
    [cadence_days] cadence, days
    [ccode] COW
    [certainty] known
    [changed] leader changed
    [cinc] CINC
    [citation] citation
    [assessor] assessor
    [class] counts as
    [commitment] commitment
    [closed] closed
    [coincidence] coinc.
    [common] in common
    [component] component
    [conditions] conditions
    [constraints] constraints
    [consultation] consultation
    [count] count
    [covered_from] covered from
    [not_known_since] not known since
    [covered_to] covered to
    [criterion] criterion
    [date] date
    [decline] decline
    [defence] defence
    [direction] direction
    [divided] divided
    [draws] draws
    [due] due
    [made] made
    [score] score
    [stage] stage
    [end] end
    [ended] ended
    [entered] entered
    [event] event
    [every_years] every, years
    [expected] expected
    [expected_next] expected next
    [expected_rank] mean rank
    [exposure] part covered
    [figure] figure
    [finding] finding
    [first_year] first year
    [founded] founded
    [from] from
    [from_state] bound
    [gap_days] gap, days
    [high] high
    [id] id
    [ideal_point] position
    [in_force] in force
    [instrument] by what means
    [interval] days after last
    [iso3] state
    [iso3_1] first
    [iso3_2] second
    [issue] issue
    [issues] issues
    [items] items
    [kind] kind
    [km] km
    [known_from] last known from
    [last] last
    [last_year] last year
    [leader] leader
    [leader_from_us] leaders from U.S.
    [leader_to_us] leaders to U.S.
    [level] level
    [likelihood] likelihood
    [low] low
    [m05] k 5%
    [m25] k 25%
    [m75] k 75%
    [m95] k 95%
    [meetings] meetings
    [minister_from_us] ministers from U.S.
    [minister_to_us] ministers to U.S.
    [name] name
    [neutrality] neutrality
    [new] y (new)
    [nonaggression] nonaggression
    [note] note
    [occasion] occasion
    [occasions] occasions
    [offence] offence
    [open] open
    [opposite] opposite
    [organisations] organisations
    [origin] from
    [others_needing_protection] others
    [ours] our vote
    [overlap] room
    [partial] partial
    [participants] participants
    [parties] parties
    [partner] partner
    [pec] energy
    [person] person
    [place] place
    [pool] x (pool)
    [probability] probability
    [procedure] procedure
    [published] published
    [q05] 5%
    [q95] 95%
    [rank] rank
    [rcid] rcid
    [record] record
    [record_ends] list ends
    [refugees] refugees
    [returns] returns
    [roll_calls] roll calls
    [same] same
    [sd] sd
    [seat] seat
    [seed] seed
    [series] series
    [session] session
    [session_1] { $first } in
    [session_2] { $second } in
    [share] share
    [source] source
    [sources] sources
    [spread] w (spread)
    [stance] stance
    [start] start
    [start_1] first begins
    [start_2] second begins
    [status] status
    [symbol] symbol
    [tables] tables
    [test] test
    [text] text
    [theirs] their vote
    [title] title
    [to_state] to whom
    [type] type
    [types] types
    [unit] unit
    [until] until
    [value] value
    [verdict] verdict
    [veto] veto
    [vote] vote
    [vote_1] { $first }
    [vote_2] { $second }
    [votes] votes
    [weakness] weak
    [weight] weight
    [weights] weights
    [what] what
    [wish] who would move
    [without_day] no day
    [words] words
    [world] world
    [year] year
    [years_1] years
    [years_2] years
    [years_after] years after
    [years_before] years before
   *[other] ⟦{ $column }⟧
}
worked-term = { $term ->
    [export] export
    [import] import
    [final] final
    [interim] interim
    [absent] absent
    [abstain] abstain
    [acceptance] acceptance
    [announced] announced
    [assembly] session
    [at-home] on our own side
    [at-odds] at odds
    [bilateral] bilateral
    [both-high] high on both sides
    [by-rule] by rule
    [carrier] carrier
    [ceremony] ceremony
    [coincidence] coincidence
    [compatible] compatible
    [contradicted] contradicted
    [could-move] could move
    [council] Council
    [criterion] criterion
    [dated] carrier meets soon
    [debate] debate
    [declared] declared
    [dormant] dormant
    [earlier-government] earlier government
    [elected] elected
    [election] election
    [ended] ended
    [evidence] evidence
    [expected] expected
    [for-nobody] nobody
    [for-them] they
    [for-us] we
    [forecast] forecast
    [from-us] from the U.S.
    [hesitant] hesitation
    [irst] iron and steel
    [lapsed] lapsed
    [late] late
    [leader] leader
    [mechanism] mechanism
    [meeting] meeting
    [milex] military expenditure
    [milper] military personnel
    [minister] minister
    [mixed] mixed
    [multilateral] gathering
    [never-met] never met
    [no] no
    [no-meeting] no meeting
    [not-a-member] not a member
    [not-testable] not testable
    [not-told] not to be told
    [nothing] nothing
    [obtain] to obtain
    [official] official
    [old-figures] old figures
    [on-cadence] on cadence
    [on-record] on record
    [one-high] high on one side
    [opportunity] opportunity
    [opposite] opposite
    [other] other
    [partial] partial
    [pec] energy
    [permanent] permanent
    [plan] planned
    [position] position
    [possible] possible
    [precedent] precedent
    [prepare] to prepare
    [priority] priority
    [private] private
    [refusal] refusal
    [reserved] welcome with reserve
    [risk] risk
    [same] same
    [shared] shared
    [stake] stake
    [summit] summit
    [supported] supported
    [sure] sure
    [term] term
    [third-place] third place
    [to-us] to the U.S.
    [tpop] population
    [transit] transit
    [transition] transition
    [unlikely] unlikely
    [unspecified] unspecified
    [upop] urban population
    [vote] held
    [votes] votes
    [votes-and-declared] votes and declared
    [welcome] welcome
    [window] window
    [yes] yes
   *[unknown] ⟦{ $term }⟧
}

## Notes
#
# In English the assessment has these words itself, for programs; a test keeps them the same.

note-coincidence-selection = recorded General Assembly roll calls on texts as a whole known on the date, by regular session; votes on paragraphs and amendments, which the record has in some sessions only, are left out
note-coincidence-method = voting coincidence (U.S. Department of State, reports on 2017-2020): (same + ½ partial) / both voted; partial where exactly one abstained; both abstaining is the same
note-coincidence-caveat = a count, not a sample: the number of roll calls stands beside each share. Most of the Assembly's business passes without a vote, so contested matters weigh more than they do in its work. A roll call can carry several issue codes or none; items on Israel and Palestine are 15-25% of contested votes by the Department of State's own account. The codes of roll calls after 4 June 2024, of economic development from 2019 and of colonialism from session 73 are by rule, not the publisher's.
note-days-selection = roll calls of sessions 1-51, and many of 52-57
note-days-method = read as known from the last day of their month
note-days-caveat = the publisher's day means nothing there; year and month do.
note-contacts-selection = visits by foreign leaders to the United States and stops abroad of its presidents and secretaries of state that had ended by the date; records that repeat another are left out
note-contacts-method = counted by the year in which they began; one record per visitor and per stop, whatever the occasion
note-contacts-caveat = the record is the United States' own, and holds neither vice presidents nor other ministers. For a pair without the United States there is none, which is not a record of no contact. A visit to a summit hosted by the United States counts here as a visit.
note-hosted-selection = { $year ->
    [none] no year on record by the date
   *[other] persons at the end of { $year }, by origin and asylum
}
note-hosted-method = refugees, asylum-seekers with a case pending, and others in need of international protection
note-hosted-caveat = no row means that none were recorded. UNHCR rounds small counts to multiples of 5 in some years. A year's figures are read as known from its 31 December, though they are published in the course of the next year.
note-applications-selection = { $year ->
    [none] no year on record by the date
   *[other] { $first }-{ $year }: new applications (type N), reviews and appeals (levels AR, RA, JR) left out
}
note-applications-method = sums over procedures and levels, persons and cases apart as reported (a case can be a family)
note-applications-caveat = the table begins in 2000. The United States reports applications to its immigration courts in persons and those to its asylum office in cases, in most years.
note-power-selection = { $year ->
    [none] no year on record by the date
   *[other] the last year on record by the date ({ $year })
}
note-power-method = CINC: the mean of a state's shares of the world's military expenditure and personnel, iron and steel, energy, total and urban population (Singer, Bremer and Stuckey 1972); the ratio is the greater over the lesser
note-power-caveat = CINC measures bulk, not leverage on an issue; it sums to 1.00-1.08 over the states of a year. A year is read as known from its 31 December; this edition was published later.
note-missions-selection = chiefs of mission as the World Factbook listed them, read about weekly from November 2020 to January 2026
note-missions-caveat = the list speaks of missions in and of the United States only. It lags by days to weeks.
note-partner-shares-selection = the wording of the World Factbook that stood on the date: the latest year of each flow
note-partner-shares-method = share of the partner in a state's exports or imports of goods
note-partner-shares-caveat = only the first partners of each state are named, about five: a partner that is not named has a smaller share. Years are of different editions and sources, so a change between them is not a turn of trade.
note-organisations-today-selection = organisations as the World Factbook listed them, observers and other standings left out
note-organisations-today-method = number of organisations that list both as members
note-organisations-today-caveat = not to be compared with the count of the Correlates of War, which has other organisations and ends in 2014. Peace operations of the United Nations are among them.
note-speeches-selection = speeches in the General Debate of the General Assembly, counted in the UN General Debate Corpus
note-speeches-method = how often the speech of one names the other, the last five years of debates on record together; rank among all whom it named
note-speeches-caveat = names of states only. To be named is attention, neither praise nor blame.
note-igos-selection = the last year on record by the date
note-igos-method = number of organisations of which both are full members (COW IGO 3); rank among all partners of each
note-igos-caveat = the record ends in 2014; a later date reads that year.
note-pacts-selection = the last year on record by the date (the record ends in 2018)
note-pacts-method = obligations in force between the two, in either direction (ATOP 5)
note-pacts-caveat = none listed means none in force in that year, within the record.
note-place-selection = the spells that hold the date, or the last on record (contiguity to 2016, distance to 2019)
note-place-method = direct contiguity and the minimum distance between borders
note-bodies-selection = { $bodies } bodies and agreements whose lists of members are compiled in the program, each from its own public record
note-bodies-method = members on the date
note-bodies-caveat = where a list gives only the year of entry, membership is read from 1 January of it.
note-council-selection = terms of the Security Council from 1946, elections to June 2026 included, from the Council's public record
note-council-caveat = an elected term is known from its election where that day is on record, otherwise from its first day; its end is fixed by the Charter.
note-governments-selection = the spell in office that holds the date; votes held by the date; plans only once the list that names them was closed
note-governments-caveat = where the list of leaders ends before the date, who governs since is not known: the last leader on it is given, with the day on which it ends. Names are as the list writes them.
note-outlook-selection = roll calls of the sessions before session { $session } that were known on the date and before the session opened
note-outlook-method = series of roll calls on one question, how often such come back, every state's last vote on each; intervals from how far such forecasts missed the ten sessions before
note-outlook-caveat = a forecast of recorded votes: what is adopted without a vote is not in it.
note-movement-selection = votes of all states in all regular sessions known on the date; amendments and paragraphs after 1989, session 19 and states with a vote or two left out
note-movement-method = dynamic ordinal ideal points by expectation-maximisation (Bailey, Strezhnev and Voeten 2017), one dimension, 90% posterior intervals; neighbours are states with a common land border, the most capable first
note-movement-caveat = one dimension holds what divides the Assembly as a whole, and it need not be what matters between two states. The scale has mean 0 and variance 1 over all states and sessions; on the side of the United States it is positive.
note-world-selection = recorded roll calls of sessions { $from } to { $to } known on the date, amendments and paragraphs included, pooled
note-world-method = voting coincidence (U.S. Department of State, reports on 2017-2020) of one state with every other
note-world-caveat = a state that was absent from most votes has a share that rests on few.
note-meetings-selection = visits and stops that had ended by the date; records that repeat another are left out
note-meetings-method = records whose days overlap or touch are one meeting; what for is read from the remark, and bilateral and mechanism meetings count
note-meetings-caveat = { $own ->
    [yes] the record is the United States' own, and holds neither vice presidents nor other ministers; of foreign ministers it has the secretary of state's journeys only, not the visits of the other side.
   *[no] the record is the United States' own: of a pair without it there is no series, which is not a record of no contact. Two leaders at one gathering in the United States are the only trace.
}{ $ended ->
    [yes] {" "}The record ends before the date: { $ends }.
   *[no] {""}
}
note-record-end = { $who ->
    [leaders] that of leaders on { $day }
   *[secretaries] that of secretaries of state on { $day }
}
note-third-places-selection = meetings on the ground of a third state
note-third-places-method = found where the remark of a stop elsewhere names the other's leader or minister
note-third-places-caveat = the record of these is thin: it has them only where a remark names them. They are listed apart and count in no rate.
note-status-selection = the days of meetings over the covered time
note-status-method = status from the meetings missed in a row, floor(gap / cadence - 1/2): none is on cadence, one late, two or three lapsed, more dormant; contact without a declared cadence keeps its own, the mean of its last ten intervals and at least half a year; recent rate with a half-life of two cadences
note-status-caveat = a gap is counted to the end of the record, where that lies before the date. Where more than one cadence lies between the two, how the series stands is not known.
note-change-selection = meetings by year over the last 25 covered years; years without any count as zero
note-change-method = exact posterior of one change in a Poisson rate, with Gamma priors and even odds of no change (Raftery and Akman 1986)
note-change-caveat = one change at most is looked for; a record that is thinner in one time than in another looks like a change.
note-administrations-selection = who led either state
note-administrations-caveat = where the list of leaders ends before the date, later ones are not shown.
note-declared-mechanisms-selection = mechanisms of the dossier “{ $title }” founded by the date
note-declared-mechanisms-method = meetings found by the words of their remarks, and meetings entered with their source
note-declared-mechanisms-caveat = { $entered } of the meetings shown were entered by hand. A mechanism that the dossier does not name is not here, so that the web is what was declared.
note-window-lists-selection = leaders and elections of the parties, as the lists read on the date; referendums left out
note-window-lists-caveat = a leader still in office has no end: none is guessed. Where the list of leaders ends before the date, who is in office since is not known. The day of leaving is the day before the next leader enters.
note-window-rules-selection = rules of terms and elections in force on the date (data/states/terms.toml), each known from its publication
note-window-rules-method = a term begins on the rule's day every so many years from the first, and ends on the day before the next begins
note-window-rules-caveat = a rule does not say who governs, nor that a term is served to its end. Elections whose years count from the last can be called earlier.
note-window-bodies-selection = terms on the Security Council, known from the election; regular sessions of the General Assembly from the 58th
note-window-bodies-method = sessions ahead by the rule of procedure in force on the date
note-window-summits-selection = summits of G20, APEC, the Americas, G7, BRICS, NATO, the Ibero-American Conference, the European Union with CELAC, the African Union, ASEAN and the Commonwealth in which two parties or more take part (data/states/summits.csv)
note-window-summits-method = known from their announcement: first host and year, then the days; until then told by the year, and no opportunity. A summit that was moved is told by the days that were announced on the date
note-window-summits-caveat = where the day of an announcement is not at hand the summit is known from its first day; so a summit that is missing ahead may have been announced.
note-window-opportunities-selection = all windows of the parties
note-window-opportunities-method = an opportunity is a time in which the same conditions hold: all governments new (a term of each began within 12 months), a party on the Security Council by election and a summit of all of them within 6 months
note-window-opportunities-caveat = the conditions say when something could be moved, not that it will be.
note-shortlist-selection = { $items } agenda items of the dossier “{ $title }”, looking ahead to { $until }
note-shortlist-method = five criteria from 0 to 1, each drawn from what is known of it: coincidence of votes and declared positions, the lesser party's stake, the likeliest carrier's probability, the window, the room that veto players leave; ranked over { $draws } draws of criteria and of weights, uniform over all weights that are not excluded (SMAA-2, Lahdelma and Salminen 2001)
note-shortlist-caveat = stances, priorities and acts are the dossier's reading of its sources, and acceptance at home with them decides most of the order. An item of which little is known is drawn from anything, so its rank is broad rather than low.
note-claims-selection = { $claims } claims in the sources of the dossier “{ $title }” published by the date
note-claims-method = each claim is put to tests that the dossier declares; it holds if all of them do, and is mixed if some do or one is too close to tell
note-claims-caveat = a claim is its author's. The verdict is on the test, and a test can be narrower than the sentence.
note-declared-selection = what the dossier “{ $title }” declares and could be read on the date
note-declared-caveat = stances and weights are the dossier's reading of its sources, which stand beside each entry.
note-commitments-selection = commitments of a ledger ({ $commitments }): made by the date by one of the parties where all of them took part, or by all of them; with the scores dated by then
note-commitments-method = one assessor gives a party −1, 0 or +1 for a commitment, as the G20 Research Group does; a final score stands before an interim one, assessors count alike, S is the mean over pairs of a commitment and a party that were assessed, and the percentage is 50·(S + 1)
note-commitments-caveat = a ledger holds what somebody entered. What nobody has assessed is counted apart and is in no mean; commitments that are easy to prove are assessed more often. Open is what nobody has closed, also where its time has passed.
note-pack-selection = the consultation { $consultation } of a ledger, its agenda, and the last one before it
note-pack-caveat = what is on the agenda, who leads and what came out of the last consultation is what somebody entered. A position is its delegation's own and in no other pack.

## Pages of the commands

page-claims-title = { $title }: claims, as of { $date }
page-claims-none = No claim of the dossier had been published by { $date }.
page-claims-from = From { $source }
page-shortlist-title = { $title }: what could move, as of { $date }, looking ahead to { $until }
page-shortlist-rank = - Rank: mean over { $draws } draws of the criteria and of their weights, which nobody knows. Criteria run from 0 to 1: coincidence, the lesser party's stake, the likeliest carrier's probability, the window, the room that veto players leave. (?) is not known and drawn from anything.
page-shortlist-top = top 3
page-shortlist-season = - The calendar: an opportunity is open on { $open } of the days ahead{ $because ->
    [yes] {" "}({ $why })
   *[no] {""}
}; { $closed } of them lie before a party's vote or in a transition.
page-shortlist-no-reason = none stands out
page-shortlist-reasons = { $place }. { $name }  (for: { $strongest }; against: { $weakest })
page-windows-title = { $cycles ->
    [yes] Cycles
   *[no] Windows
} of { $parties }, { $from } to { $until }, as of { $date }
page-windows-none = No opportunity in this span: the governments are not new together, no party sits on the Council by election, no summit of all with announced days lies ahead.
page-windows-chance = { $from }{ $ends ->
    [yes] {" "}to { $until }
   *[no] {""}
}{ $open ->
    [yes] {" "}(open now)
   *[no] {""}
}: { $why }.
page-windows-no-end = open
page-windows-all = all
page-windows-open-ended = { $what } (from this day, open-ended)
page-windows-undated = { $what } ({ $year })
page-windows-no-day = Announced for a year without a day, so not in this calendar yet: { $what }.
page-windows-line = { $what }{ $known ->
    [by-rule] {" "}(by rule)
    [planned] {" "}(planned)
    [announced] {" "}(announced)
    [year] {" "}(day not announced)
    [expected] {" "}(not announced)
   *[on-record] {""}
}
page-windows-by-rule = By rule: fixed by a constitution, a law or a rule of procedure in force on the date; not a forecast that a term is served. open: still in office when the list ends, no end is guessed.
page-windows-table-ends = The table { $table } ends on { $end }: what came later is missing here, or given by rule.
page-windows-no-rule = No rule of fixed terms is on file for { BARE($states) }: terms ahead are not given.
page-windows-callable = Elections of { BARE($states) } can be called before the day that the law fixes.
page-windows-more = Every field, note and source: --format json or csv. A calendar: --format ics.
page-cycles-note = Terms of office by the rules in force on the date, each as long as it was in force; the arithmetic says nothing of who governs. Rules and laws: the book, chapter Windows.
page-cycles-days = days apart
page-cycles-no-rule = { BARE($states) }: no rule in force that fixes its terms is on file, so there is no cycle to compute.
page-cycles-never = { BARE($first) } ({ $years_1 }) and { BARE($second) } ({ $years_2 }): new terms never begin within { $near } of each other by the present rules; the closest lie { $closest } days apart, and the cycles come round every { $every }.
page-cycles-no-longer = { BARE($first) } ({ $years_1 }) and { BARE($second) } ({ $years_2 }): by the present rules new terms no longer begin within { $near } of each other (the closest lie { $closest } days apart); by earlier rules they did: { $spans }.
page-cycles-again = { BARE($first) } ({ $years_1 }) and { BARE($second) } ({ $years_2 }): new terms begin within { $near } of each other { $times ->
    [one] every
   *[other] { $times } times every
} { $every }: { $some ->
    [yes] { $spans }
   *[no] none in this span
}.
page-years = { $n ->
    [one] one year
   *[other] { $number } years
}
page-months = { $n ->
    [one] one month
   *[other] { $number } months
}
page-number = { $n ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $n }
}
page-machinery-title = { $parties }, as of { $date }
page-machinery-declared = Of { $count ->
    [one] one mechanism
   *[other] { $count } mechanisms
} declared, { $statuses }.
page-machinery-status = { $count } { $status ->
    [on-cadence] on cadence
    [late] late
    [lapsed] lapsed
    [dormant] dormant
   *[never-met] never met
}: { $names }
page-machinery-not-known = { $count } not known on this date: { $names }
page-machinery-none = { $name }: none on record that counts.
page-machinery-contact = { $name }: { $known ->
    [yes] { $status }, { $gap } after the last, which was on { $last }
   *[no] too few meetings for a cadence; the last was on { $last }
} ({ $occasion }).
page-machinery-contact-not-known = { $name }: { $standing }; the last on record was on { $last } ({ $occasion }).
page-machinery-web = The web as a whole, { $from } to { $to }: { $change }
page-machinery-series = { $from } to { $to }: { $change }
page-machinery-change = probability of a decline { $decline }, of a rise { $rise }. If there was a change, most likely in { $year }: from { $before } to { $after }.
page-machinery-no-series = No series of contact: the record is the United States' own, and it is not one of the two. That is no record of no contact.
page-machinery-together = Both leaders were at one gathering in the United States { $times ->
    [one] once
   *[other] { $times } times
}, last on { $last } ({ $occasion }).
page-machinery-never-together = Nor were both leaders at one gathering in the United States on record.
page-machinery-record-ends = The record ends before { $date }, and gaps are counted to its end: { $series }.
page-machinery-others = Contacts that do not count as meetings of the two: { $kinds }.
page-machinery-kind = { $count } { $kind ->
    [multilateral] multilateral
    [ceremony] ceremony
    [private] private
    [transit] transit
   *[unspecified] unspecified
}
page-machinery-third = Meetings in third places: { $count } named in remarks, last on { $last } in { $place }. The record of these is thin.
page-machinery-key = a year: recent rate / over the covered time; p: probability of a decline
page-machinery-own = own
page-machinery-cadence = cadence
page-machinery-last = last
page-machinery-years = years
page-machinery-p = p
page-machinery-founded = { $parties }, founded { $founded }
page-machinery-ended = given up or replaced { $day }
page-machinery-own-cadence = own cadence { $span }
page-machinery-unknown = not known
page-machinery-since = not known since { $day }
page-machinery-was-due = was due { $day }
page-machinery-due = due { $day }
page-machinery-expected = at the recent rate about { $day }
page-machinery-earlier = ({ $more } earlier)
page-machinery-no-meeting = no meeting on record
page-machinery-entered = entered: { $sources }
page-span-years = { $n } years
page-span-months = { $n } months
page-span-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}

## The head of every output

reach-last-on-record = As of { $date }, the last day on record. This is not today; add --as-of today to read as of now.
reach-line = Evidence: { $parts }.
reach-nothing = Evidence: no table with an end of its own was read.
reach-votes = votes to { $day } (session { $session })
reach-no-votes = no votes on record
reach-list = { $list ->
    [leaders] leaders to { $day }
    [elections] elections to { $day }
    [leader-meetings] visits and journeys of leaders to { $day }
   *[minister-meetings] journeys of U.S. secretaries of state to { $day }
}
reach-years = yearly figures, which end { $several ->
    [yes] between { $first } and { $last }
   *[no] in { $first }
}
reach-warning = WARNING
reach-ahead = { $date } lies in the future: this is a reading of what is on record today.
reach-behind = The votes end on { $last }, in session { $session }; on { $date } session { $now } is under way. The votes of { $sessions } sessions are not on record.
reach-without-votes = No vote is on record by { $date }.
reach-ended = { $count ->
    [one] This list has ended
   *[other] These lists have ended
}: { $lists }. What came after is not known here.
reach-ended-list = { $list ->
    [leaders] leaders in office
    [elections] elections
    [leader-meetings] visits and journeys of leaders
   *[minister-meetings] journeys of U.S. secretaries of state
} ({ $day })
reach-declared = Evidence: shares of votes as the file of the body states them; no table is read.
