# Las palabras del informe en español.
#
# Una oración es un mensaje. Los nombres de Estados toman su forma por función: { $state } con su
# artículo, { OF($state) } tras «de», { TO($state) } tras «a», { BARE($state) } sin artículo,
# { UPPER($state) } al comienzo de una oración. Las cantidades son números y eligen el plural; los años
# son texto.

## Números
#
# Coma decimal y espacio fino entre millares a partir de cinco cifras, como en las Naciones Unidas y la
# Ortografía de 2010. México y parte de América escriben punto decimal: se cambia aquí y solo aquí.

number-decimal = ,
number-group = {"\u202F"}
number-grouped-from = 5
percent = { $value }{"\u00A0"}%
percent-under = menos de { $value }{"\u00A0"}%
percent-over = más del { $value }{"\u00A0"}%
ratio = { $value } : 1
billions = { $value } mM
millions = { $value } M
thousands = { $value } k
no-record = sin registro
thin = escaso

## Fechas

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
number-range = { $from }-{ $until }
date-range-days = { $from }-{ $until }
date-range-months = { $day } de { $month } a { $until }
date-range = { $from } a { $until }
as-of = al { $date }

## Listas y oraciones

list-comma = {", "}
# $begins es el sonido con que comienza el último elemento.
list-and = { $begins ->
    [i] { $first } e { $last }
    [hi] { $first } e { $last }
   *[other] { $first } y { $last }
}
stopped = { $words }.
quoted = «{ $words }»

## Estados

# $state es el nombre inglés en minúsculas y con guiones.
state-the = { $state ->
    [united-kingdom] el { $name }
    [bahamas] las { $name }
    [dominican-republic] la { $name }
    [netherlands] los { $name }
    [federal-republic-of-germany] la { $name }
    [german-democratic-republic] la { $name }
    [papal-states] los { $name }
    [central-african-republic] la { $name }
    [central-african-empire] el { $name }
    [republic-of-the-congo] la { $name }
    [democratic-republic-of-the-congo] la { $name }
    [comoros] las { $name }
    [yemen-arab-republic] la { $name }
    [yemen-people-s-republic] la { $name }
    [united-arab-emirates] los { $name }
    [united-arab-republic] la { $name }
    [maldives] las { $name }
    [republic-of-vietnam] la { $name }
    [solomon-islands] las { $name }
    [marshall-islands] las { $name }
    [czech-republic] la { $name }
    [soviet-union] la { $name }
    [malagasy-republic] la { $name }
    [ottoman-empire] el { $name }
    [khmer-republic] la { $name }
    [kingdom-of-serbs-croats-and-slovenes] el { $name }
   *[other] { $name }
}
state-of = { $state ->
    [united-kingdom] del { $name }
    [central-african-empire] del { $name }
    [ottoman-empire] del { $name }
    [kingdom-of-serbs-croats-and-slovenes] del { $name }
   *[other] de { state-the }
}
state-to = { $state ->
    [united-kingdom] al { $name }
    [central-african-empire] al { $name }
    [ottoman-empire] al { $name }
    [kingdom-of-serbs-croats-and-slovenes] al { $name }
   *[other] a { state-the }
}

## Títulos y rótulos

contents = Contenido
bottom-line = En síntesis
annex = Anexo
figure-data = Las cifras del gráfico
language-tag = es-ES
footnote-several = Selección, métodos y advertencias: notas
footnote-more = Método y advertencia: nota { $note }.
notes = Notas
sources = Fuentes
title-coincidence = Coincidencia de voto en la Asamblea General
title-contacts = Contactos
title-between = Misiones, comercio y discursos
title-displacement = Desplazamiento entre las partes y a través de ellas
title-power = Asimetría de poder
title-ties = Vínculos
title-council = Consejo de Seguridad
title-governments = Quién gobierna
title-horizon = Hasta dónde llegan los datos
column-issue = Tema
column-share = índice
column-calls = votac.
column-session-number = n.º
column-change = cambio
column-years = Años
column-year = año
column-state = Estado
column-leader = Dirigente
column-since = En el cargo desde
column-last-vote = Última votación
column-table = Tabla
column-reaches = Llega hasta
column-publisher = Editor
column-route = De → en
column-origin = Origen
column-hosted = acogidos
column-applied = solicitudes
note-label-selection = Selección
note-label-method = Método
note-label-caveat = Advertencia
note-label-tables = { $count ->
    [one] Tabla
   *[other] Tablas
}
label-and-words = { $label }: { $words }
note-back = Volver a la referencia { $place } a la nota { $note }
trend-years = { $from } a { $to }
trend-pooled = ({ $sessions ->
    [one] un período por bloque
   *[other] { $sessions } períodos por bloque
})
trend-described = { $first } en el período { $from } ({ $from_year }), { $last } en el período { $to } ({ $to_year })
trend-too-few = muy pocos votos conjuntos en todos los períodos

## En síntesis

roll-calls = { $calls ->
    [one] { $calls } votación
   *[other] { $calls } votaciones
}
share-over = { $share } en { $calls ->
    [one] { $calls } votación
   *[other] { $calls } votaciones
}
share-thin = { $share } (escaso: { $calls ->
    [one] { $calls } votación
   *[other] { $calls } votaciones
})
bottom-no-votes = Al { $date } no consta ninguna votación registrada de la Asamblea General en que hayan votado a la vez { $pair }.
bottom-only-pair = En la Asamblea General solo consta el voto conjunto { OF($pair) }: últimos cinco períodos de sesiones agrupados ({ $share }).
bottom-pairs = En la Asamblea General, en los últimos cinco períodos de sesiones registrados de cada par, los que más coincidieron fueron { $closest } ({ $most }) y los que menos, { $furthest } ({ $least }).
bottom-pair-latest = En la Asamblea General, la coincidencia de voto { OF($pair) } sobre textos en su conjunto fue de { $latest } en el período de sesiones { $session } (abierto en { $opened }), el último registrado.
bottom-pair = En la Asamblea General, la coincidencia de voto { OF($pair) } sobre textos en su conjunto fue de { $latest } en el período de sesiones { $session } (abierto en { $opened }), el último registrado, y de { $pooled } en los cinco períodos hasta ese{ $direction ->
    [level] , al mismo nivel que en los diez anteriores.
    [above] , { $points ->
        [one] { $points } punto
       *[other] { $points } puntos
    } por encima de los diez anteriores.
    [below] , { $points ->
        [one] { $points } punto
       *[other] { $points } puntos
    } por debajo de los diez anteriores.
   *[unknown] .
}
bottom-issues = Por temas, en los últimos cinco períodos de sesiones con votaciones sobre cada uno, la coincidencia fue mayor en { $closest_issue } ({ $most }) y menor en { $furthest_issue } ({ $least }).
bottom-issues-pairs = Por temas, en los últimos cinco períodos de sesiones con votaciones sobre cada uno, la coincidencia fue mayor entre { $closest } en { $closest_issue } ({ $most }) y menor entre { $furthest } en { $furthest_issue } ({ $least }).
bottom-contact = El último contacto de dirigentes registrado es { $journey }
bottom-contact-occasion = El último contacto de dirigentes registrado es { $journey } («{ $occasion }»)
bottom-no-contact = No consta ningún contacto de dirigentes entre las partes
bottom-contact-silent-pair = { $contact }; el registro guarda silencio sobre { $pair }, lo que no prueba que no hubiera contactos.
bottom-contact-silent-pairs = { $contact }; el registro guarda silencio sobre { $pairs ->
    [one] el par
   *[other] los { $pairs } pares
} sin Estados Unidos, lo que no prueba que no hubiera contactos.
bottom-silent-pair = El registro de contactos es el del propio Gobierno de Estados Unidos y guarda silencio sobre { $pair }, lo que no prueba que no hubiera contactos.
bottom-silent-pairs = El registro de contactos es el del propio Gobierno de Estados Unidos y guarda silencio sobre estos pares, lo que no prueba que no hubiera contactos.
bottom-power = Por capacidades materiales (CINC), { $stronger } tenía { $times } veces la cuota { OF($weaker) } en { $year }.
bottom-power-shares = Por capacidades materiales (CINC), { $stronger } tenía { $times } veces la cuota { OF($weaker) } en { $year } ({ $stronger_share } y { $weaker_share } del total mundial).
bottom-no-seat = Ninguna de las partes ocupa un puesto en el Consejo de Seguridad ni consta como elegida para ocuparlo.
bottom-seats = En el Consejo de Seguridad, { $seats }.
bottom-seat-open = { $state } ocupa un puesto
bottom-seat-now = { $state } ocupa un puesto hasta el { $until }
bottom-seat-ahead = { $state } ha sido elegido para el período del { $from } al { $until }
bottom-seats-permanent = { $count ->
    [one] { $states } tiene un puesto permanente
   *[other] { $states } tienen puestos permanentes
}
bottom-item = { $name } ({ $chance })
bottom-shortlist = Lo que podría moverse antes, hasta el { $until }: { $items }; entre paréntesis, la probabilidad de que esté entre los tres primeros pesen lo que pesen los criterios.
bottom-machinery = { $known ->
    [0] No se sabe en qué estado { $mechanisms ->
        [one] está en esta fecha el único mecanismo declarado, pues su registro ha terminado
       *[other] están en esta fecha los { $mechanisms } mecanismos declarados, pues su registro ha terminado
    }
   *[other] De { $mechanisms ->
        [one] un mecanismo declarado
       *[other] { $mechanisms } mecanismos declarados
    }, { $alive ->
        [0] ninguno se reúne
        [one] uno se reúne
       *[other] { $alive } se reúnen
    } a su ritmo o con una reunión de retraso, { $lapsed ->
        [0] ninguno ha caducado
        [one] uno ha caducado
       *[other] { $lapsed } han caducado
    }{ $never ->
        [0] {""}
        [one] {" "}y uno aún no se ha reunido
       *[other] {" "}y { $never } aún no se han reunido
    }{ $unknown ->
        [0] {""}
        [one] ; de uno no se sabe en qué estado está en esta fecha, pues su registro ha terminado
       *[other] ; de { $unknown } no se sabe en qué estado están en esta fecha, pues su registro ha terminado
    }
}; { $met ->
    [yes] { $unknown ->
        [0] los dirigentes se reunieron por última vez el { $last }
       *[other] la última reunión de los dirigentes que consta fue el { $last }
    }
   *[no] no consta ninguna reunión de los dirigentes
}.
bottom-window-open = Abierto hasta el { $until }: { $why }{ $more ->
    [yes] {"; "}{ $then }
   *[no] {""}
}.
bottom-window-then = mejor aún { $when }: { $why }
bottom-window-ahead = La próxima ventana se abre { $when }: { $why }.
bottom-hosted = { UPPER($asylum) } acogía a { $persons ->
    [one] { $persons } persona refugiada, solicitante de asilo o necesitada de protección, procedente
   *[other] { $persons } refugiados, solicitantes de asilo y otras personas necesitadas de protección procedentes
} { OF($origin) } a fines de { $year }{ $figures ->
    [0] .
    [1] .
   *[other] , la mayor de { $figures } cifras de este tipo entre las partes.
}

bottom-commitments = De { $counted ->
    [one] un compromiso
   *[other] { $counted } compromisos
} entre las partes, { $open ->
    [0] ninguno sigue pendiente
    [one] uno sigue pendiente
   *[other] { $open } siguen pendientes
}{ $late ->
    [0] {""}
    [one] , uno fuera de plazo
   *[other] , { $late } fuera de plazo
}; { $assessed ->
    [yes] lo evaluado se cumplió en un { $percent }
   *[no] nadie ha evaluado su cumplimiento
}.

## Temas

issue-all = Todas las votaciones
issue-me = Conflicto palestino
issue-nu = Armas nucleares
issue-di = Control de armamentos
issue-hr = Derechos humanos
issue-co = Colonialismo
issue-ec = Desarrollo económico
issue-all-prose = todas las votaciones
issue-me-prose = el conflicto palestino
issue-nu-prose = armas nucleares
issue-di-prose = control de armamentos
issue-hr-prose = derechos humanos
issue-co-prose = colonialismo
issue-ec-prose = desarrollo económico

## Coincidencia de voto

coincidence-none = Al { $date } no consta ninguna votación en que hayan votado a la vez { $pair }.
coincidence-caption = Coincidencia de voto sobre textos en su conjunto, de 0 a 1, y votaciones en que votaron ambos: el último período de sesiones registrado, los cinco hasta ese agrupados y los diez anteriores agrupados; cambio de los diez a los cinco en puntos, a partir de índices sin redondear
coincidence-latest = último período
coincidence-recent = últimos cinco
coincidence-before = diez antes
coincidence-thin = Escaso: { $which }.
coincidence-thin-one = { $calls ->
    [one] { $calls } votación
   *[other] { $calls } votaciones
} sobre { $issue } { $when ->
    [latest] en el último período
    [recent] en los últimos cinco
   *[before] en los diez anteriores
}
coincidence-older = Sobre { $issues }, el último período registrado es el { $session }: los cinco períodos son del { $from } al { $session }, no los de todas las votaciones.
coincidence-none-before = No constan votos conjuntos en los diez períodos anteriores.
coincidence-none-before-on = No constan votos conjuntos en los diez períodos anteriores sobre { $issues }.
coincidence-never = No consta ninguna votación en que hayan votado ambos sobre { $issues }.
coincidence-trend = Coincidencia de voto por temas, período a período, en una escala de 0 a 1; en blanco o sombreado donde constan menos de { $least } votos conjuntos

## Votaciones que cabe esperar

title-outlook = Votaciones que cabe esperar
title-questions = Divergencias que conviene resolver y acuerdos que conviene aprovechar
interval = de { $low } a { $high }
outlook-record = último registrado
outlook-expected = esperada
outlook-interval = intervalo del 90{"\u00A0"}%
outlook-caption = Coincidencia de voto esperada en el período de sesiones { $session } ({ $stage ->
    [ahead] se abre el { $opens }
    [recorded] en curso desde el { $opens }; no se usan sus votaciones habidas hasta ahora
   *[silent] en curso desde el { $opens }; no consta ninguna de sus votaciones
}), con el intervalo que debería cumplirse nueve veces de cada diez, frente al último período registrado
outlook-too-far = No se pronostica ningún período de sesiones: las votaciones registradas terminan en el período { $session } y está en curso el { $now }. Solo se sabe cuánto yerra un pronóstico del período que sigue al último registrado.
outlook-no-votes = No cabe esperar ninguna votación registrada sobre { $issues }: no consta ninguna en los últimos períodos.
questions-apart = Conviene resolver: un solo grado de distancia en el último voto; las más probables, con su probabilidad:
questions-apart-none = Conviene resolver: ninguna cuestión de vuelta probable en la que ambos se separaran en un solo grado.
questions-alike = Conviene aprovechar: el mismo voto en una Asamblea dividida; las más probables, con su probabilidad:
questions-alike-none = Conviene aprovechar: ninguna cuestión de vuelta probable en la que ambos votaran igual y la Asamblea estuviera dividida.
title-forecast = El pronóstico en cifras
title-returning = Cuestiones que probablemente vuelvan
questions-apart-caption = Conviene resolver: las { $shown } más probables de { $count } cuestiones que probablemente vuelvan y en las que ambos se separaron en un solo grado, con la abstención de uno, en su último voto
questions-alike-caption = Conviene aprovechar: las { $shown } más probables de { $count } cuestiones que probablemente vuelvan y en las que ambos votaron igual mientras al menos una décima parte de los votos difería del resto
questions-question = Cuestión
questions-symbol = Última resolución
questions-returns = vuelve
questions-line = { $symbol }, «{ $title }»: { $first }, { $vote_1 }; { $second }, { $vote_2 }; { $returns }
vote-yes = sí
vote-no = no
vote-abstain = abstención

## Contactos

contacts-silent = El registro de contactos es el del propio Gobierno de Estados Unidos y guarda silencio sobre { $pair }: esto no prueba que no hubiera contactos.
contacts-none = En la fecha no consta ningún contacto de Estado alguno.
contacts-last = El último entre { $level ->
    [leaders] dirigentes
   *[ministers] ministros
}: { $journey }.
contacts-last-occasion = El último entre { $level ->
    [leaders] dirigentes
   *[ministers] ministros
}: { $journey }: «{ $occasion }».
contacts-none-of-level = Entre { $level ->
    [leaders] dirigentes
   *[ministers] ministros
} no consta ninguno de { $first } a { $last }.
contacts-recent = Los más recientes, del último al primero, con la ocasión en palabras del editor:
contacts-leaders = dirigentes
contacts-ministers = ministros
contacts-to-us = a EE. UU.
contacts-from-us = desde EE. UU.
contacts-caption = Contactos de dirigentes y de ministros de relaciones exteriores, según el año en que comenzaron
contacts-no-occasion = ocasión no registrada
contacts-line = { $when }: { $person }{ $level ->
    [other] {" "}(ni dirigente ni ministro)
   *[high] {""}
}, { $place }: { $about }
journey-visit = la visita de { $person } { TO($state) }, { $when }
journey-to-place = el viaje de { $person } { TO($state) } ({ $place }), { $when }
journey-to-state = el viaje de { $person } { TO($state) }, { $when }

## Desplazamiento

hosted-never = Ningún registro de personas acogidas llega hasta el { $date }: no hay en la tabla ningún año anterior.
applications-never = Ningún registro de solicitudes de asilo llega hasta el { $date }: no hay en la tabla ningún año anterior.
hosted-refugees = refugiados
hosted-asylum-seekers = solicitantes
hosted-others = otros
hosted-caption = Personas a fines de { $year }, del primer Estado en el segundo
hosted-caption-others = Personas a fines de { $year }, del primer Estado en el segundo; otros que necesitan protección internacional
hosted-none = No constan personas a fines de { $year }: { $routes }.
applications-caption = Nuevas solicitudes de asilo de personas del primer Estado en el segundo, en las unidades en que se comunicaron
applications-none = No constan solicitudes de { $first } a { $last }: { $routes }.
applications-row = { $route }, { $unit ->
    [cases] casos
   *[persons] personas
}
in-cases = { $cases } c
persons-between = de { $least } a { $most }
through-none = No consta ningún origen, fuera de las partes, con personas en todas ellas.
through-caption = A través de las partes: personas de otros orígenes acogidas por todas ellas a fines de { $year }
through-caption-applied = A través de las partes: personas de otros orígenes acogidas por todas ellas a fines de { $year }; nuevas solicitudes de asilo en { $applied } (personas; c: casos)

## Poder

power-none = Al { $date } no constan capacidades de las partes.
power-no-ratio = { $pair }: sin razón, por falta de un año en que consten ambos.
power-ratio = { $stronger } y { $weaker }: { $ratio } en { $year } según el CINC; { $before } diez años antes.
power-ratio-now = { $stronger } y { $weaker }: { $ratio } en { $year } según el CINC; diez años antes, sin registro.
power-caption = Capacidades materiales en el último año registrado: cuota del total mundial (CINC), gasto militar en dólares corrientes de Estados Unidos, personal militar, población (k: miles, M: millones, mM: miles de millones)
power-share = cuota
power-earlier = diez años antes
power-military = militar
power-budget = gasto, $
power-personnel = personal
power-people = población

## Vínculos

between-mission = Misión { OF($of) } en { $in_state }: { $chief }{ $since ->
    [known] {" "}(desde el { $day })
   *[unknown] {""}
}{ $told ->
    [ended] ; sin datos desde el { $ends }.
   *[now] .
}
between-share = { $flow ->
    [exports] Exportaciones
   *[imports] Importaciones
} de bienes { OF($of) }{ $dated ->
    [yes] {" "}en { $year }
   *[no] {""}
}: { $named ->
    [yes] { $flow ->
        [exports] el { $share } se destinó { TO($partner) }
       *[imports] el { $share } procedió { OF($partner) }
    }.
   *[no] { $partner } no está entre los socios que se nombran.
}
between-organisations = Organizaciones que tenían a ambos por miembros el { $day }: { $count }.
between-naming = En sus discursos del debate general de { $years } ({ $spoke ->
    [one] un discurso
   *[other] { $spoke } discursos
}), { $by } { $times ->
    [0] no nombró { TO($named) }
    [one] nombró { TO($named) } una vez
   *[other] nombró { TO($named) } { $times } veces
}{ $ranked ->
    [yes] ; lugar { $rank } entre los Estados que nombró.
   *[no] .
}
ties-igos-none = Pertenencia conjunta a organizaciones intergubernamentales: sin registro en la fecha.
ties-igos = Miembros conjuntos de { $count ->
    [one] { $count } organización intergubernamental
   *[other] { $count } organizaciones intergubernamentales
} en { $year }.
ties-igos-ranks = Miembros conjuntos de { $count ->
    [one] { $count } organización intergubernamental
   *[other] { $count } organizaciones intergubernamentales
} en { $year }; { $ranks }.
ties-igos-rank = { $partner } ocupa el puesto { NUMBER($rank, type: "ordinal") ->
   *[other] { $rank }
} entre los socios { OF($of) }
ties-pacts-never = Obligaciones de alianza: sin registro en la fecha.
ties-pacts-none = Obligaciones de alianza entre ambos: ninguna en vigor en { $year }.
ties-pacts-mutual = Obligaciones de alianza, recíprocas: { $kinds } (en vigor en { $year }; términos desde { $since }).
ties-pacts-single = Obligaciones de alianza { OF($from) } respecto { OF($to) }: { $kinds } (en vigor en { $year }; términos desde { $since }).
pact-defence = defensa
pact-offence = ofensiva
pact-neutrality = neutralidad
pact-nonaggression = no agresión
pact-consultation = consulta
contiguous-land = Contiguos por tierra o río
contiguous-water = Contiguos a través de hasta { $miles } millas de agua
contiguous-not = No consta contigüidad, ni por tierra ni a través de hasta 400 millas de agua
distance-touching = las fronteras se tocan ({ $year })
distance-km = { $km } km en el punto más cercano ({ $year })
distance-none = distancia: sin registro
ties-place = { $contiguity }; { $distance }.
ties-bodies = Organismos de los que todas las partes son miembros en la fecha: { $bodies }.
ties-no-bodies = En la lista no hay ningún organismo del que todas las partes sean miembros.

## Consejo de Seguridad

council-none = Ninguna de las partes ocupa un puesto ni consta como elegida para ocuparlo.
council-permanent = { $state }: puesto permanente desde el { $from }.
council-open = { $state }: puesto electivo desde el { $from }.
council-now = { $state }: puesto electivo del { $from } al { $until }.
council-ahead = { $state }: elegido para un puesto del { $from } al { $until }.
council-never = { $state }: ningún mandato anterior.
council-earlier = { $state }, mandatos anteriores: { $terms }.

## Gobiernos

governments-caption = Dirigentes, con los nombres tal como los escribe la lista, y última elección o referéndum
governments-held = { $day } ({ $kinds }{ $changed ->
    [yes] ; cambió el dirigente
    [no] ; no cambió el dirigente
   *[unknown] {""}
})
governments-over-by-rule = Por regla, { $state }: votación el { $day } ({ $kinds }); su resultado no consta.
governments-planned = Previstas según la lista, { $state }: { $votes }.
governments-not-known = { $leader }, sin datos desde el { $since }
governments-end = La lista no recoge entradas ni salidas después del { $date }: quien figura en último lugar puede haber dejado el cargo, y puede que falten votaciones posteriores.
vote-executive = ejecutivo
vote-legislature = legislativo
vote-referendum = referéndum

## Datos y fuentes

horizon-nothing = nada hasta la fecha
horizon-unstated = no consta
horizon-caption = El último día del que da cuenta cada tabla, leída en la fecha
source-numbered = S{ $number }. { $source }.
source-licence = { $citation } Licencia: { $licence }.
table-votes = Votos de los Estados en la Asamblea General de las Naciones Unidas
table-roll-calls = Votaciones de la Asamblea General de las Naciones Unidas
table-roll-call-issues = Temas codificados de las votaciones
table-capitals = Capitales
table-event-counts = Sucesos codificados entre Estados, por año y clase
table-contacts = Visitas a Estados Unidos y viajes de sus presidentes y secretarios de Estado
table-population = Personas de interés para el ACNUR a fines de año
table-asylum-applications = Solicitudes de asilo presentadas en el año
table-capabilities = Capacidades materiales nacionales y CINC
table-joint-igos = Organizaciones intergubernamentales de las que ambos Estados son miembros
table-alliances = Obligaciones de alianza, incluidos los pactos de consulta
table-contiguity = Contigüidad directa por tierra y agua
table-distances = Distancia mínima entre Estados
table-leaders = Dirigentes en el cargo
table-debate-mentions = Estados nombrados en el debate general
table-participations = Organizaciones en las que participan los Estados
table-trade-partners = Participación de los socios comerciales
table-chiefs-of-mission = Jefes de misión en Estados Unidos y de Estados Unidos
table-office-holders = Jefes de Estado y de gobierno
table-election-notices = Elecciones últimas y próximas, según se esperaban en cada fecha
table-elections = Elecciones y referéndums nacionales, celebrados y previstos

## Lista breve

item-parts = { $parts }
item-issue = { $issue ->
    [me] el conflicto palestino
    [nu] armas nucleares
    [di] control de armamentos
    [hr] derechos humanos
    [co] colonialismo
   *[ec] desarrollo económico
}
item-coincidence-forecast = coincidencia prevista de { $share } en el período { $session } en { $issues }
item-coincidence-votes = coincidencia de { $share } en { $calls ->
    [one] una votación
   *[other] { $calls } votaciones
} de los últimos cinco períodos{ $earlier ->
    [0] {""}
   *[other] {" "}({ $earlier } de ellas bajo un gobierno que ya no está, contadas a medias)
}
item-coincidence-unknown = ni votos ni posiciones declaradas de todas las partes
item-declared = { BARE($state) } { $stance } ({ $words })
item-stake = { BARE($state) } { $stake } ({ $parts })
item-stake-unknown = nada consta ni se ha declarado para cada una de las partes
item-priority = prioridad { $level } de 4: { $words }
item-applications = { $persons } nuevas solicitudes de asilo en { $year }
item-hosted = acoge a { $persons } personas, { $year }
item-events = { $share } de sus sucesos codificados, { $from }-{ $to }
item-meetings = { $meetings ->
    [one] una reunión
   *[other] { $meetings } reuniones
} de dirigentes o ministros en { $years } años
item-voted = { $calls } de las votaciones recientes ({ $share })
item-carrier = { $carrier }, probabilidad { $probability }{ $when ->
    [about] {", hacia el "}{ $day }
    [on] {", "}{ $day }
    [year] {", "}{ $day }, día sin anunciar
   *[any] {""}
}
item-carrier-unknown = no se declara ningún vehículo
item-window = una oportunidad está abierta el { $open } de los días por venir, el { $closed } queda antes de una votación o en una transición; ocasión { $occasion }
item-acceptance = los actores con veto de ambos lados dejan margen para un acuerdo con una probabilidad de { $probability }{ $opposed ->
    [yes] {"; en contra: "}{ $against }
   *[no] {""}
}{ $untold ->
    [0] {""}
   *[other] {"; sin posición declarada "}{ OF($silent) }
}
item-against = { BARE($state) }: { $actors }
shortlist-reason-coincidence = coincidencia
shortlist-reason-stake = interés mutuo
shortlist-reason-carrier = vehículo
shortlist-reason-window = ventana
shortlist-reason-acceptance = aceptación interna

carrier-assembly = la Asamblea General
carrier-council = el Consejo de Seguridad
carrier-leaders = contacto de dirigentes
carrier-ministers = contacto de cancilleres
carrier-named = { $name }
carrier-body = { $body }

## Ventanas

window-term = mandato, { BARE($state) } ({ $years } años)
window-leader = { $leader }, { BARE($state) }, { $known ->
    [yes] en funciones
   *[no] en funciones, sin datos desde el { $since }
}
window-vote = { $kind ->
    [legislature] poder legislativo
   *[executive] jefatura del ejecutivo
}
window-election = elección, { BARE($state) }: { $of }{ $when ->
    [within] , en un día de este lapso
   *[day] {""}
}
window-transition = transición, { BARE($state) }{ $to ->
    [known] {": a "}{ $leader }
    [open] , si cambia el dirigente
   *[elected] {""}
}
window-council = { $seat ->
    [permanent] puesto permanente
   *[elected] puesto electo
} en el Consejo de Seguridad, { BARE($state) }
window-assembly = Asamblea General, período de sesiones { $session }
window-debate = debate general del período de sesiones { $session } de la Asamblea General
window-summit = { $series ->
    [G20] { $ordinal } cumbre del G20
    [APEC] reunión de líderes del APEC de { $year }
    [SOA] { $ordinal } Cumbre de las Américas
    [BRICS] { $ordinal } cumbre de los BRICS
    [NATO] { $key ->
        [extraordinary-nato-summit-of-february-2022] cumbre extraordinaria de la OTAN de febrero de { $year }
        [extraordinary-nato-summit-of-march-2022] cumbre extraordinaria de la OTAN de marzo de { $year }
        [nato-leaders-meeting-of-2017] reunión de líderes de la OTAN de { $year }
        [nato-leaders-meeting-of-2019] reunión de líderes de la OTAN de { $year }
       *[other] cumbre de la OTAN de { $year }
    }
    [IBERO] { $ordinal } Cumbre Iberoamericana
    [EU-CELAC] { $ordinal } Cumbre CELAC-UE
    [AU] { $ordinal } sesión ordinaria de la Asamblea de la Unión Africana
    [ASEAN] { $ordinal } { $several ->
        [yes] Cumbres de la ASEAN
       *[no] Cumbre de la ASEAN
    }
    [CHOGM] { $ordinal } Reunión de Jefes de Gobierno de la Mancomunidad
   *[G7] cumbre del G7 de { $year }
}{ $placed ->
    [yes] , { $city }
   *[no] {""}
}
# Las cumbres iberoamericanas, las de la CELAC con la Unión Europea y las de la Mancomunidad llevan números romanos.
summit-ordinal = { $series ->
    [IBERO] { $roman }
    [EU-CELAC] { $roman }
    [CHOGM] { $roman }
   *[other] { $number }.ª
}{ $second ->
    [0] {""}
   *[other] {" y "}{ $second }.ª
}
# $key es el nombre inglés de la ciudad en minúsculas y con guiones.
city = { $key ->
    [addis-ababa] Adís Abeba
    [apulia] Apulia
    [beijing] Pekín
    [bras-lia] Brasilia
    [brussels] Bruselas
    [cartagena] Cartagena de Indias
    [cebu] Cebú
    [cologne] Colonia
    [evian] Évian
    [genoa] Génova
    [hamburg] Hamburgo
    [hanoi] Hanói
    [jakarta] Yakarta
    [johannesburg] Johannesburgo
    [kazan] Kazán
    [kuala-lumpur-and-langkawi] Kuala Lumpur y Langkawi
    [london] Londres
    [los-angeles] Los Ángeles
    [munich] Múnich
    [naples] Nápoles
    [new-delhi] Nueva Delhi
    [nouakchott] Nuakchot
    [ottawa-and-montebello] Ottawa y Montebello
    [panama-city] Ciudad de Panamá
    [paris] París
    [phnom-penh] Nom Pen
    [port-of-spain] Puerto España
    [quebec-city] Quebec
    [rio-de-janeiro] Río de Janeiro
    [riyadh] Riad
    [rome] Roma
    [saint-petersburg] San Petersburgo
    [seoul] Seúl
    [shanghai] Shanghái
    [singapore] Singapur
    [st-john-s] Saint John’s
    [sydney] Sídney
    [the-hague] La Haya
    [tokyo] Tokio
    [valletta] La Valeta
    [venice] Venecia
    [versailles] Versalles
    [vientiane] Vientián
    [vilnius] Vilna
    [warsaw] Varsovia
    [yekaterinburg] Ekaterimburgo
   *[other] { $city }
}
window-meeting = { $mechanism }{ $which ->
    [next] , la próxima según su cadencia
   *[held] {""}
}{ $placed ->
    [yes] , { $place }
   *[no] {""}
}
window-coincidence = mandatos nuevos con { $days ->
    [one] un día
   *[other] { $days } días
} de diferencia: { BARE($first) } { $begins_1 }, { BARE($second) } { $begins_2 }
window-opportunity = { $conditions }
condition-new = todos los gobiernos en el primer año de un mandato
condition-council = { BARE($state) } en el Consejo de Seguridad (hasta el { $until })
condition-summit = { $first ->
    [yes] a menos de seis meses de
   *[no] de
} la { $summit } ({ $day })

## Afirmaciones

claim-verdict-supported = respaldada
claim-verdict-mixed = mixta
claim-verdict-contradicted = contradicha
claim-verdict-not-testable = no comprobable
claim-told = { $why }
claim-coincidence = Coincidencia en el voto { OF($pair) }, { $first } frente a { $second }: { $sets }
claim-set = { $issue ->
    [me] conflicto palestino
    [nu] armas nucleares
    [di] control de armamentos
    [hr] derechos humanos
    [co] colonialismo
    [ec] desarrollo económico
   *[all] todas las votaciones
}: de { $before } a { $after }{ $sure ->
    [no] {" "}(demasiado próximas para decidir)
   *[yes] {""}
}
claim-no-votes = { UPPER($pair) } no votaron ambos en { $first } y en { $second }, hasta donde alcanza el registro
claim-vote = { UPPER($state) } { $cast ->
    [yes] votó a favor
    [no] votó en contra
    [abstain] se abstuvo
   *[absent] no votó
} en la resolución { $resolution } el { $day }
claim-no-roll-call = No consta en esa fecha ninguna votación de { $resolution }
claim-no-vote = No consta el voto { OF($state) } en { $resolution }
claim-nearer = Cercanía { TO($to) }, { $years }, según { $by ->
    [coincidence] la coincidencia en el voto
   *[ideal-point] los puntos ideales
}: { $state } está { $leads }
claim-lead = { $way ->
    [nearer] más cerca que { $other }, por { $lead }
    [farther] más lejos que { $other }, por { $lead }
   *[alike] tan cerca como { $other }, hasta donde puede decirse
}
claim-nowhere = No hay { $by ->
    [coincidence] votos
   *[ideal-point] puntos ideales
} { OF($state) } y { $to } que comparar en { $years }
claim-rank = { UPPER($state) } ocupa el puesto { $place } de { $of } entre { $among } por cercanía { TO($to) }, { $years } (entre el { $best } y el { $worst }; se afirma: { $at-most } o mejor), según { $by ->
    [coincidence] la coincidencia en el voto
   *[ideal-point] los puntos ideales
}
claim-cycle = Los mandatos { OF($pair) } coinciden cada { $every } años; la próxima vez en { $next }, con { $gap ->
    [one] un día
   *[other] { $gap } días
} de diferencia
claim-cycle-never = Los mandatos { OF($pair) } no comienzan con menos de cuatro meses de diferencia en los próximos sesenta años
claim-no-rules = No constan reglas de mandatos de ambos: { $pair }
claim-council = { UPPER($state) } ocupó un puesto en el Consejo de Seguridad en { $held } de { $all ->
    [one] un año
   *[other] los { $all } años
} { $years }
claim-council-open = En esa fecha no se sabía quién ocuparía un puesto en el Consejo de Seguridad en { $years }
claim-contiguous = { $touch ->
    [yes] { UPPER($pair) } comparten frontera terrestre o fluvial
   *[no] { UPPER($pair) } no comparten frontera terrestre
}
claim-members = { $body }: { $members ->
    [0] ninguno de ellos es miembro
   *[other] miembro: { BARE($inside) }
}{ $others ->
    [0] {""}
   *[other] {"; no es miembro: "}{ BARE($outside) }
}
claim-asymmetry = La capacidad compuesta { OF($first) } fue { $times } veces la { OF($second) } en { $year }
claim-no-capabilities = No consta ningún año con capacidades { OF($pair) }
claim-contact = { $level ->
    [leader] Los dirigentes
   *[minister] Los ministros
} { OF($pair) } se reunieron { $before ->
    [one] una vez
   *[other] { $before } veces
} en { $before-years } años cubiertos ({ $first }) y { $after ->
    [one] una vez
   *[other] { $after } veces
} en { $after-years } años ({ $second }); el ritmo bajó con una probabilidad de { $lower }
claim-no-contact-record = Ningún registro de contactos de { $level ->
    [leader] dirigentes
   *[minister] ministros
} { OF($pair) } cubre a la vez { $first } y { $second }
claim-no-contact = No consta ninguna reunión de { $level ->
    [leader] dirigentes
   *[minister] ministros
} { OF($pair) } del { $from } al { $until }
claim-contact-met = { $level ->
    [leader] Los dirigentes
   *[minister] Los ministros
} { OF($pair) } se reunieron el { $day }, entre el { $from } y el { $until }
claim-no-contact-days = El registro de contactos de { $level ->
    [leader] dirigentes
   *[minister] ministros
} { OF($pair) } no cubre del { $from } al { $until }
claim-decline = { $series ->
    [leader-contact] Contacto de dirigentes { OF($pair) }
    [minister-contact] Contacto de ministros { OF($pair) }
    [web] Todas las reuniones { OF($pair) } juntas
   *[other] { $series }
}: el ritmo bajó con una probabilidad de { $decline }; el cambio más probable es en { $year }, de { $before } a { $after } al año (se afirma: { $years })
claim-no-series = { $series ->
    [leader-contact] Contacto de dirigentes { OF($pair) }
    [minister-contact] Contacto de ministros { OF($pair) }
    [web] Todas las reuniones { OF($pair) } juntas
   *[other] { $series }
}: ningún registro bastante largo para hallar un cambio en { $years }
claim-standing = { $mechanism }: { $status ->
    [on-cadence] al ritmo previsto
    [late] con retraso
    [lapsed] mecanismo caducado
    [dormant] mecanismo inactivo
   *[never-met] nunca se ha reunido
}{ $met ->
    [yes] {", última reunión el "}{ $last }, { $missed ->
        [0] ninguna omitida
        [one] una reunión omitida desde entonces
       *[other] { $missed } reuniones omitidas desde entonces
    }
   *[no] {""}
}
claim-record-ends = El registro de { $mechanism } termina el { $day }: no se sabe cómo está ahora
claim-meetings = { $mechanism }: { $met ->
    [0] ninguna reunión
    [one] una reunión
   *[other] { $met } reuniones
} en { $years }{ $whole ->
    [yes] {""}
   *[no] {", hasta donde los cubre el registro"}
}
claim-no-mechanism = No pueden contarse las reuniones de { $mechanism }: no está declarado o ningún registro lo cubre
claim-applications = Nuevas solicitudes de asilo de personas { OF($origins) } en { $host }: { $before } en { $from }, { $after } en { $to } ({ $times } veces las de { $from })
claim-no-applications = No constan solicitudes de asilo { OF($origins) } en { $host } a la vez para { $from } y { $to }
claim-events = De los sucesos codificados { OF($from) } hacia { $to }, { $class ->
    [cooperation] la cooperación
   *[conflict] el conflicto
} fue el { $before } en { $first } y el { $after } en { $second }
claim-no-events = No constan sucesos codificados { OF($from) } hacia { $to } a la vez para { $first } y { $second }

## Lista breve, mecanismos, ventanas, condicionantes: el informe

title-shortlist = Qué podría moverse ahora
title-agenda = La lista breve completa
shortlist-lead = De { $items ->
    [one] un asunto
   *[other] { $items } asuntos
} del expediente, estos podrían moverse con mayor facilidad antes del { $until }, pesen lo que pesen los cinco criterios. Lugar: la media, y los lugares que se cumplen nueve veces de cada diez.
shortlist-item = { $name }: lugar { $rank } ({ $low } a { $high }), entre los tres primeros con probabilidad { $first }.
shortlist-reasons = A favor: { $strongest }; en contra: { $weakest }.
shortlist-reasons-for = A favor: { $strongest }; nada destaca en contra.
shortlist-reasons-against = En contra: { $weakest }; nada destaca a favor.
shortlist-reasons-none = Nada destaca a favor ni en contra.
shortlist-carrier = Por medio de: { $carrier }.
shortlist-step = Primer paso: { $step }.
shortlist-why = En qué descansan los primeros, criterio por criterio, cada uno de 0 a 1 con su intervalo de 90 %:
shortlist-place = { $place }. { $name }
shortlist-criterion = { $criterion }: { $value } ({ $low } a { $high }): { $words }.
shortlist-strength = { $criterion ->
    [coincidence] las partes están cerca
    [stake] mucho en juego para ambas
    [carrier] un vehículo seguro
    [window] un buen momento
   *[acceptance] margen interno en ambas partes
}
shortlist-weakness = { $criterion ->
    [coincidence] las partes están lejos
    [stake] poco en juego para una de ellas
    [carrier] ningún vehículo seguro
    [window] un mal momento
   *[acceptance] poco margen interno
}
shortlist-caption = Asuntos por lugar esperado, con los lugares que se cumplen nueve veces de cada diez, la probabilidad de estar entre los tres primeros y los cinco criterios de 0 a 1; ? no se sabe y se sortea de cualquier valor
shortlist-item-head = Asunto
shortlist-rank = lugar
shortlist-criteria = criterios
shortlist-expected = media
shortlist-interval = 90 %
shortlist-top = tres primeros
shortlist-head = { $criterion ->
    [coincidence] coinc.
    [stake] interés
    [carrier] vehíc.
    [window] ventana
   *[acceptance] acept.
}
declared-sources = Fuentes: { $sources }.
title-machinery = Por qué vías: mecanismos y contactos
title-traction = Vitalidad de los mecanismos
mechanism-status = { $status ->
    [on-cadence] al ritmo previsto
    [late] con retraso
    [lapsed] caducado
    [dormant] inactivo
   *[never-met] nunca reunido
}
mechanism-not-known = sin datos desde el { $since } (entonces: { $then })
machinery-of-status = { $status ->
    [on-cadence] Al ritmo previsto
    [late] Con retraso
    [lapsed] Caducados
    [dormant] Inactivos
   *[never-met] Nunca reunidos
} ({ $count }): { $mechanisms }.
machinery-met = { $name } (última reunión: { $last })
machinery-contact-name = { $level ->
    [leader-contact] Contacto de dirigentes
   *[minister-contact] Contacto de cancilleres
}
machinery-contact = { $level ->
    [leader-contact] Contacto de dirigentes
   *[minister-contact] Contacto de cancilleres
}: { $status }, el último el { $last }.
machinery-contact-few = { $level ->
    [leader-contact] Contacto de dirigentes
   *[minister-contact] Contacto de cancilleres
}: muy pocas reuniones para una cadencia propia, la última el { $last }.
machinery-contact-none = { $level ->
    [leader-contact] Contacto de dirigentes
   *[minister-contact] Contacto de cancilleres
}: no consta ninguno que cuente.
machinery-not-known = Sin datos en esta fecha, pues el registro ha terminado ({ $count }); entre paréntesis, la última reunión registrada: { $mechanisms }.
machinery-met-not-known = { $name } ({ $met ->
    [yes] { $last }
   *[no] ninguna
})
machinery-none = No se declara ningún mecanismo y ningún registro de contactos habla del par: eso no prueba que no hubiera contactos.
machinery-web = Todas las reuniones juntas: { $change }.
machinery-series = { $name }: { $change }.
machinery-note = { $name }: { $note }
machinery-change = la tasa bajó con probabilidad { $decline } y subió con { $rise }; si cambió, lo más probable es que fuera en { $year }, de { $before } a { $after }
machinery-rate = { $mean } al año ({ $low } a { $high })
machinery-caption = Cada serie frente a su cadencia: situación, última reunión, cuándo toca o tocaba la siguiente, reuniones al año en los últimos tiempos y en todo el tiempo cubierto, y probabilidad de que la tasa haya bajado
machinery-mechanism = Mecanismo
machinery-status = situación
machinery-last = última
machinery-due = prevista
machinery-rates = al año
machinery-recent = reciente
machinery-history = siempre
machinery-decline = bajó
title-windows = Cuándo: ventanas por venir
title-calendar = El calendario
windows-no-opportunity = No hay oportunidad a la vista: los gobiernos no son nuevos a la vez, ninguna parte ocupa un puesto electo en el Consejo de Seguridad y no hay por delante ninguna cumbre de todas ellas con días anunciados.
windows-open-now = Abierta ahora, hasta el { $until }: { $why }.
windows-open-without-end = Abierta ahora: { $why }.
windows-opportunity = { $when }: { $why }.
windows-from = desde el { $from }
windows-year = { $year }, día sin anunciar
windows-line = { $when }: { $what }{ $certainty ->
    [by-rule] {" "}(por regla)
    [announced] {" "}(anunciado)
    [expected] {" "}(sin anuncio)
    [year] {""}
   *[on-record] {""}
}.
windows-more = { $more ->
    [one] Otra está
   *[other] Otras { $more } están
} en el calendario del anexo.
windows-certainty = { $certainty ->
    [by-rule] por regla
    [announced] anunciada
    [expected] por cadencia
    [not-known] sin datos
   *[on-record] registrada
}
windows-caption = Todas las ventanas abiertas algún día hasta el { $until }, por su primer día
windows-when = Cuándo
windows-who = Quién
windows-what = Qué
windows-known = Se conoce
windows-cycle = Los mandatos { OF($first) } duran { $years_1 ->
    [one] un año
   *[other] { $years_1 } años
} y los mandatos { OF($second) }, { $years_2 ->
    [one] un año
   *[other] { $years_2 } años
}, de modo que los nuevos de { $pair } vuelven a la misma posición cada { $every } años; los próximos, cercanos entre sí, en { $next }, con { $days ->
    [one] un día
   *[other] { $days } días
} de diferencia.
windows-cycle-never = En los próximos 25 años los mandatos nuevos { OF($pair) } no comienzan a menos de cuatro meses unos de otros.
title-constraints = Condicionantes y riesgos
declared-lead = Según declara el expediente, cada cosa con sus fuentes (S1, etc., al final):
constraints-shared = Ambas partes
constraints-line = { $actor }, por medio de { $instrument }: { $stance ->
    [strongly-against] muy en contra
    [against] en contra
    [for] a favor
    [strongly-for] muy a favor
   *[neutral] ni a favor ni en contra
}{ $veto ->
    [yes] , y nada se aprueba sin este actor
   *[no] {""}
}. Afecta a: { $items }.{ $noted ->
    [yes] {" "}{ $note }.
   *[no] {""}
} ({ $sources })
constraints-all-items = todos los asuntos
constraints-risk = Riesgo: { $text } ({ $sources }).
title-precedents = Precedentes y oportunidades
precedent-line = Precedente: { $text } ({ $sources }).
opportunity-line = Oportunidad: { $text } ({ $sources }).
title-weather = El clima entre las partes
weather-line = { $day }, { $state }: { $text } (peso { $weight } en una escala de −1 a +1; { $sources }).
title-claims = Afirmaciones sometidas a los datos
claims-lead = De { $claims ->
    [one] una afirmación
   *[other] { $claims } afirmaciones
}: { $tally }. La afirmación es de su autor; el dictamen, de los datos.
claims-count = { $count } { $verdict }
claims-line = { $verdict }: { $text }. Datos: { $found }.
title-movement = Cómo se movieron las partes
movement-gap = Los puntos ideales { OF($pair) } distaban { $gap } en el período de sesiones { $session }, y { $before } en el período { $earlier }.
movement-gap-now = Los puntos ideales { OF($pair) } distaban { $gap } en el período de sesiones { $session }.
movement-caption = Puntos ideales con intervalos de 90 % por período de sesiones (año de apertura), primero las partes y después sus vecinos
movement-sessions = período (año de apertura)
movement-session = { $session } ({ $year })
movement-position = { $point } ({ $low } a { $high })
title-world = Cómo vota el mundo con una de ellas
world-named = { $state } ({ $share })
world-ends = En los períodos { $from } a { $to }, los que más coincidieron con { $state } fueron { $most }; los que menos, { $least }.
world-place = { UPPER($party) } ocupó el lugar { $place } de { $of }, con { $share }.
machinery-lead = Cada mecanismo declarado frente a su cadencia, y los contactos frente a la suya:
windows-lead = Cuándo puede moverse algo, y los días que conviene conocer:
world-caption = Coincidencia de voto con { $state } en los períodos { $from } a { $to }
axis-opposed = siempre opuestos
axis-alike = siempre iguales
axis-far = más lejos de ellos
axis-near = más cerca de los votos de Estados Unidos
mark-expected = esperada
mark-nine-in-ten = 9 de 10
mark-one-in-two = 1 de 2
mark-record = último período registrado
mark-rank = Lugar medio, y los lugares que se cumplen nueve veces de cada diez
mark-top-three = Entre los tres primeros
mark-first = primero
mark-last = último
mark-thin = menos de { $least } votos conjuntos
mark-small = Estado demasiado pequeño para un contorno
mark-leaders = Dirigentes
mark-ministers = Cancilleres
mark-met = se reunieron los dos
mark-other = reunión de muchos, ceremonia, visita privada o escala
mark-found = reunión en el registro de contactos
mark-entered = anotada de otra fuente
mark-silent = fuera de lo que cubre el registro
calendar-opportunities = Oportunidades
calendar-coincidences = Mandatos que comienzan juntos
calendar-elections = Elecciones
calendar-transitions = Transiciones
calendar-debates = Debate general de la Asamblea
calendar-summits = Cumbres
calendar-meetings = Reuniones de mecanismos
figure-outlook = Para cada tema, un punto en la coincidencia esperada en el período { $session }, barras para los intervalos que deberían cumplirse nueve veces de cada diez y una de cada dos, y una marca hueca en el último período registrado{ $pairs ->
    [one] {""}
   *[other] {"; un panel para cada par"}
}. Las cifras están en { $table ->
    [apart] una tabla del anexo
   *[beside] la tabla
}.
figure-ranks = Para cada uno de { $items } asuntos, un punto en su lugar medio con los lugares que se cumplen nueve veces de cada diez, y una barra para la probabilidad de estar entre los tres primeros. Las cifras están en la tabla.
figure-multiples = Un panel para cada tema con la coincidencia de voto { OF($pair) } de { $first } a { $last }; más claro donde constan pocos votos conjuntos.
figure-movement = Líneas de los puntos ideales de { $states }, { $first } a { $last }, las partes con bandas de 90 %, y quién gobernaba debajo. Las posiciones cada cinco períodos están en la tabla.
figure-world = Un mapa del mundo en proyección equivalente, { $states } Estados en tonos de menor a mayor coincidencia; todas las cifras están en la tabla que lo acompaña.
figure-machinery = Los años de izquierda a derecha: quién gobernaba { $pair }, los contactos de dirigentes y cancilleres como barras, las reuniones de cada mecanismo como puntos. Las últimas reuniones y las tasas están en la tabla.
figure-calendar = Un calendario del { $from } al { $until } con un tramo para cada ventana: lleno si está registrada o fijada por regla, rayado si está anunciada, hueco si solo se espera. Todas las ventanas están en la tabla.

## El informe de una de las partes

title-side-objectives = Nuestros objetivos para esta reunión
title-side-arguments = Argumentos que conviene usar y sus puntos débiles
title-side-theirs = Sus objetivos probables
title-side-responses = La respuesta previsible y qué contestar
title-side-avoid = Temas que no conviene plantear
title-side-arising = Temas seguros, posibles e improbables
title-side-press = Línea de prensa
title-side-background = Antecedentes
side-title = { $parties }: para la delegación { OF($state) }
side-as-of = al { $date }; no es un documento conjunto
side-priority = prioridad { $level } de 4, { $words } ({ $sources })
side-position = postura { $stance }, { $words } ({ $sources })
side-actor = { $actor }: { $instrument } ({ $stance ->
    [strongly-against] muy en contra
    [against] en contra
    [for] a favor
    [strongly-for] muy a favor
   *[neutral] ni a favor ni en contra
}{ $veto ->
    [yes] , con veto
   *[no] {""}
})
side-objectives-lead = Lo que { $state } debería obtener, en el orden de sus propias prioridades. Las posturas van de −2 a +2; los lugares son los de la lista breve hasta el { $until }, con los que se cumplen nueve veces de cada diez.
side-objectives-none = Ningún asunto al que { $state } dé prioridad, o que apoye, puede abordarse ahora.
side-objective = { $name }. { $stepped ->
    [yes] { $aim ->
        [obtain] Por obtener
       *[prepare] Por preparar
    }: { $step }.
   *[no] { $aim ->
        [obtain] Por obtener: un primer paso, aún por definir.
       *[prepare] Por preparar: un primer paso, aún por definir.
    }
}{ $carried ->
    [yes] {" "}Por medio de: { $carrier }.
   *[no] {""}
}{ $said ->
    [yes] {" "}Lo que hemos dicho: { $words }.
   *[no] {" "}No hemos declarado nada al respecto.
} Lugar { $place } de { $of } ({ $low } a { $high }); entre los tres primeros con probabilidad de { $chance }.
side-questions-them = Por solicitar: cuestiones que probablemente vuelvan y en las que la otra parte se abstuvo y nosotros no, de modo que un solo paso la acerca a nuestro voto; primero las más probables.
side-questions-them-none = Por solicitar: ninguna cuestión de vuelta probable en la que la otra parte se abstuviera y nosotros no.
side-questions-both = Por aprovechar: cuestiones que probablemente vuelvan y en las que ambos votaron igual mientras al menos una décima parte de los votos difería del resto.
side-questions-both-none = Por aprovechar: ninguna cuestión de vuelta probable en la que ambos votaran igual y la Asamblea estuviera dividida.
side-questions-us = Pueden pedirnos un paso: cuestiones que probablemente vuelvan y en las que nosotros nos abstuvimos y la otra parte no.
side-questions-us-none = No hay asuntos declarados ni cuestiones de vuelta probable en las que nosotros nos abstuviéramos y la otra parte no.
side-question = { $symbol }, «{ $title }»: { $state }, { $theirs }; nosotros, { $ours }; vuelve con probabilidad de { $returns }
side-arguments-lead = Cada uno con aquello en que descansa. Se llama débil a lo que la otra parte puede objetar.
side-arguments-general = Para cualquier tema
side-argument = { $words }.{ $weak ->
    [yes] {" "}Débil: { $weakness }.
   *[no] {""}
}
side-argument-position = La posición { OF($state) } desde el { $day }: { $words } ({ $sources })
side-argument-priority = Prioridad { OF($state) } ({ $level } de 4) desde el { $day }: { $words } ({ $sources })
side-argument-vote = Igual que nosotros votó { $state }: { $vote }, sobre { $symbol }, «{ $title }» ({ $day })
side-argument-precedent = Ya se ha hecho: { $text } ({ $sources })
side-argument-stakes = Lo que está en juego. { $figures }
side-figures = { $state }: { $figures }
side-argument-window = Momento propicio, { $when }: { $what }
side-argument-election = Mejor antes del { $day }: { $what }
side-argument-alike = En { $issue } es donde más coincide nuestro voto con el { OF($state) }: { $share } en { $calls ->
    [one] una votación
   *[other] { $calls } votaciones
} de los últimos cinco períodos de sesiones
side-argument-contact = Los dirigentes se reunieron el { $day }, la última vez registrada ({ BARE($state) })
side-weak-earlier = eso fue antes del { $day }, cuando entró el gobierno actual
side-weak-ended = eso terminó el { $day }
side-weak-old = algunas de estas cifras terminan en { $year }
side-weak-criterion = { $criterion } ({ $value }, lo que más baja de la mediana de los asuntos)
side-weak-untold = nada se sabe de { $criterion }
side-weak-home = de nuestro lado, { $actor } ({ $instrument })
side-weak-vote = { $state }, { $theirs }, y nosotros, { $ours }, sobre { $symbol }, «{ $title }» ({ $day })
side-weak-issue = en { $issue } es donde menos coincide nuestro voto con el { OF($state) } ({ $share } en { $calls ->
    [one] una votación
   *[other] { $calls } votaciones
})
side-weak-contact = { $state }: { $recorded ->
    [yes] no consta ningún contacto de dirigentes
   *[no] el registro de contactos guarda silencio sobre nosotros dos, lo que no prueba que no los hubiera
}
side-case-weak = { $count ->
    [one] Punto débil
   *[other] Puntos débiles
} del planteamiento: { $points }.
side-theirs-count = { $count } { $common ->
    [shared] { $count ->
        [one] compartido con nosotros
       *[other] compartidos con nosotros
    }
    [compatible] { $count ->
        [one] compatible con lo que queremos
       *[other] compatibles con lo que queremos
    }
    [at-odds] en conflicto con ello
   *[unknown] sin datos para saberlo
}
side-theirs-tally = { $all ->
    [0] Ningún asunto figura como prioridad alta declarada { OF($state) }.
    [one] Un asunto es prioridad alta declarada { OF($state) }: { $counts }.
   *[other] { $all } asuntos son prioridades altas declaradas { OF($state) }: { $counts }.
}
side-theirs-kind = { $common ->
    [shared] Compartidos con nosotros
    [compatible] Compatibles con lo que queremos
    [at-odds] En conflicto con ello
   *[unknown] Sin datos para decirlo
}
side-their-objective = { $name } ({ $level } de 4), { $words } ({ $sources }).{ $avoid ->
    [yes] {" "}No nos conviene plantearlo.
   *[no] {""}
}
side-response-everything = Sea cual sea el tema, hay que contar con { $players }.
side-response = { $item }. De { $state } cabe esperar { $expected ->
    [welcome] una buena acogida
    [reserved] una buena acogida, con reservas
    [hesitant] vacilación
    [refusal] una negativa
   *[unknown] algo que no puede preverse: no hay posición declarada
}.{ $against ->
    [yes] {" "}Actores que pesan: { $players }.
   *[no] {""}
}{ $answered ->
    [build] {" "}Para apoyarse en ello: { $answers }.
    [yes] {" "}Qué contestar: { $answers }.
   *[no] {""}
}
side-answer-opportunity = { $text } ({ $sources })
side-answer-precedent = ya se ha hecho: { $text } ({ $sources })
side-answer-take-up = un paso menor, llevarlo a { $carrier } sin acordar todavía nada más
side-avoid = { $name }: { $reasons }.{ $raised ->
    [yes] {" "}Pueden plantearlo: es prioridad alta { OF($parties) }.
   *[no] {""}
}
side-avoid-room = no se ve margen ({ $room } de 1){ $declared ->
    [yes] , en contra según lo declarado: { BARE($parties) }
   *[no] {""}
}{ $opposed ->
    [yes] {"; "}{ $actors }
   *[no] {""}
}
side-avoid-veto = de nuestro propio lado no se aprobaría nada: { $actor }
side-avoid-votes = votamos en sentido opuesto (coincidencia de { $share })
side-avoid-none = Nada de lo registrado descarta un asunto.
side-acts-lead = Lo que se nos puede reprochar, de lo más reciente a lo más antiguo; no hay por qué sacarlo a colación:
side-act = { $day }: { $text } ({ $sources })
side-arising = { $likelihood ->
    [sure] Seguros
    [possible] Posibles
   *[unlikely] Improbables
}{ $why ->
    [both] , prioritarios para ambas partes
    [dated] , porque su fecha está cerca
    [high] , prioritarios para { $parties }
    [could-move] , porque podrían moverse
   *[none] {""}
}: { $items }.
side-arising-item = { $name }{ $dated ->
    [yes] {" "}({ $day })
   *[no] {""}
}{ $avoid ->
    [yes] {" "}(no por iniciativa nuestra)
   *[no] {""}
}
side-arising-questions = { $likelihood ->
    [sure] Volverán con seguridad
    [possible] Volverán probablemente
   *[unlikely] Es improbable que vuelvan
} en el próximo período de sesiones: { $symbols }.
side-arising-none = Nada de lo registrado indica qué se planteará.
side-press-shared = { UPPER($parties) } han declarado prioritarios, cada uno por su parte, estos asuntos: { $items }.
side-press-last = { $level ->
    [leaders] Los dirigentes
   *[ministers] Los ministros
} se reunieron por última vez el { $day }.
side-press-next = La próxima ocasión prevista es el { $day }: { $what }.
side-press-nothing = El registro público no ofrece material para una declaración.
side-background-government = { $state }: { $leader }, en el cargo desde el { $since }{ $known ->
    [yes] {""}
   *[no] {"; "}sin datos desde el { $end }
}.
side-background-mechanism = { $day }: última reunión, { $name }; mecanismo { $status }.
side-background-votes = Período de sesiones { $session } de la Asamblea General: coincidencia de voto { OF($pair) } de { $share } en { $calls ->
    [one] una votación
   *[other] { $calls } votaciones
}.
side-background-act = { $day }, { $state }: { $text } ({ $sources }).
side-bottom-objectives = Para { $state }, esta reunión debería { $some ->
    [yes] dar un primer paso en { $obtain }{ $more ->
        [yes] {"; "}y preparar { $prepare }
       *[no] {""}
    }
   *[no] limitarse por ahora a preparar { $prepare }
}.
side-bottom-questions = En la Asamblea General, { $state } puede { $them ->
    [0] no pedir ningún voto que esté a un paso
    [one] pedir un voto que está a un paso
   *[other] pedir { $them } votos que están a un paso
}, { $both ->
    [0] no aprovechar ninguno en que ambos coincidieran
    [one] aprovechar uno en que ambos coincidieron
   *[other] aprovechar { $both } en que ambos coincidieron
} y recibir { $us ->
    [0] ninguna petición semejante
    [one] una petición semejante
   *[other] { $us } peticiones semejantes
}.
side-bottom-limits = No conviene plantear: { $some ->
    [yes] { $quiet }{ $more ->
        [yes] {"; "}conviene llevar preparada una respuesta sobre { $coming }, que tampoco debemos plantear nosotros pero que surgirá con seguridad
       *[no] {""}
    }
   *[no] { $coming }, pero conviene llevar preparada una respuesta, porque surgirá con seguridad
}.
note-side-objectives-selection = asuntos de la lista breve vistos desde una de las partes; donde no los hay, cuestiones de la Asamblea General que probablemente vuelvan
note-side-objectives-method = nuestros: asuntos con prioridad declarada de 3 o 4, y los que apoyamos de entre los cinco primeros, sin aquellos a los que nos oponemos o que no conviene plantear; primero la prioridad más alta y después el lugar, seis como máximo; por obtener en la primera mitad de la lista breve, por preparar en la segunda. De la otra parte: asuntos con prioridad declarada de 3 o 4. Compartido, si ambos se inclinan en el mismo sentido (una postura más allá de ¼ en la escala de −2 a 2) y la coincidencia del asunto no baja de 0,4; en conflicto, si uno está a favor y el otro en contra; compatible en los demás casos. Si falta una postura decide la coincidencia: compartido desde 0,6, en conflicto por debajo de 0,4. De las cuestiones sometidas a votación: es nuestra aquella en que la otra parte se abstuvo y nosotros no, y suya aquella en que nosotros nos abstuvimos y ella no
note-side-objectives-caveat = una prioridad declarada es lo que se dijo en público; una delegación puede querer otra cosa.
note-side-arguments-selection = de cada objetivo, lo que las otras partes han dicho y cómo votaron, lo que está en juego, los precedentes y los puestos que terminan; en general, las votaciones de los últimos cinco períodos de sesiones registrados, el último contacto de dirigentes y el calendario
note-side-arguments-method = cabe esperar una negativa si la otra parte está en contra, o lo está alguien sin quien nada se aprueba; reservas si está a favor y no lo está alguien de su lado que atañe al asunto por su nombre; vacilación si no está ni a favor ni en contra, o calla mientras alguien así está en contra. Se contesta con una oportunidad que nombre el asunto; si no la hay, con un precedente; si no, salvo que se espere una buena acogida, con el paso menor de llevarlo a su vehículo
note-side-arguments-caveat = las posturas son la lectura que el expediente hace de sus fuentes. Un argumento tiene un punto débil si se dijo o votó antes del gobierno actual, si aquello a lo que apunta terminó o si una cifra tiene más de dos años; que no se indique ninguno no prueba que sea fuerte.
note-side-limits-selection = asuntos de la lista breve y nuestros actos inamistosos de los últimos dos años
note-side-limits-method = no conviene que planteemos los asuntos a los que la aceptación interna de ambos lados deja menos de 0,05, aquellos contra los que está, en −1 o menos, un actor nuestro con veto, ni aquellos en que la coincidencia de voto es inferior a 0,25
note-side-limits-caveat = no plantear un tema no es no tener respuesta: las otras partes pueden plantearlo.
note-side-arising-selection = asuntos de la lista breve; donde no los hay, cuestiones de la Asamblea General que probablemente vuelvan
note-side-arising-method = seguro: nosotros y otra parte le damos prioridad alta (3 o 4), o su vehículo se reúne en el primer cuarto del tiempo considerado; posible: una de las partes le da prioridad alta, o está en la primera mitad de la lista breve; improbable: los demás. De las cuestiones sometidas a votación: seguro desde una probabilidad de 0,8 de que vuelvan
note-side-arising-caveat = es una regla, no un pronóstico: cualquiera de las partes puede plantear lo que quiera.
note-side-press-selection = solo hechos públicos: asuntos que todas las partes han declarado prioritarios y apoyan, el último contacto registrado y la próxima ocasión anunciada o fijada por regla
note-side-press-method = no entra nada de la evaluación: ni probabilidades ni lugares en una lista
note-side-press-caveat = debe autorizarla la oficina de prensa, como cualquier otra declaración.

## Compromisos

title-commitments = Lo que se prometió y se debe
title-owed = Todo lo que se debe
commitments-none = El registro no contiene ningún compromiso entre las partes contraído hasta el { $date }.
commitments-lead = De { $counted ->
    [one] un compromiso
   *[other] { $counted } compromisos
} entre las partes, { $done ->
    [0] ninguno está cumplido
    [one] uno está cumplido
   *[other] { $done } están cumplidos
} y { $open ->
    [0] ninguno sigue pendiente
    [one] uno sigue pendiente
   *[other] { $open } siguen pendientes
}{ $late ->
    [0] {""}
    [one] , uno de ellos fuera de plazo
   *[other] , { $late } de ellos fuera de plazo
}.
commitments-unassessed = Nadie ha evaluado su cumplimiento.
commitments-kept = Lo evaluado ({ $assessed } de { $pairs } promesas, contadas parte por parte) se cumplió en un { $percent } en la escala del G20 Research Group: { $parties }.
commitments-party = { $state }, { $percent } de { $assessed }
commitments-first = Pendiente, primero lo que sirve a los primeros asuntos:
commitments-line = { $standing ->
    [late] Con plazo hasta el { $due }, ya vencido
    [ahead] Con plazo hasta el { $due }
   *[undated] Sin plazo, contraído el { $made }
}: { $text } ({ $who }; { $scores }).{ $served ->
    [yes] {" "}Sirve a: { $item }.
   *[no] {""}
}
commitments-score = { $state } { $score }{ $stage ->
    [interim] {" "}(provisional)
   *[final] {""}
}
commitments-not-assessed = sin evaluar
commitments-no-day = sin plazo
commitments-party-head = Parte
commitments-head = { $of ->
    [made] contraídos
    [assessed] evaluados
    [full] del todo
    [partial] en parte
    [none] incumplidos
    [mean] media
   *[percent] cumplido
}
commitments-kept-caption = Cumplimiento por parte: compromisos contraídos y evaluados, los evaluados con +1, entre medias y con −1, la puntuación media y el porcentaje
commitments-open-caption = Compromisos pendientes el { $date }, primero los de plazo más antiguo
commitments-due = Plazo
commitments-by = De
commitments-what = Qué ha de hacerse
commitments-scores = Puntuaciones

## Carpeta de una consulta

pack-title = { $title }: { $parties }
pack-as-of = carpeta de la reunión, al { $date }; documento conjunto
pack-as-of-own = carpeta de la reunión, al { $date }; solo para la delegación { OF($state) }, no es un documento conjunto
title-pack-meeting = La reunión
title-pack-agenda = Agenda
title-pack-left = Lo que quedó de la vez anterior
title-pack-last = Lo que resultó de la última reunión
title-pack-next = Ventanas hasta la próxima reunión
pack-when = { $title }, { $status ->
    [held] celebrada
   *[planned] prevista
}: { $when }{ $placed ->
    [yes] , { $place }
   *[no] {""}
}.
pack-no-day = un día aún sin fijar
pack-office = { $state }: { $office }
pack-no-agenda = La agenda aún está vacía.
pack-entry = { $place }. { $name }{ $carried ->
    [yes] {" "}(viene de la anterior)
   *[no] {""}
}
pack-leads = A cargo de { $leads }.
pack-owed = Pendiente en este asunto{ $more ->
    [yes] {" "}({ $owed }, aquí los { $told } primeros)
   *[no] {""}
}:
pack-own = Posición de la delegación { OF($state) }, solo en esta carpeta:
pack-position = { $part ->
    [aim] Objetivo
    [fallback] Alternativa
    [red-line] Línea roja
   *[note] Nota
}: { $text }.
pack-left = No se alcanzó en la última reunión ni está en esta agenda:
pack-last = { $title }, { $when }: { $outcomes ->
    [0] no consta ninguna declaración ni decisión.
    [one] consta una declaración o decisión.
   *[other] constan { $outcomes } declaraciones y decisiones.
}
pack-made = Compromisos contraídos allí: { $made }{ $more ->
    [yes] , aquí los { $told } primeros
   *[no] {""}
}.
pack-outcome = { $text } ({ $source }).
pack-next = Hasta el { $until }{ $planned ->
    [yes] , día de la próxima reunión:
   *[no] ; no hay otra reunión prevista, así que se mira un intervalo más allá:
}

## Cómo se calculó una nota

explanation-title = Cómo se calculó la nota { $note }: { $states }, al { $date }
explanation-note = La nota
explanation-formulas = Las fórmulas, con las cifras puestas
explanation-rows = Los renglones
explanation-formula = { $meaning }: { $formula }
explanation-of = de
explanation-figures = con las cifras
explanation-result = resultado
explanation-none = { $rows }: ninguno en el registro.
explanation-no-rows = Esta nota no tiene renglones propios: dice cómo leer cifras cuyos renglones están en otras notas.

formula-coincidence = Coincidencia de voto, con s votaciones en que ambos votaron igual, p en que se abstuvo exactamente uno y n en que ambos votaron
formula-hosted = Personas acogidas: r refugiados, a solicitantes de asilo, o otras necesitadas de protección internacional (0 donde no se registra ninguna)
formula-cinc = CINC, por la parte del Estado en el gasto militar, el personal militar, el hierro y acero, la energía, la población total y la urbana del mundo; el índice publicado está entre los renglones
formula-ratio = Razón entre el CINC publicado del primero, x, y el del segundo, y
formula-rank = Lugar entre todos los socios, de los que m tienen más organizaciones en común
formula-gap = Distancia entre dos puntos ideales, x y y
formula-expected = Coincidencia esperada: puntaje esperado S entre votos conjuntos esperados B de lo que puede volver (1), de las votaciones de diez períodos (2) y de las que entre ellas iniciaron una serie (3); x y y son los pesos que mejor sirvieron en los diez períodos anteriores (precisión simple)
formula-quantile = Extremo del intervalo: coincidencia esperada e, dispersión w de los resultados y k, un cuantil de los errores pasados en unidades de esa dispersión
formula-missed = Reuniones omitidas seguidas, con g días desde la última y una periodicidad de c días
formula-cadence = Periodicidad del contacto en días, con L días en los últimos k intervalos entre reuniones
formula-recent = Reuniones al año en tiempos recientes: W es la suma de los pesos de las reuniones, h los días en que un peso se reduce a la mitad (dos periodicidades), D los días cubiertos
formula-history = Reuniones al año en el tiempo cubierto: n reuniones en D días cubiertos
formula-changed = Probabilidad de que la tasa haya cambiado: C es la suma de los pesos de todos los cambios de año, U el peso de que no haya cambio
formula-declined = Probabilidad de que la tasa haya cambiado y sea menor desde entonces: K es la suma de los pesos de todos los cambios de año, cada uno por la probabilidad de un descenso en él
formula-rate = Reuniones al año a un lado del cambio más probable: n reuniones en e años cubiertos, N en E en toda la serie
formula-compliance = Puntuación media, de n pares de compromiso y parte que se evaluaron, con s la suma de sus puntuaciones
formula-compliance-percent = La puntuación media S como porcentaje
formula-top-three = Probabilidad de uno de los tres primeros lugares, por las del primero, el segundo y el tercero
formula-half = Fin de la primera mitad de n asuntos
formula-quarter = Días del primer cuarto de los D días que se miran hacia adelante
worked-half = La primera mitad de la lista breve
worked-quarter = El primer cuarto del tiempo considerado

worked-issue = { $pair } sobre { $issue }, { $one ->
    [yes] período { $to }
   *[no] períodos { $from } a { $to }
}
worked-state = { BARE($state) }
worked-state-year = { BARE($state) }, { $year }
worked-pair-year = { $pair }, { $year }
worked-pair-session = { $pair }, período { $session }
worked-route = { $origin } → { $asylum }
worked-route-from = { $origin } → { $asylum }
worked-rank = { $state } entre los socios { OF($of) }
worked-expected = { $pair } sobre { $issue }, esperada
worked-low = { $pair } sobre { $issue }, extremo inferior
worked-high = { $pair } sobre { $issue }, extremo superior
worked-last = { $pair } sobre { $issue }, última en el registro
worked-series = { $series ->
    [leader-contact] Contacto de dirigentes, { $pair }
    [minister-contact] Contacto de cancilleres, { $pair }
   *[other] { $name }
}
worked-web = Todas las reuniones { OF($pair) }
worked-side = { $what }, { $side ->
    [before] antes de { $year }
   *[after] desde { $year }
}
worked-all-parties = Todas las partes
worked-item = { $place }. { $name }

rows-roll-calls = Votaciones de los períodos que toman las cifras { OF($pair) }, con los temas para cuyas cifras cuenta cada una
rows-sessions = Cada período de cada tema, { $pair }
rows-days = Votaciones por período: cuántas no tienen día propio y el día desde el que se conoció la última
rows-states = Cada Estado que votó con { $state } en estos períodos
rows-own-votes = Las votaciones de estos períodos, con el voto { OF($state) }
rows-contacts = Cada registro de una visita o escala, { $pair }, el más reciente primero
rows-contact-years = Lo mismo por el año en que comenzaron, { $pair }
rows-population = Personas a fin de año en las partes, por origen
rows-applications = Nuevas solicitudes en las partes de personas de las que habla el informe
rows-components = Componentes de la capacidad, con el total del mundo
rows-cinc = El índice publicado
rows-missions = Jefes de misión según cada redacción, { $pair }
rows-partner-shares = Socios nombrados en el comercio de cada uno, { $pair }
rows-organisations-today = Organizaciones que tienen a ambos, { $pair }
rows-speeches = A quién nombró cada uno, { $pair }
rows-organisations = Membresías conjuntas de cada uno con cada socio, { $pair }
rows-pacts = Lapsos de obligaciones de uno con el otro, { $pair }
rows-contiguity = Lapsos de contigüidad, { $pair }
rows-distance = Lapsos de la distancia mínima, { $pair }
rows-bodies = Membresías de las partes
rows-seats = Mandatos de las partes en el Consejo de Seguridad
rows-leaders = Dirigentes en funciones
rows-elections = Votaciones celebradas hasta la fecha y las previstas después
rows-ideal-points = Puntos ideales de las partes y sus vecinos, con los votos en votaciones que dividen
rows-questions = Cuestiones que más probablemente vuelven que no, { $pair }, con el último voto de cada uno
rows-mixes = De qué se componen los pronósticos { OF($pair) }
rows-last-session = Votaciones del último período en que ambos votaron, { $pair }
rows-meetings = Reuniones de cada serie, y asistencias que no cuentan en ninguna, { $pair }
rows-records = Los registros que se reunieron en ellas
rows-third-places = Reuniones en suelo de un tercero o en una misma cita, { $pair }
rows-days-met = Últimos días de las reuniones que cuentan, { $pair }
rows-standing = En qué estado está cada serie, { $pair }
rows-years = Reuniones por año, con la parte del año cubierta, { $pair }
rows-turns = Lo que habla por un cambio en cada cambio de año, { $pair }
rows-mechanisms = Mecanismos según se declaran, con las palabras por las que se hallan sus reuniones
rows-mechanism-meetings = Sus reuniones
rows-windows = Ventanas, con la regla, la ley o la lista en que descansa cada una
rows-cycles = Mandatos que comienzan juntos
rows-criteria = Lo que tiene cada tema por cada criterio
rows-ranks = La probabilidad de cada lugar
rows-settings = Cómo se hicieron los sorteos, y la temporada
rows-tests = Cada prueba de cada afirmación
rows-figures = Las cifras detrás de las pruebas
rows-constraints = Condicionantes
rows-circumstances = Riesgos, oportunidades y precedentes
rows-acts = Gestos amistosos e inamistosos
rows-commitments = Todo par de compromiso y parte, con lo que dicen juntos los evaluadores
rows-scores = Las puntuaciones que prevalecen
rows-open-commitments = Lo que se debe
rows-sources = Fuentes
rows-declared-on-items = Lo último que declaró cada parte sobre cada asunto, y la coincidencia del asunto donde descansa en algo
rows-objectives = Nuestros objetivos
rows-their-objectives = Los suyos
rows-side-questions = Cuestiones de la Asamblea General, con el último voto de ambos
rows-limits = Cada asunto con lo que podría descartarlo: margen interno, la postura de nuestro actor con veto más contrario, coincidencia
rows-own-acts = Nuestros actos inamistosos que se recuerdan
rows-arising = Cada asunto con el día de su vehículo y la probabilidad de que surja
rows-press = Lo que entra en la línea de prensa
rows-arguments = Argumentos, asunto por asunto
rows-weak-points = Puntos débiles de cada planteamiento
rows-responses = Respuestas previsibles, con las restricciones que pesan en ellas y lo que se contesta

worked-column = { $column ->
    [absent] ausente
    [acceptance] margen interno
    [actor] quién
    [address] dirección
    [after] reuniones después
    [age] días desde
    [aim] propósito
    [all_parties] todas las partes
    [answers] respuestas
    [applied] solicitudes
    [asylum] en
    [asylum_seekers] solicitantes
    [avoided] no plantear
    [basis] base
    [because] porque
    [before] reuniones antes
    [body] organismo
    [both_vote] ambos votan
    [cadence] periodicidad
    [cadence_days] periodicidad, días
    [ccode] COW
    [certainty] certeza
    [changed] cambió dirigente
    [cinc] CINC
    [citation] referencia
    [assessor] evaluador
    [class] cuenta como
    [commitment] compromiso
    [closed] cerrada
    [coincidence] coinc.
    [common] en común
    [component] componente
    [conditions] condiciones
    [constraints] restricciones
    [consultation] consulta
    [count] número
    [covered_from] cubierto desde
    [not_known_since] sin datos desde
    [covered_to] cubierto hasta
    [criterion] criterio
    [date] fecha
    [decline] descenso
    [defence] defensa
    [direction] sentido
    [divided] dividida
    [draws] sorteos
    [due] debida
    [made] contraído
    [score] puntuación
    [stage] fase
    [end] fin
    [ended] terminó
    [entered] anotada
    [event] suceso
    [every_years] cada, años
    [expected] esperada
    [expected_next] se espera
    [expected_rank] lugar medio
    [exposure] parte cubierta
    [figure] cifra
    [finding] hallazgo
    [first_year] primer año
    [founded] fundado
    [from] desde
    [from_state] obligado
    [gap_days] días sin
    [high] máximo
    [id] id
    [ideal_point] posición
    [in_force] vigente
    [instrument] por qué medio
    [interval] días tras la anterior
    [iso3] Estado
    [iso3_1] primero
    [iso3_2] segundo
    [issue] tema
    [issues] temas
    [items] temas
    [kind] clase
    [km] km
    [known_from] última conocida desde
    [last] última
    [last_year] último año
    [leader] dirigente
    [leader_from_us] dirigentes desde EE. UU.
    [leader_to_us] dirigentes a EE. UU.
    [level] nivel
    [likelihood] probabilidad de que surja
    [low] mínimo
    [m05] k 5 %
    [m25] k 25 %
    [m75] k 75 %
    [m95] k 95 %
    [meetings] reuniones
    [minister_from_us] ministros desde EE. UU.
    [minister_to_us] ministros a EE. UU.
    [name] nombre
    [neutrality] neutralidad
    [new] y (nuevo)
    [nonaggression] no agresión
    [note] nota
    [occasion] ocasión
    [occasions] ocasiones
    [offence] ofensiva
    [open] abierta
    [opposite] opuesta
    [organisations] organizaciones
    [origin] de
    [others_needing_protection] otros
    [ours] nuestro voto
    [overlap] margen
    [partial] parcial
    [participants] participantes
    [parties] partes
    [partner] socio
    [pec] energía
    [person] persona
    [place] lugar
    [pool] x (acervo)
    [probability] probabilidad
    [procedure] procedimiento
    [published] publicado
    [q05] 5 %
    [q95] 95 %
    [rank] lugar
    [rcid] rcid
    [record] registro
    [record_ends] fin de la lista
    [refugees] refugiados
    [returns] vuelve
    [roll_calls] votaciones
    [same] igual
    [sd] desv. est.
    [seat] asiento
    [seed] semilla
    [series] serie
    [session] período
    [session_1] { $first } en
    [session_2] { $second } en
    [share] parte
    [source] fuente
    [sources] fuentes
    [spread] w (dispersión)
    [stance] postura
    [start] inicio
    [start_1] inicia el primero
    [start_2] inicia el segundo
    [status] estado
    [symbol] signatura
    [tables] tablas
    [test] prueba
    [text] texto
    [theirs] su voto
    [title] título
    [to_state] con quién
    [type] tipo
    [types] tipos
    [unit] unidad
    [until] hasta
    [value] valor
    [verdict] veredicto
    [veto] veto
    [vote] voto
    [vote_1] { $first }
    [vote_2] { $second }
    [votes] votos
    [weakness] débil
    [weight] peso
    [weights] pesos
    [what] qué
    [wish] quién se movería
    [without_day] sin día
    [words] palabras
    [world] mundo
    [year] año
    [years_1] años
    [years_2] años
    [years_after] años después
    [years_before] años antes
   *[other] ⟦{ $column }⟧
}
worked-term = { $term ->
    [export] exportación
    [import] importación
    [final] final
    [interim] provisional
    [absent] ausente
    [abstain] abstención
    [acceptance] aceptación
    [announced] anunciada
    [assembly] período
    [at-home] de nuestro lado
    [at-odds] en conflicto
    [bilateral] bilateral
    [both-high] prioritario para ambos
    [by-rule] por regla
    [carrier] vehículo
    [ceremony] ceremonia
    [coincidence] coincidencia
    [compatible] compatible
    [contradicted] contradicha
    [could-move] podría moverse
    [council] Consejo
    [criterion] criterio
    [dated] su vehículo se reúne pronto
    [debate] debate
    [declared] declarado
    [dormant] inactivo
    [earlier-government] gobierno anterior
    [elected] electivo
    [election] elección
    [ended] terminó
    [evidence] datos
    [expected] esperada
    [for-nobody] nadie
    [for-them] ellos
    [for-us] nosotros
    [forecast] pronóstico
    [from-us] desde EE. UU.
    [hesitant] vacilación
    [irst] hierro y acero
    [lapsed] caducado
    [late] con retraso
    [leader] dirigente
    [mechanism] mecanismo
    [meeting] reunión
    [milex] gasto militar
    [milper] personal militar
    [minister] ministro
    [mixed] mixta
    [multilateral] cita de varios
    [never-met] nunca se reunió
    [no] no
    [no-meeting] sin reunión
    [not-a-member] no miembro
    [not-testable] no comprobable
    [not-told] sin datos
    [nothing] nada
    [obtain] por obtener
    [official] funcionario
    [old-figures] cifras antiguas
    [on-cadence] al día
    [on-record] en el registro
    [one-high] prioritario para uno
    [opportunity] oportunidad
    [opposite] opuesto
    [other] otro
    [partial] parcial
    [pec] energía
    [permanent] permanente
    [plan] prevista
    [position] posición
    [possible] posible
    [precedent] precedente
    [prepare] por preparar
    [priority] prioridad
    [private] privada
    [refusal] negativa
    [reserved] acogida con reservas
    [risk] riesgo
    [same] igual
    [shared] compartido
    [stake] interés
    [summit] cumbre
    [supported] respaldada
    [sure] seguro
    [term] mandato
    [third-place] tercer lugar
    [to-us] a EE. UU.
    [tpop] población
    [transit] tránsito
    [transition] transición
    [unlikely] improbable
    [unspecified] sin especificar
    [upop] población urbana
    [vote] celebrada
    [votes] votos
    [votes-and-declared] votos y declarado
    [welcome] buena acogida
    [window] ventana
    [yes] sí
   *[unknown] ⟦{ $term }⟧
}

## Notas

note-coincidence-selection = votaciones registradas de la Asamblea General sobre textos en su conjunto conocidas en la fecha, por período ordinario de sesiones; se omiten las votaciones de párrafos y enmiendas, que el registro solo recoge en algunos períodos
note-coincidence-method = coincidencia de voto (Departamento de Estado de Estados Unidos, informes de 2017 a 2020): (iguales + ½ parciales) / votaron ambos; parcial cuando se abstuvo exactamente uno; si se abstienen ambos, es igual
note-coincidence-caveat = es un recuento, no una muestra: junto a cada índice figura el número de votaciones. La mayor parte de los trabajos de la Asamblea se aprueba sin votación, de modo que lo controvertido pesa aquí más que en ellos. Una votación puede llevar varios códigos temáticos o ninguno; según el propio Departamento de Estado, los temas relativos a Israel y Palestina son entre el 15 y el 25 % de las votaciones controvertidas. Los códigos temáticos de las votaciones posteriores al 4 de junio de 2024, los de desarrollo económico desde 2019 y los de colonialismo desde el período 73 se asignan por regla y no son del editor.
note-days-selection = votaciones de los períodos de sesiones 1 a 51, y muchas de los períodos 52 a 57
note-days-method = se dan por conocidas desde el último día de su mes
note-days-caveat = el día que indica el editor no significa nada en ellas; el año y el mes, sí.
note-contacts-selection = visitas de dirigentes extranjeros a Estados Unidos y escalas en el extranjero de sus presidentes y secretarios de Estado que habían concluido en la fecha; se omiten los registros que repiten otro
note-contacts-method = se cuentan por el año en que comenzaron; un registro por visitante y por escala, cualquiera que sea la ocasión
note-contacts-caveat = el registro es el del propio Gobierno de Estados Unidos y no recoge vicepresidentes ni otros ministros. De un par sin Estados Unidos no hay registro, lo que no prueba que no hubiera contactos. La visita a una cumbre celebrada en Estados Unidos cuenta aquí como visita.
note-hosted-selection = { $year ->
    [none] ningún año registrado en la fecha
   *[other] personas a fines de { $year }, por origen y asilo
}
note-hosted-method = refugiados, solicitantes de asilo con un caso pendiente y otras personas necesitadas de protección internacional
note-hosted-caveat = la falta de fila significa que no se registró a nadie. Algunos años el ACNUR redondea las cifras pequeñas a múltiplos de 5. Las cifras de un año se dan por conocidas desde su 31 de diciembre, aunque se publican en el curso del siguiente.
note-applications-selection = { $year ->
    [none] ningún año registrado en la fecha
   *[other] { $first }-{ $year }: solicitudes nuevas (tipo N); se omiten revisiones y recursos (niveles AR, RA y JR)
}
note-applications-method = sumas de todos los procedimientos e instancias, con personas y casos por separado según se comunicaron (un caso puede ser una familia)
note-applications-caveat = la tabla comienza en 2000. Estados Unidos comunica en personas las solicitudes ante sus tribunales de inmigración y en casos las presentadas ante su oficina de asilo, en la mayoría de los años.
note-power-selection = { $year ->
    [none] ningún año registrado en la fecha
   *[other] el último año registrado en la fecha ({ $year })
}
note-power-method = CINC: media de las cuotas de un Estado en los totales mundiales de gasto y personal militares, hierro y acero, energía, población total y población urbana (Singer, Bremer y Stuckey 1972); la razón es la del mayor sobre el menor
note-power-caveat = el CINC mide el volumen, no la influencia en un asunto; la suma de los Estados de un año va de 1,00 a 1,08. Un año se da por conocido desde su 31 de diciembre; esta edición se publicó después.
note-missions-selection = jefes de misión según los enumeraba The World Factbook, leído más o menos cada semana de noviembre de 2020 a enero de 2026
note-missions-caveat = la lista solo habla de misiones en Estados Unidos y de Estados Unidos. Va con un retraso de días a semanas.
note-partner-shares-selection = la redacción de The World Factbook vigente en la fecha: el último año de cada flujo
note-partner-shares-method = participación del socio en las exportaciones o importaciones de bienes de un Estado
note-partner-shares-caveat = solo se nombran los primeros socios de cada Estado, unos cinco: el socio que no se nombra tiene una participación menor. Los años son de ediciones y fuentes distintas, de modo que un cambio entre ellos no es un giro del comercio.
note-organisations-today-selection = organizaciones según las enumeraba The World Factbook, sin observadores ni otras calidades
note-organisations-today-method = número de organizaciones que tienen a ambos por miembros
note-organisations-today-caveat = no se compara con el recuento de COW IGO 3, que tiene otras organizaciones y termina en 2014. Entre ellas figuran las operaciones de paz de las Naciones Unidas.
note-speeches-selection = discursos del debate general de la Asamblea General, contados en el UN General Debate Corpus
note-speeches-method = cuántas veces nombra el discurso de uno al otro, reunidos los cinco últimos años de debates registrados; lugar entre todos los que nombró
note-speeches-caveat = solo nombres de Estados. Ser nombrado es atención, ni elogio ni reproche.
note-igos-selection = el último año registrado en la fecha
note-igos-method = número de organizaciones de las que ambos son miembros plenos (COW IGO 3); puesto entre todos los socios de cada uno
note-igos-caveat = el registro termina en 2014; para una fecha posterior se lee ese año.
note-pacts-selection = el último año registrado en la fecha (el registro termina en 2018)
note-pacts-method = obligaciones en vigor entre ambos, en cualquiera de los dos sentidos (ATOP 5)
note-pacts-caveat = si no figura ninguna, ninguna estaba en vigor ese año, dentro del registro.
note-place-selection = los intervalos que contienen la fecha, o los últimos registrados (contigüidad hasta 2016, distancia hasta 2019)
note-place-method = contigüidad directa y distancia mínima entre fronteras
note-bodies-selection = { $bodies } organismos y tratados cuyas listas de miembros vienen con el programa, cada una tomada de su propio registro público
note-bodies-method = miembros en la fecha
note-bodies-caveat = cuando una lista da solo el año de ingreso, la pertenencia se lee desde el 1 de enero de ese año.
note-council-selection = mandatos del Consejo de Seguridad desde 1946, con elecciones hasta junio de 2026, según el registro público del Consejo
note-council-caveat = un mandato electivo se conoce desde su elección cuando consta el día y, si no, desde su primer día; su término lo fija la Carta.
note-governments-selection = el mandato que contiene la fecha; votaciones celebradas hasta la fecha; las previstas, solo desde que se cerró la lista que las menciona
note-governments-caveat = si la lista de dirigentes termina antes de la fecha, no se sabe quién gobierna desde entonces: se da el último dirigente que figura en ella, con el día en que termina. Los nombres figuran como los escribe la lista.
note-outlook-selection = votaciones de los períodos anteriores al período de sesiones { $session } conocidas en la fecha y antes de que se abriera
note-outlook-method = series de votaciones sobre una misma cuestión, frecuencia con que vuelven y último voto de cada Estado en cada una; intervalos según cuánto erraron tales pronósticos en los diez períodos anteriores
note-outlook-caveat = es un pronóstico de votaciones registradas: lo que se aprueba sin votación no figura en él.
note-movement-selection = votos de todos los Estados en todos los períodos ordinarios conocidos en la fecha; se dejan fuera las enmiendas y párrafos posteriores a 1989, el período 19 y los Estados con uno o dos votos
note-movement-method = puntos ideales ordinales y dinámicos por esperanza-maximización (Bailey, Strezhnev y Voeten 2017), una dimensión, intervalos a posteriori de 90 %; vecinos son los Estados con frontera terrestre común, primero los de mayor capacidad
note-movement-caveat = una dimensión recoge lo que divide a la Asamblea en su conjunto, y no tiene por qué ser lo que importa entre dos Estados. La escala tiene media 0 y varianza 1 sobre todos los Estados y períodos; es positiva del lado de Estados Unidos.
note-world-selection = votaciones registradas de los períodos { $from } a { $to } conocidas en la fecha, con enmiendas y párrafos, reunidas
note-world-method = coincidencia de voto (Departamento de Estado de Estados Unidos, informes sobre 2017-2020) de un Estado con cada uno de los demás
note-world-caveat = la proporción de un Estado que estuvo ausente de la mayoría de las votaciones descansa en pocas.
note-meetings-selection = visitas y escalas que habían terminado en la fecha; se dejan fuera los registros que repiten otro
note-meetings-method = los registros cuyos días se tocan o se traslapan son una sola reunión; el motivo se lee de la observación, y cuentan las reuniones bilaterales y las de mecanismos
note-meetings-caveat = { $own ->
    [yes] el registro es el del propio Gobierno de Estados Unidos y no recoge vicepresidentes ni otros ministros; de los cancilleres solo tiene los viajes del secretario de Estado, no las visitas de la otra parte.
   *[no] el registro es el de Estados Unidos: de un par sin Estados Unidos no hay serie, lo que no es constancia de que no hubiera contacto. Dos líderes en una misma reunión en Estados Unidos son el único rastro.
}{ $ended ->
    [yes] {" "}El registro termina antes de la fecha: { $ends }.
   *[no] {""}
}
note-record-end = { $who ->
    [leaders] el de líderes el { $day }
   *[secretaries] el de secretarios de Estado el { $day }
}
note-third-places-selection = reuniones en el territorio de un tercer Estado
note-third-places-method = se hallan donde la observación de una escala en otro lugar nombra al líder o al ministro de la otra parte
note-third-places-caveat = el registro de estas es escaso: solo las tiene donde una observación las nombra. Se enumeran aparte y no cuentan en ninguna tasa.
note-status-selection = los días de las reuniones en el tiempo cubierto
note-status-method = la situación resulta de las reuniones omitidas seguidas, parte entera de (intervalo / cadencia - 1/2): ninguna es al ritmo previsto; una, con retraso; dos o tres, caducado; más, inactivo; el contacto sin cadencia declarada guarda la suya, la media de sus diez últimos intervalos y medio año por lo menos; tasa reciente con una vida media de dos cadencias
note-status-caveat = el intervalo se cuenta hasta el fin del registro, si este es anterior a la fecha. Si entre ambos media más de una cadencia, no se sabe en qué estado está la serie.
note-change-selection = reuniones por año en los últimos 25 años cubiertos; los años sin ninguna cuentan como cero
note-change-method = distribución a posteriori exacta de un cambio en una tasa de Poisson, con distribuciones a priori Gamma y probabilidades iguales de que no haya cambio (Raftery y Akman 1986)
note-change-caveat = se busca un cambio a lo sumo; un registro más escaso en una época que en otra parece un cambio.
note-administrations-selection = quién gobernaba cada Estado
note-administrations-caveat = si la lista de líderes termina antes de la fecha, los posteriores no se muestran.
note-declared-mechanisms-selection = mecanismos del expediente «{ $title }» fundados antes de la fecha
note-declared-mechanisms-method = reuniones halladas por las palabras de sus observaciones, y reuniones anotadas con su fuente
note-declared-mechanisms-caveat = { $entered } de las reuniones mostradas se anotaron a mano. Un mecanismo que el expediente no nombra no está aquí, de modo que la red es la declarada.
note-window-lists-selection = líderes y elecciones de las partes, tal como se leían las listas en la fecha; sin los referendos
note-window-lists-caveat = un líder aún en funciones no tiene fin: no se conjetura ninguno. Si la lista de líderes termina antes de la fecha, no se sabe quién está en funciones desde entonces. El día de salida es la víspera de la entrada del siguiente líder.
note-window-rules-selection = reglas de mandatos y elecciones vigentes en la fecha (data/states/terms.toml), cada una conocida desde su publicación
note-window-rules-method = un mandato comienza el día que fija la regla, cada tantos años desde el primero, y termina la víspera del siguiente
note-window-rules-caveat = una regla no dice quién gobierna ni que un mandato se cumpla hasta el final. Las elecciones cuyos años se cuentan desde la anterior pueden adelantarse.
note-window-bodies-selection = mandatos en el Consejo de Seguridad, conocidos desde la elección; períodos ordinarios de sesiones de la Asamblea General desde el 58.º
note-window-bodies-method = los períodos por venir según el reglamento vigente en la fecha
note-window-summits-selection = cumbres del G20, del APEC, de las Américas, del G7, de los BRICS, de la OTAN, de la Conferencia Iberoamericana, de la Unión Europea con la CELAC, de la Unión Africana, de la ASEAN y de la Mancomunidad en las que participan dos partes o más (data/states/summits.csv)
note-window-summits-method = conocidas desde su anuncio: primero el anfitrión y el año, después los días; hasta entonces se dice el año y no hay oportunidad. Una cumbre que cambió de fecha se da con los días anunciados hasta la fecha de la lectura
note-window-summits-caveat = cuando no se dispone del día de un anuncio, la cumbre se conoce desde su primer día; así, una cumbre que falta más adelante puede haberse anunciado.
note-window-opportunities-selection = todas las ventanas de las partes
note-window-opportunities-method = una oportunidad es un tiempo en que se cumplen las mismas condiciones: todos los gobiernos nuevos (un mandato de cada uno empezó en los últimos doce meses), una parte en el Consejo de Seguridad por elección y una cumbre de todas dentro de seis meses
note-window-opportunities-caveat = las condiciones dicen cuándo algo podría moverse, no que vaya a moverse.
note-shortlist-selection = { $items } asuntos del expediente «{ $title }», con la vista puesta hasta el { $until }
note-shortlist-method = cinco criterios de 0 a 1, cada uno sorteado de lo que se sabe de él: coincidencia de votos y de posiciones declaradas, el menor de los intereses en juego, la probabilidad del vehículo más probable, la ventana, el margen que dejan los actores con veto; ordenados en { $draws } sorteos de criterios y de pesos, uniformes sobre todos los pesos que no se excluyen (SMAA-2, Lahdelma y Salminen 2001)
note-shortlist-caveat = las posturas, las prioridades y los actos son la lectura que el expediente hace de sus fuentes, y con ellos la aceptación interna decide la mayor parte del orden. Un asunto del que se sabe poco se sortea de cualquier valor, de modo que su lugar es amplio más que bajo.
note-claims-selection = { $claims } afirmaciones de las fuentes del expediente «{ $title }» publicadas antes de la fecha
note-claims-method = cada afirmación se somete a las pruebas que el expediente declara; se sostiene si todas se cumplen, y es mixta si algunas se cumplen o una es demasiado reñida
note-claims-caveat = una afirmación es de su autor. El dictamen recae sobre la prueba, y una prueba puede ser más estrecha que la frase.
note-declared-selection = lo que el expediente «{ $title }» declara y podía leerse en la fecha
note-declared-caveat = las posturas y los pesos son la lectura que el expediente hace de sus fuentes, que constan junto a cada entrada.
note-commitments-selection = compromisos de un registro ({ $commitments }): contraídos hasta la fecha por una de las partes donde participaron todas, o por todas ellas; con las puntuaciones fechadas hasta entonces
note-commitments-method = un evaluador da a una parte −1, 0 o +1 por un compromiso, como hace el G20 Research Group; una puntuación final prevalece sobre una provisional, los evaluadores cuentan por igual, S es la media de los pares de compromiso y parte que se evaluaron, y el porcentaje es 50·(S + 1)
note-commitments-caveat = un registro contiene lo que alguien anotó. Lo que nadie ha evaluado se cuenta aparte y no entra en ninguna media; los compromisos fáciles de probar se evalúan más a menudo. Pendiente es lo que nadie ha cerrado, aunque su plazo haya vencido.
note-pack-selection = la consulta { $consultation } de un registro, su agenda y la última anterior
note-pack-caveat = lo que está en la agenda, quién lleva cada asunto y lo que resultó de la última consulta es lo que alguien anotó. Una posición es de su delegación y no está en ninguna otra carpeta.

## Páginas de las órdenes

page-claims-title = { $title }: afirmaciones, al { $date }
page-claims-none = Al { $date } no se había publicado ninguna afirmación del expediente.
page-claims-from = Según { $source }
page-shortlist-title = { $title }: qué podría moverse, al { $date }, con la vista puesta hasta el { $until }
page-shortlist-rank = - Lugar: media de { $draws } sorteos de los criterios y de sus pesos, que nadie conoce. Los criterios van de 0 a 1: coincidencia, lo que está en juego para la parte a la que menos importa, la probabilidad del vehículo más probable, la ventana, el margen que dejan los actores con veto. (?) no se sabe y se sortea de cualquier valor.
page-shortlist-top = 1.º-3.º
page-shortlist-season = - El calendario: hay una oportunidad abierta en el { $open } de los días por venir{ $because ->
    [yes] {" "}({ $why })
   *[no] {""}
}; el { $closed } de ellos precede a una votación de una de las partes o cae en una transición.
page-shortlist-no-reason = nada destaca
page-shortlist-reasons = { $place }. { $name }  (a favor: { $strongest }; en contra: { $weakest })
page-windows-title = { $cycles ->
    [yes] Ciclos
   *[no] Ventanas
} de { $parties }, del { $from } al { $until }, al { $date }
page-windows-none = Ninguna oportunidad en este lapso: los gobiernos no son nuevos a la vez, ninguna parte ocupa un puesto electivo en el Consejo y no hay por delante ninguna cumbre de todas con días anunciados.
page-windows-chance = { $from }{ $ends ->
    [yes] {" "}a { $until }
   *[no] {""}
}{ $open ->
    [yes] {" "}(abierta ahora)
   *[no] {""}
}: { $why }.
page-windows-no-end = abierta
page-windows-all = todas
page-windows-open-ended = { $what } (desde este día, sin término)
page-windows-undated = { $what } ({ $year })
page-windows-no-day = Anunciadas para un año sin fijar el día, por lo que aún no están en este calendario: { $what }.
page-windows-line = { $what }{ $known ->
    [by-rule] {" "}(por regla)
    [planned] {" "}(prevista)
    [announced] {" "}(anunciada)
    [year] {" "}(día sin anunciar)
    [expected] {" "}(sin anuncio)
   *[on-record] {""}
}
page-windows-by-rule = Por regla: lo fija una constitución, una ley o un reglamento vigente en la fecha; no es un pronóstico de que el mandato se cumpla. abierta: sigue en el cargo cuando termina la lista; no se conjetura ningún término.
page-windows-table-ends = La tabla { $table } termina el { $end }: lo posterior falta aquí o se da por regla.
page-windows-no-rule = No consta ninguna regla de mandatos fijos { OF($states) }: no se dan los mandatos por venir.
page-windows-callable = Las elecciones { OF($states) } pueden convocarse antes del día que fija la ley.
page-windows-more = Todos los campos, notas y fuentes: --format json o csv. Un calendario: --format ics.
page-cycles-note = Mandatos según las reglas vigentes en la fecha, cada una por el tiempo en que rigió; la aritmética nada dice de quién gobierna. Reglas y leyes: el libro, capítulo Windows.
page-cycles-days = días de diferencia
page-cycles-no-rule = { BARE($states) }: no consta ninguna regla vigente que fije sus mandatos, de modo que no hay ciclo que calcular.
page-cycles-never = { BARE($first) } ({ $years_1 }) y { BARE($second) } ({ $years_2 }): según las reglas actuales los nuevos mandatos nunca comienzan con menos de { $near } de diferencia; los más próximos distan { $closest } días, y los ciclos se repiten cada { $every }.
page-cycles-no-longer = { BARE($first) } ({ $years_1 }) y { BARE($second) } ({ $years_2 }): según las reglas actuales los nuevos mandatos ya no comienzan con menos de { $near } de diferencia (los más próximos distan { $closest } días); según reglas anteriores, sí: { $spans }.
page-cycles-again = { BARE($first) } ({ $years_1 }) y { BARE($second) } ({ $years_2 }): los nuevos mandatos comienzan con menos de { $near } de diferencia { $times ->
    [one] cada
   *[other] { $times } veces cada
} { $every }: { $some ->
    [yes] { $spans }
   *[no] ninguna vez en este lapso
}.
page-years = { $n ->
    [one] un año
   *[other] { $number } años
}
page-months = { $n ->
    [one] un mes
   *[other] { $number } meses
}
page-number = { $n ->
    [0] ningún
    [1] un
    [2] dos
    [3] tres
    [4] cuatro
    [5] cinco
    [6] seis
    [7] siete
    [8] ocho
    [9] nueve
    [10] diez
    [11] once
    [12] doce
   *[other] { $n }
}
page-machinery-title = { $parties }, al { $date }
page-machinery-declared = De { $count ->
    [one] un mecanismo declarado
   *[other] { $count } mecanismos declarados
}, { $statuses }.
page-machinery-status = { $count } { $status ->
    [on-cadence] al ritmo previsto
    [late] con retraso
    [lapsed] { $count ->
        [one] caducado
       *[other] caducados
    }
    [dormant] { $count ->
        [one] inactivo
       *[other] inactivos
    }
   *[never-met] { $count ->
        [one] nunca reunido
       *[other] nunca reunidos
    }
}: { $names }
page-machinery-not-known = { $count } sin datos en esta fecha: { $names }
page-machinery-none = { $name }: no consta ninguno que cuente.
page-machinery-contact = { $name }: { $known ->
    [yes] { $status }, { $gap } después del último, que fue el { $last }
   *[no] demasiado pocas reuniones para una cadencia; la última fue el { $last }
} ({ $occasion }).
page-machinery-contact-not-known = { $name }: { $standing }; el último registrado fue el { $last } ({ $occasion }).
page-machinery-web = Todas las reuniones juntas, { $from } a { $to }: { $change }
page-machinery-series = { $from } a { $to }: { $change }
page-machinery-change = probabilidad de un descenso, { $decline }; de un aumento, { $rise }. Si hubo un cambio, lo más probable es que fuera en { $year }: de { $before } a { $after }.
page-machinery-no-series = Ninguna serie de contactos: el registro es el de Estados Unidos, que no es uno de los dos. Eso no prueba que no hubiera contactos.
page-machinery-together = Los dirigentes de ambos coincidieron en un encuentro en Estados Unidos { $times ->
    [one] una vez
   *[other] { $times } veces
}, la última el { $last } ({ $occasion }).
page-machinery-never-together = Tampoco consta que los dirigentes de ambos coincidieran en un encuentro en Estados Unidos.
page-machinery-record-ends = El registro termina antes del { $date }, y los intervalos se cuentan hasta su término: { $series }.
page-machinery-others = Contactos que no cuentan como reuniones de los dos: { $kinds }.
page-machinery-kind = { $count } { $kind ->
    [multilateral] { $count ->
        [one] multilateral
       *[other] multilaterales
    }
    [ceremony] de ceremonia
    [private] { $count ->
        [one] privado
       *[other] privados
    }
    [transit] de paso
   *[unspecified] sin especificar
}
page-machinery-third = Reuniones en terceros lugares: { $count } mencionadas en las observaciones, la última el { $last } en { $place }. El registro de estas es escaso.
page-machinery-key = al año: ritmo reciente / en el tiempo cubierto; p: probabilidad de un descenso
page-machinery-own = propia
page-machinery-cadence = cadencia
page-machinery-last = última
page-machinery-years = años
page-machinery-p = p
page-machinery-founded = { $parties }, desde { $founded }
page-machinery-ended = abandonado o sustituido el { $day }
page-machinery-own-cadence = cadencia propia de { $span }
page-machinery-unknown = sin datos
page-machinery-since = sin datos desde el { $day }
page-machinery-was-due = correspondía el { $day }
page-machinery-due = corresponde el { $day }
page-machinery-expected = al ritmo reciente, hacia el { $day }
page-machinery-earlier = ({ $more } anteriores)
page-machinery-no-meeting = no consta ninguna reunión
page-machinery-entered = incorporada: { $sources }
page-span-years = { $n } años
page-span-months = { $n } meses
page-span-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}

## La cabeza de cada resultado

reach-last-on-record = Al { $date }, último día registrado. No es la fecha de hoy; con --as-of today se lee a la fecha actual.
reach-line = Alcance de los datos: { $parts }.
reach-nothing = Alcance de los datos: no se leyó ninguna tabla con un final propio.
reach-votes = votaciones hasta el { $day } (período de sesiones { $session })
reach-no-votes = sin votaciones registradas
reach-list = { $list ->
    [leaders] dirigentes hasta el { $day }
    [elections] elecciones hasta el { $day }
    [leader-meetings] visitas y viajes de dirigentes hasta el { $day }
   *[minister-meetings] viajes de los secretarios de Estado de Estados Unidos hasta el { $day }
}
reach-years = cifras anuales, que terminan { $several ->
    [yes] entre { $first } y { $last }
   *[no] en { $first }
}
reach-warning = ADVERTENCIA
reach-ahead = El { $date } está por venir: esta es una lectura de lo que consta hoy.
reach-behind = Las votaciones terminan el { $last }, en el período de sesiones { $session }; el { $date } está en curso el período { $now }. No constan las votaciones de { $sessions } períodos de sesiones.
reach-without-votes = No consta ninguna votación hasta el { $date }.
reach-ended = { $count ->
    [one] Esta lista ha terminado
   *[other] Estas listas han terminado
}: { $lists }. No consta aquí lo ocurrido después.
reach-ended-list = { $list ->
    [leaders] dirigentes en funciones
    [elections] elecciones
    [leader-meetings] visitas y viajes de dirigentes
   *[minister-meetings] viajes de los secretarios de Estado de Estados Unidos
} ({ $day })
reach-declared = Alcance de los datos: cuotas de votos tal como las da el archivo del órgano; no se lee ninguna tabla.
